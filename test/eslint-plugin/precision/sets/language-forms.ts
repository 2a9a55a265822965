/** TypeScript's and CommonJS' own forms, classes, injected parts, higher-order functions and generators. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const languageForms: SnippetSet = {
  "overloads, one of them with a callback": typescript(`
import { readFileSync, readFile } from "fs";
export function load(name: string): Buffer;
export function load(name: string, done: (error: Error | null, data?: Buffer) => void): void;
export function load(name: string, done?: (error: Error | null, data?: Buffer) => void): Buffer | void {
  if (done) return readFile(name, done);
  return readFileSync(name);
}
export async function both(name: string) {
  const data = load(name); // !chain
  load(name, () => {});
  return data;
}`),
  "a namespace merged with a function, and an enum": typescript(`
import fs = require("fs");
enum Mode { Sync = "readFileSync", Exists = "existsSync" }
function template(name: string) { return template.read(name); }
namespace template {
  export const folder = "templates";
  export function read(name: string) { return fs.readFileSync(folder + "/" + name, "utf8"); }
  export async function write(name: string, text: string) { fs.writeFileSync(name, text); } // !call
}
export = template;
async function run() {
  template("a"); // !chain
  template.read("b"); // !chain
  fs[Mode.Exists]("c"); // !call
}
run();`),
  "an abstract class with a template method": typescript(`
import { readFileSync, writeFileSync } from "node:fs";
export abstract class Cache<T extends object> {
  protected abstract readonly file: string;
  protected abstract parse(text: string): T;
  private read(): T { return this.parse(readFileSync(this.file, "utf8")); }
  async get(): Promise<T> {
    return this.read(); // !chain
  }
  protected persist(value: T): void { writeFileSync(this.file, JSON.stringify(value)); }
}
export class UserCache extends Cache<{ name: string }> {
  protected readonly file = "users.json";
  protected parse(text: string) { return JSON.parse(text) as { name: string }; }
  async rename(name: string) {
    this.persist({ ...(await this.get()), name }); // !chain
    await super.get();
    super.persist({ name }); // !chain
  }
}`),
  "a singleton with a lazy instance": typescript(`
import { readFileSync } from "node:fs";
export class Config {
  private static instance?: Config;
  private readonly values: Record<string, string>;
  private constructor() { this.values = JSON.parse(readFileSync("config.json", "utf8")); }
  static getInstance(): Config {
    if (!Config.instance) Config.instance = new Config();
    return Config.instance;
  }
  get(key: string): string | undefined { return this.values[key]; }
}
export async function start() {
  const config = Config.getInstance(); // !chain
  await listen(config.get("port"));
}
declare function listen(port?: string): Promise<void>;`),
  "parameter properties and a factory of functions": typescript(`
import * as nodeFs from "node:fs";
interface Fs { existsSync(path: string): boolean }
export class Resolver {
  constructor(private readonly fs: Fs = nodeFs, private readonly roots: readonly string[] = []) {}
  async first(name: string) {
    return this.roots.find((root) => this.fs.existsSync(root + name)); // !call
  }
}
export const createReader = (fs = nodeFs) => ({
  async read(name: string) { return fs.readFileSync(name); }, // !call
  readSync: (name: string) => fs.readFileSync(name),
});
export async function use(name: string) {
  const reader = createReader();
  await reader.read(name);
  return reader.readSync(name); // !chain
}`),
  "decorators, accessors and private names": typescript(`
import { statSync, readFileSync } from "fs";
import { memoize, Cron } from "./decorators";
export class Asset {
  static #all = new Map<string, Asset>();
  static { for (const name of ["a", "b"]) Asset.#all.set(name, new Asset(name)); }
  constructor(readonly name: string) {}
  get size(): number { return statSync(this.name).size; }
  set text(value: string) { readFileSync(value); }
  #read() { return readFileSync(this.name, "utf8"); }
  @Cron("* * * * *")
  async refresh() {
    const size = this.size; // !chain
    return this.#read().length - size; // !chain
  }
  @memoize
  async digest({ text = this.#read() } = {}) { return text; } // !chain
  static async of(name: string) {
    const asset = Asset.#all.get(name) ?? new Asset(name);
    asset.text = name; // !chain
    return asset;
  }
}`),
  "casts, non-null assertions and satisfies around the callee": typescript(`
import fs, { existsSync } from "fs";
export async function all(name: unknown, maybe?: typeof fs.rmSync) {
  (fs as typeof import("fs")).mkdirSync(name as string); // !call
  fs!.rmdirSync(name as string); // !call
  (<any>fs).unlinkSync(name); // !call
  (existsSync satisfies (path: string) => boolean)(String(name)); // !call
  (fs.statSync as any as (path: string) => { size: number })(String(name)).size; // !call
  const remove = maybe ?? fs.rmSync;
  remove(name as string); // !call
}`),
  "type-only imports and a parameter of the same name": typescript(`
import type fs from "fs";
import { type readFileSync as Read, promises } from "fs";
import type * as cp from "child_process";
type Sync = typeof import("fs").readFileSync;
export interface Host { readFileSync: Sync; execSync: typeof cp.execSync }
export class MemoryHost {
  private files = new Map<string, string>();
  readFileSync(name: string) { return this.files.get(name); }
  execSync(command: string) { return command; }
}
export async function load(name: string, readFileSync: (name: string) => Promise<string>) {
  const host = new MemoryHost();
  host.execSync("a");
  host.readFileSync("b");
  await readFileSync(name);
  return promises.readFile(name);
}`),
  "exports assigned in a chain, and an odd default": withFiles(
    `
import tool, { load } from "./tool.cjs";
import * as all from "./tool.cjs";
export async function run(name) {
  tool(name); // !chain
  load(name); // !chain
  all.default.save(name); // !chain
  all.harmless(name);
  return tool.version;
}`,
    {
      "tool.cjs": `
var fs = require("fs");
exports = module.exports = tool;
exports.load = load;
module.exports.save = exports.store = function (name) { fs.writeFileSync(name, ""); };
exports.harmless = function harmless() { return "fs.readFileSync"; };
exports.version = "1";
function tool(name) { return load(name).length; }
function load(name) { return fs.readFileSync(name, "utf8"); }`,
    },
  ),
  "barrels of CommonJS that hand on single names": commonjs(
    `
const { readConfig, hash, Store } = require("./lib");
const lib = require("./lib");
module.exports = async function main(name) {
  const config = readConfig(name); // !chain
  lib.writeConfig(name, config); // !chain
  hash(name); // !chain
  const store = new Store(name); // !chain
  await store.close();
  lib.quiet();
};`,
    {
      "lib/index.js": `
exports.readConfig = require("./config").read;
exports.writeConfig = require("./config").write;
Object.assign(exports, require("./hash"));
exports.Store = require("./store");
exports.quiet = require("./config").quiet;`,
      "lib/config.js": `
const fs = require("fs");
module.exports = {
  read: (name) => JSON.parse(fs.readFileSync(name, "utf8")),
  write(name, value) { fs.writeFileSync(name, JSON.stringify(value)); },
  quiet() {},
};`,
      "lib/hash.js": `
const crypto = require("crypto");
module.exports.hash = (text) => crypto.scryptSync(text, "salt", 32);`,
      "lib/store.js": `
const { mkdirSync } = require("fs");
module.exports = class Store {
  constructor(dir) { mkdirSync(dir, { recursive: true }); }
  async close() {}
};`,
    },
  ),
  "spread exports and lazy getters": commonjs(
    `
const utils = require("./utils");
const { copy } = utils;
exports.sync = async (from, to) => {
  copy(from, to); // !chain
  utils.git("status"); // !chain
  return utils.name;
};`,
    {
      "utils/index.js": `
module.exports = {
  ...require("./files"),
  get git() { return require("./git").git; },
  name: "utils",
};`,
      "utils/files.js": `
const fse = require("fs-extra");
function copy(from, to) { fse.copySync(from, to); }
module.exports = { copy };`,
      "utils/git.js": `
const { execFileSync } = require("child_process");
exports.git = (...args) => execFileSync("git", args).toString();`,
    },
  ),
};
