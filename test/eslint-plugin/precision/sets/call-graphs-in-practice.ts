/** Chains over functions, files, packages and workspaces, and calls that lead to nothing that blocks. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const callGraphsInPractice: SnippetSet = {
  "a repository's layers": typescript(
    `
import { UserService } from "./user-service.js";
const service = new UserService();
export async function handler(id: string): Promise<unknown> {
  service.rename(id);
  await service.findLater(id);
  return service.find(id); // !chain
}`,
    {
      "user-service.ts": `import { repository } from "./repository.js";
export class UserService {
  find(id: string): unknown { return repository.byId(id); }
  async findLater(id: string): Promise<unknown> { return id; }
  rename(id: string): string { return id.trim(); }
}`,
      "repository.ts": `import { readFileSync } from "node:fs";
class Repository {
  byId(id: string): unknown { return JSON.parse(readFileSync(\`\${id}.json\`, "utf8")); }
}
export const repository = new Repository();`,
    },
  ),
  "an async callee is told once, in itself": withFiles(
    `
import { load, loadNow } from "./load.js";
export async function start() {
  await load();
  loadNow(); // !chain
}`,
    {
      "load.js": `import fs from "node:fs";
export async function load() { return fs.readFileSync("a"); }
export function loadNow() { return fs.readFileSync("a"); }`,
    },
  ),
  "constructors, getters, setters and field initialisers": `
import { readFileSync, writeFileSync } from "node:fs";
class Settings {
  text = readFileSync("settings.json", "utf8");
}
class Cache {
  get size() { return readFileSync("cache").length; }
  set size(value) { writeFileSync("cache", String(value)); }
}
class Key {
  constructor(name) { this.key = readFileSync(name); }
  static default() { return new Key("default.pem"); }
}
class SigningKey extends Key {}
export async function start(cache = new Cache()) {
  new Settings(); // !chain
  const own = new Cache();
  own.size; // !chain
  own.size = 1; // !chain
  Key.default(); // !chain
  return new SigningKey("a"); // !chain
}`,
  "super and overridden methods": `
import { readFileSync } from "node:fs";
class Base {
  load() { return readFileSync("a"); }
  name() { return "base"; }
}
class Child extends Base {
  load() { return super.load(); }
  name() { return super.name() + "child"; }
}
class Quiet extends Base {
  load() { return "nothing"; }
}
export async function run() {
  new Child().name();
  new Child().load(); // !chain
  return new Quiet().load();
}`,
  "a method called on this": `
import { execSync } from "node:child_process";
export class Git {
  #run(args) { return execSync("git " + args).toString(); }
  branch() { return this.#run("branch --show-current"); }
  async push() {
    const branch = this.branch(); // !chain
    this.#run("push origin " + branch); // !chain
    return Git.parse(branch);
  }
  static parse(text) { return text.trim(); }
}`,
  "recursion and mutual recursion": `
import { readdirSync } from "node:fs";
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(entry.name) : [entry.name],
  );
}
const even = (n) => (n === 0 ? true : odd(n - 1));
const odd = (n) => (n === 0 ? false : even(n - 1));
export async function list(folder) {
  even(10);
  return walk(folder); // !chain
}`,
  "barrels of barrels": withFiles(
    `
import * as lib from "./lib/index.js";
import { hash as digest, version } from "./lib/index.js";
export async function sign(text) {
  lib.files.read("key"); // !chain
  version();
  return digest(text); // !chain
}`,
    {
      "lib/index.js": `export * from "./crypto/index.js"; export * as files from "./files.js"; export { version } from "./version.js";`,
      "lib/crypto/index.js": `export { default as hash } from "./hash.js";`,
      "lib/crypto/hash.js": `import { scryptSync } from "node:crypto"; export default (text) => scryptSync(text, "s", 64);`,
      "lib/files.js": `import fs from "node:fs"; export const read = (name) => fs.readFileSync(name);`,
      "lib/version.js": `export const version = () => "1";`,
    },
  ),
  "a workspace with conditions in its exports": {
    code: `
import { load } from "@acme/core/config";
import { parse } from "@acme/core";
export async function boot() {
  parse("{}");
  return load(); // !chain
}`,
    files: {
      "package.json": `{ "private": true, "type": "module", "workspaces": ["packages/*"] }`,
      "packages/core/package.json": `{ "name": "@acme/core", "type": "module", "exports": {
  ".": { "types": "./src/index.d.ts", "import": "./src/index.js" },
  "./*": { "browser": "./src/browser/*.js", "node": { "import": "./src/*.js" }, "default": "./src/browser/*.js" } } }`,
      "packages/core/src/index.js": `export const parse = (text) => JSON.parse(text);`,
      "packages/core/src/config.js": `import fs from "node:fs"; export const load = () => fs.readFileSync("config.json");`,
      "packages/core/src/browser/config.js": `export const load = () => fetch("config.json");`,
    },
    links: { "node_modules/@acme/core": "packages/core" },
  },
  "tsconfig: baseUrl, extends and a wildcard": typescript(
    `
import { run } from "shared/run";
import { read } from "~lib/read";
export async function go(): Promise<void> {
  run(); // !chain
  read(); // !chain
}`,
    {
      "tsconfig.base.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "~lib/*": ["lib/*", "generated/*"] } } }`,
      "tsconfig.json": `{ "extends": "./tsconfig.base.json", /* comments are fine */ "compilerOptions": { "strict": true, }, }`,
      "shared/run.ts": `import { spawnSync } from "node:child_process"; export function run(): void { spawnSync("ls"); }`,
      "generated/read.ts": `import { readFileSync } from "node:fs"; export const read = (): string => readFileSync("a", "utf8");`,
    },
  ),
  "installed packages are left to an option": withFiles(
    `
