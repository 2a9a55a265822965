/** Chains as they come: between files, through classes and objects, and what only looks like one. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

const settings = `
import { readFileSync } from "node:fs";
let cached;
export function settings() {
  return (cached ??= JSON.parse(readFileSync("settings.json", "utf8")));
}
export const DEFAULTS = JSON.parse(readFileSync("defaults.json", "utf8"));`;

const store = `
import { readFileSync, writeFileSync } from "node:fs";
export class Store {
  constructor(file) { this.file = file; }
  get size() { return readFileSync(this.file).length; }
  set text(value) { writeFileSync(this.file, value); }
  static open(file) { writeFileSync(file, ""); return new Store(file); }
  read() { return readFileSync(this.file, "utf8"); }
  name() { return this.file; }
  *[Symbol.iterator]() { yield* this.read().split("\\n"); }
  async load() { return this.name(); }
}
export class Cache extends Store {
  name() { return "cache"; }
}
export const shared = new Store("shared.txt");
export default { store: shared, create: (file) => new Store(file) };`;

export const chainForms: SnippetSet = {
  "a helper that remembers its answer blocks the first time": withFiles(
    `
import { settings, DEFAULTS } from "./settings.js";

export async function handler(request) {
  if (DEFAULTS.off) return null;
  return settings()[request.key]; // !chain
}`,
    { "settings.js": settings },
  ),
  "a constant that was read when the module was loaded": withFiles(
    `
import { DEFAULTS } from "./settings.js";

export async function handler(request) {
  return DEFAULTS[request.key] ?? Object.keys(DEFAULTS);
}`,
    { "settings.js": settings },
  ),
  "a shared instance from another file": withFiles(
    `
import { shared } from "./store.js";

export async function handler() {
  shared.name();
  await shared.load();
  return shared.read(); // !chain
}`,
    { "store.js": store },
  ),
  "an object that is a default export": withFiles(
    `
import stores from "./store.js";

export async function handler(file) {
  const one = stores.create(file);
  return one.read() + stores.store.read(); // !chain !chain
}`,
    { "store.js": store },
  ),
  "getters, setters and static methods": withFiles(
    `
import { Store } from "./store.js";

export async function handler(file) {
  const store = new Store(file);
  store.text = "new"; // !chain
  const { size } = store; // !chain
  return size + store.size + Store.open(file).name(); // !chain !chain
}`,
    { "store.js": store },
  ),
  "a method that comes from the class above": withFiles(
    `
import { Cache } from "./store.js";

export class Pages extends Cache {
  async all() {
    return [this.name(), this.read()]; // !chain
  }
  async first() {
    return super.read().at(0); // !chain
  }
}`,
    { "store.js": store },
  ),
  "an iterable that reads while it is iterated": withFiles(
    `
import { Store } from "./store.js";

export async function lines(file) {
  const store = new Store(file);
  for (const line of store) console.log(line); // !chain
}`,
    { "store.js": store },
  ),
  "what is disposed of at the end of a block": typescript(`
import { rmSync } from "node:fs";

class Temporary {
  readonly path = "x";
  [Symbol.dispose]() {
    rmSync(this.path);
  }
}
export async function inFolder() {
  using folder = new Temporary(); // !chain
  return folder.path;
}
export function plainly() {
  using folder = new Temporary();
  return folder.path;
}`),
  "two classes with the same method": `
import { readFileSync } from "node:fs";

class FileSource {
  load(name) { return readFileSync(name); }
}
class MemorySource {
  #texts = new Map();
  load(name) { return this.#texts.get(name); }
}
const memory = new MemorySource();
export async function fromMemory(name) {
  return memory.load(name) ?? new MemorySource().load(name);
}
export async function fromFile(name) {
  return new FileSource().load(name); // !chain
}
export async function fromAnywhere(source, name) {
  return source.load(name);
}`,
  "a constructor that blocks, and one that inherits it": `
import { readFileSync } from "node:fs";

class Template {
  text = readFileSync("template.html", "utf8");
}
class Page extends Template {
  constructor(title) {
    super();
    this.title = title;
  }
}
export async function page(title) {
  return new Page(title); // !chain
}
export async function kind() {
  return Page.name;
}`,
  "a factory's object": `
import { readFileSync } from "node:fs";

function createReader(root) {
  const read = (name) => readFileSync(root + name);
  return { read, join: (name) => root + name };
}
const reader = createReader("/data/");
export async function load(name) {
  return reader.read(reader.join(name)); // !chain
}`,
  "prototypes written by hand": commonjs(`
const fs = require("fs");
function Store(file) {
  this.file = file;
}
Store.prototype.read = function () {
  return fs.readFileSync(this.file);
};
Store.prototype.name = function () {
  return this.file;
};
exports.load = async function (file) {
  const store = new Store(file);
  return store.name() + store.read(); // !chain
};`),
  "a function that is the module": commonjs(
    `
const load = require("./load.cjs");

exports.handler = async () => load("page") + require("./load.cjs")("foot") + load.cached("x"); // !chain !chain`,
    {
      "load.cjs": `
const fs = require("fs");
const pages = new Map();
module.exports = function load(name) {
  return fs.readFileSync(name);
};
module.exports.cached = (name) => pages.get(name);`,
    },
  ),
  "an own module, imported when it is needed, that keeps what it read for the second call":
    withFiles(
      `
export async function handler() {
  const { settings } = await import("./settings.js");
  return settings().key; // !chain
}
export const other = () => import("./settings.js").then((module) => module.settings());`,
      { "settings.js": settings },
    ),
  "a helper handed by name to an array's method": `
import { readFileSync } from "node:fs";
const parse = (file) => JSON.parse(readFileSync(file, "utf8"));
const upper = (text) => text.toUpperCase();

export async function all(files) {
  return files.map(upper).map(parse); // !chain
}`,
  "an async helper is reported inside itself, once": `
import { readFileSync } from "node:fs";

async function load(file) {
  return readFileSync(file); // !call
}
function promised(file) {
  return load(file).then(String);
}
export async function handler() {
  return [await load("a"), await promised("b")];
}`,
  "a plain function that starts something async does not block for it": `
import { readFileSync, appendFileSync } from "node:fs";

function start(file) {
  void (async () => {
    await null;
    readFileSync(file); // !call
  })();
  process.once("beforeExit", () => appendFileSync("log", "end"));
  return { stop() { appendFileSync("log", "stop"); } };
}
export async function main() {
  return start("a");
}`,
  "with a callback it does not block, without it does": withFiles(
    `
import { read } from "./read.js";

export async function both(file) {
  read(file, (error, text) => console.log(error, text));
  return read(file); // !chain
}`,
    {
      "read.js": `
import fs from "node:fs";
export function read(file, callback) {
  if (typeof callback === "function") return fs.readFile(file, callback);
  return fs.readFileSync(file);
}`,
    },
  ),
  "overloads and a namespace": typescript(`
import { readFileSync } from "node:fs";

namespace Files {
  export function read(file: string): string;
  export function read(file: URL): string;
  export function read(file: string | URL): string {
    return readFileSync(file, "utf8");
  }
  export const base = (file: string) => file.split("/").pop();
}
export async function load(file: string) {
  return Files.base(file) + Files.read(file); // !chain
}`),
  "recursion and a ring of files end": withFiles(
    `
import { walk } from "./walk.js";

export async function list(folder) {
  return walk(folder); // !chain
}`,
    {
      "walk.js": `
import { visit } from "./visit.js";
export const walk = (folder, depth = 0) => (depth > 9 ? [] : visit(folder, depth));`,
      "visit.js": `
import { readdirSync } from "node:fs";
import { walk } from "./walk.js";
export function visit(folder, depth) {
  return readdirSync(folder).flatMap((name) => walk(folder + "/" + name, depth + 1));
}`,
    },
  ),
  "paths of a tsconfig and a workspace's exports": {
    code: `
import { readAll } from "@app/files";
import { digest, fast } from "@acme/hash";

export async function handler(names: string[]) {
  fast("x");
  return readAll(names).map((text: string) => digest(text)); // !chain !chain
}`,
    language: "typescript",
    filename: "src/handler.ts",
    files: {
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@app/*": ["./src/shared/*"] } } }`,
      "package.json": `{ "name": "root", "workspaces": ["packages/*"] }`,
      "src/shared/files.ts": `
import { readFileSync } from "node:fs";
export function readAll(names: string[]): string[] {
  const texts: string[] = [];
  for (const name of names) texts.push(readFileSync(name, "utf8"));
  return texts;
}`,
      "packages/hash/package.json": `{ "name": "@acme/hash", "exports": { ".": "./source/index.ts" } }`,
      "packages/hash/source/index.ts": `
import { createHash, scryptSync } from "node:crypto";
export const digest = (text: string) => scryptSync(text, "salt", 32).toString("hex");
export const fast = (text: string) => createHash("sha1").update(text).digest("hex");`,
    },
    links: { "node_modules/@acme/hash": "packages/hash" },
  },
  "tags in comments decide": `
import { readFileSync } from "node:fs";

/**
 * Asks the native module.
 * @blocking
 */