import { find } from "finder";
export async function go() {
  return find("a");
}`,
    {
      "node_modules/finder/package.json": `{ "name": "finder", "main": "index.js" }`,
      "node_modules/finder/index.js": `exports.find = (name) => require("fs").readdirSync(name);`,
    },
  ),
  "CommonJS in all its forms": commonjs(
    `
const store = require("./store");
const { open } = require("./open");
const Log = require("./log.cjs");
exports.run = async () => {
  store.save("a"); // !chain
  open("b"); // !chain
  new Log().write("c"); // !chain
  Log.parse("d");
  require("./open").open("e"); // !chain
};`,
    {
      "store.js": `const fs = require("fs");
module.exports = { save(name) { this.write(name); }, write(name) { fs.writeFileSync(name, ""); } };`,
      "open.js": `const { openSync } = require("fs");
module.exports.open = open;
function open(name) { return openSync(name); }`,
      "log.cjs": `const fs = require("fs");
function Log() {}
Log.prototype.write = function (text) { fs.appendFileSync("log", text); };
Log.parse = (text) => text.split("\\n");
exports = module.exports = Log;`,
    },
  ),
  "helpers that take a callback": withFiles(
    `
import { each, later } from "./each.js";
import { readFileSync } from "node:fs";
export async function all(names) {
  each(names, (name) => readFileSync(name)); // !call
  later(() => readFileSync("a"));
  each(names, readFileSync); // !call
}`,
    {
      "each.js": `export function each(list, run) { for (const one of list) run(one); }
export function later(run) { setTimeout(run, 100); }`,
    },
  ),
  "memoized, wrapped and curried": `
import { readFileSync } from "node:fs";
const memo = (fn) => { const kept = new Map(); return (key) => kept.get(key) ?? kept.set(key, fn(key)).get(key); };
const read = memo((name) => readFileSync(name, "utf8"));
const reader = (encoding) => (name) => readFileSync(name, encoding);
const logged = (fn) => (...args) => { console.log(args); return fn(...args); };
const loud = logged(readFileSync);
export async function texts() {
  const utf8 = reader("utf8");
  read("a"); // !chain
  utf8("b"); // !chain
  return loud("c"); // !call
}`,
  "objects of functions": `
import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
const loaders = {
  json: (name) => JSON.parse(readFileSync(name, "utf8")),
  text(name) { return readFileSync(name, "utf8"); },
  async later(name) { return readFile(name); },
  size: function (name) { return statSync(name).size; },
};
export async function load(name) {
  await loaders.later(name);
  loaders.json(name); // !chain
  loaders["text"](name); // !chain
  const { size } = loaders;
  return size(name); // !chain
}`,
  "default exports of every shape": withFiles(
    `
import Config from "./config.js";
import api from "./api.js";
import make from "./make.js";
export async function start() {
  Config.load(); // !chain
  api.read(); // !chain
  api.parse("{}");
  make().run(); // !chain
}`,
    {
      "config.js": `import fs from "node:fs"; export default class { static load() { return fs.readFileSync("a"); } }`,
      "api.js": `import fs from "node:fs"; const read = () => fs.readFileSync("a"); const parse = JSON.parse; export default { read, parse };`,
      "make.js": `import fs from "node:fs"; export default function make() { return { run() { fs.readFileSync("a"); } }; }`,
    },
  ),
  "iterators, spreads, templates and tags": `