function parseNatively(text) {
  return globalThis.binding.parse(text);
}
/** Reads once, at the start. @nonblocking */
const page = () => readFileSync("page.html");

export async function handler(request) {
  return parseNatively(request.body) + page(); // !chain
}`,
  "a sleeping helper": `
const cell = new Int32Array(new SharedArrayBuffer(4));
export const sleepSync = (ms) => void Atomics.wait(cell, 0, 0, ms);
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function retry(action) {
  try {
    return await action();
  } catch {
    sleepSync(500); // !chain
    await sleep(500);
    return action();
  }
}`,
  "a transaction's function": `
import Database from "better-sqlite3";
const db = new Database("app.db");
const insert = db.prepare("insert into t values (?)");
const insertAll = db.transaction((rows) => {
  for (const row of rows) insert.run(row);
});
export async function save(rows) {
  insertAll(rows); // !call
  return rows.length;
}`,
  "a repository's class around a database": typescript(`
import Database from "better-sqlite3";

export class Users {
  private readonly db: Database.Database;
  readonly #byId: Database.Statement;
  constructor(file: string) {
    this.db = new Database(file);
    this.#byId = this.db.prepare("select * from users where id = ?");
  }
  find(id: number) { return this.#byId.get(id); }
  async exists(id: number): Promise<boolean> {
    return this.find(id) !== undefined; // !chain
  }
  async count(): Promise<number> {
    return this.db.prepare("select count(*) from users").pluck().get() as number; // !call
  }
  async describe(): Promise<string> {
    return this.db.name + String(this.db.prepare("select 1").source);
  }
}`),
};