import { readFileSync } from "node:fs";
const lines = { *[Symbol.iterator]() { yield* readFileSync("a", "utf8").split("\\n"); } };
function sql(strings) { return readFileSync(strings[0]); }
export async function all() {
  const list = [...lines]; // !chain
  for (const line of lines) list.push(line); // !chain
  return sql\`query.sql\`; // !chain
}`,
  "a function that only blocks when told to": `
import { readFileSync, promises } from "node:fs";
function read(name, { sync = false } = {}) {
  if (sync) return readFileSync(name);
  return promises.readFile(name);
}
export async function go() {
  await read("a");
  return read("b", { sync: true }); // !chain
}`,
  "tags in doc comments": `
import { readFileSync } from "node:fs";
/** Native code behind it.
 * @blocking */
function nativeQuery(text) { return binding.query(text); }
/** Cached by the system.
 * @nonblocking */
function hosts() { return readFileSync("/etc/hosts"); }
export async function go() {
  hosts();
  return nativeQuery("select 1"); // !chain
}`,
  "a cache that is filled at start-up": withFiles(
    `
import { settings } from "./settings.js";
export async function port() {
  return settings.port;
}`,
    {
      "settings.js": `import { readFileSync } from "node:fs";
function load() { return JSON.parse(readFileSync("settings.json", "utf8")); }
export const settings = load();`,
    },
  ),
  "cycles of imports": withFiles(
    `
import { a } from "./a.js";
export async function go() {
  return a(3); // !chain
}`,
    {
      "a.js": `import { b } from "./b.js"; export const a = (n) => (n > 0 ? b(n - 1) : 0);`,
      "b.js": `import { a } from "./a.js"; import { statSync } from "node:fs"; export const b = (n) => a(n) + statSync("b").size;`,
    },
  ),
  "files that are broken or missing": withFiles(
    `
import { broken } from "./broken.js";
import { missing } from "./missing.js";
import { fine } from "./fine.js";
export async function go() {
  broken();
  missing();
  return fine(); // !chain
}`,
    {
      "broken.js": `import fs from "node:fs"; export function broken( { fs.readFileSync("a") }`,
      "fine.js": `import fs from "node:fs"; export const fine = () => fs.readFileSync("a");`,
    },
  ),
  "JSON, styles and types are no code": typescript(
    `
import data from "./data.json" with { type: "json" };
import type { Reader } from "./reader.js";
import "./style.css";
export async function go(reader: Reader): Promise<unknown> {
  return [data, reader.read("a")];
}`,
    {
      "data.json": `{ "readFileSync": true }`,
      "style.css": `a { color: red }`,
      "reader.ts": `export interface Reader { read(name: string): string }`,
    },
  ),
  "a decorator and a mixin": typescript(`
import { readFileSync } from "node:fs";
const Readable = <T extends new (...args: any[]) => object>(Base: T) =>
  class extends Base {
    read(name: string): string { return readFileSync(name, "utf8"); }
  };
class Plain {}
class Document extends Readable(Plain) {}
export async function open(): Promise<string> {
  return new Document().read("a"); // !chain
}`),
  "a singleton": typescript(
    `
import { Config } from "./config.js";
export async function port(): Promise<number> {
  Config.reload(); // !chain
  return Config.defaults().port;
}`,
    {
      "config.ts": `import { readFileSync } from "node:fs";
export class Config {
  private constructor(readonly port: number) {}
  static reload(): Config { return new Config(Number(readFileSync("port", "utf8"))); }
  static defaults(): Config { return new Config(80); }
}`,
    },
  ),
  "a module of TypeScript's extensions": {
    ...named(
      "main.mts",
      `
import { sign } from "./sign.mjs";
export const handler = async (body: string): Promise<string> => sign(body); // !chain`,
    ),
    files: {
      "sign.mts": `import { scryptSync } from "node:crypto"; export const sign = (body: string): string => scryptSync(body, "s", 64).toString();`,
    },
  },
  "a signal of control flow": `
import { readFileSync, existsSync } from "node:fs";
const assertFile = (name) => { if (!existsSync(name)) throw new Error(name); };
function parse(name) { assertFile(name); return name.length; }
export async function go(name) {
  try {
    return parse(name); // !chain
  } catch {
    return 0;
  } finally {
    console.log(name);
  }
}`,
};
