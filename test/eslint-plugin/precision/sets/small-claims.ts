/** One claim each, in few lines. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

const blocking = `
import { readFileSync } from "node:fs";
export const load = (name) => readFileSync(name);
export class Reader {
  static shared = new Reader();
  lines = readFileSync("lines").length;
  get text() { return readFileSync("text"); }
  read() { return readFileSync("read"); }
  later() { return () => this.read(); }
}`;

export const smallClaims: SnippetSet = {
  "a namespace import's default": `
import * as fs from "node:fs";
export const load = async (name) => fs.default.readFileSync(name); // !call`,
  "the same name imported twice": `
import { statSync as a, statSync as b } from "node:fs";
export const both = async (name) => a(name).size + b(name).size; // !call !call`,
  "an import that comes after its use": `
export const load = async (name) => readFileSync(name); // !call
import { readFileSync } from "fs";`,
  "a string as the name of an import": `
import { "readFileSync" as read } from "fs";
export const load = async (name) => read(name); // !call`,
  "a property that is deleted, and one that is replaced by nothing": `
import fs from "node:fs";
const files = { read: fs.readFileSync, stat: fs.statSync };
files.stat = undefined;
export const load = async (name) => files.read(name); // !call`,
  "void, comma and logical operators": `
import { readFileSync, rmSync } from "node:fs";
export const clean = async (name) => (rmSync(name), void readFileSync(name), name && rmSync(name)); // !call !call !call`,
  "an optional module's function": `
import * as fs from "node:fs";
export const find = async (pattern) => fs.globSync?.(pattern) ?? []; // !call`,
  "a function's own properties": `
import { realpathSync } from "node:fs";
export const describe = async () => [realpathSync.name, realpathSync.length, realpathSync.toString()];`,
  "an async function that is called at once": `
import { readFileSync } from "node:fs";
(async function start() {
  readFileSync("a"); // !call
})();
!(async () => void readFileSync("b"))(); // !call`,
  "a constructor that returns a promise": `
import { readFileSync } from "node:fs";
export class Loader {
  constructor(name) {
    return (async () => {
      this.text = readFileSync(name); // !call
      return this;
    })();
  }
}`,
  "an async method of an object that is passed on": `
import { readFileSync } from "node:fs";
register({
  name: "reader",
  async read(name) { return readFileSync(name); }, // !call
  peek(name) { return readFileSync(name); },
  size: async (name) => readFileSync(name).length, // !call
});`,
  "a sort that looks at files": `
import { statSync } from "node:fs";
const newest = (a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs;
export const sorted = async (names) => names.sort(newest); // !chain
export const ordered = (names) => names.sort(newest);`,
  "a reduce over what is left": `
import { copyFileSync } from "node:fs";
export async function copy(names) {
  return names.reduce((from, to) => {
    copyFileSync(from, to); // !call
    return to;
  });
}`,
  "an iterator's helper runs when it is asked": `
import { readFileSync } from "node:fs";
export async function texts(names) {
  const lazy = names.values();
  return lazy.map((name) => readFileSync(name)).toArray(); // !call
}`,
  "a set and a map that are walked": `
import { unlinkSync } from "node:fs";
const open = new Set();
const byKey = new Map();
export async function close() {
  open.forEach((name) => unlinkSync(name)); // !call
  byKey.forEach(unlinkSync); // !call
}`,
  "a promise's executor that only starts something": `
import fs from "node:fs";
export const load = (name) =>
  new Promise((resolve, reject) => {
    fs.readFile(name, (error, data) => (error ? reject(error) : resolve(data)));
  });`,
  "a reaction handed over by name": `
import { rmSync } from "node:fs";
const clean = () => rmSync("lock");
export const run = (job) => job().finally(clean); // !chain`,
  "reactions that answer with modules": `
export const revision = import("node:child_process").then((child) => child.execSync("git rev-parse HEAD")); // !call`,
  "a thenable's own method": `
import { readFileSync } from "node:fs";
export const lazy = {
  then(resolve) {
    resolve(readFileSync("a"));
  },
};`,
  "a static field that makes an instance when the module is loaded": withFiles(
    `
import { Reader } from "./blocking.js";
export const shared = async () => Reader.shared;
export const fresh = async () => new Reader(); // !chain
export const text = async () => Reader.shared.text; // !chain`,
    { "blocking.js": blocking },
  ),
  "a method that gives a function": withFiles(
    `
import { Reader, load } from "./blocking.js";
const reader = new Reader();
export async function start(queue) {
  queue.push(reader.later());
  queue.push(() => load("a"));
  const { length } = load("b"); // !chain
  return length;
}`,
    { "blocking.js": blocking },
  ),
  "a class that inherits from one of another file": withFiles(
    `
import { Reader } from "./blocking.js";
class Quiet extends Reader {
  read() { return "quiet"; }
}
class Loud extends Reader {
  read() { return super.read() + "!"; }
}
export async function both(quiet = new Quiet(), loud = new Loud()) { // !chain !chain
  return quiet.read() + loud.read(); // !chain
}`,
    { "blocking.js": blocking },
  ),
  "an object that wraps another": withFiles(
    `
import { Reader } from "./blocking.js";
class Service {
  #reader = Reader.shared;
  async first() {
    return this.#reader.read(); // !chain
  }
  lines() {
    return this.#reader.lines;
  }
}
export default async function handler(service = new Service()) {
  return service.lines();
}`,
    { "blocking.js": blocking },
  ),
  "arguments that are evaluated before a call": withFiles(
    `
import { load } from "./blocking.js";
export async function start(queue, log) {
  queue.add(load("a")); // !chain
  log?.(load("b")); // !chain
  queue.add(load);
}`,
    { "blocking.js": blocking },
  ),
  "a function that only other plain functions call": withFiles(
    `
import { load } from "./blocking.js";
function first() { return load("a"); }
function second() { return first() + first(); }
export { second };
export const names = ["a"].map(second);`,
    { "blocking.js": blocking },
  ),
  "an overload by arguments": typescript(`
import { readFileSync } from "node:fs";
export async function load(name: string): Promise<string>;
export async function load(name: URL, encoding: BufferEncoding): Promise<string>;
export async function load(name: string | URL, encoding: BufferEncoding = "utf8"): Promise<string> {
  return readFileSync(name, encoding); // !call
}`),
  "a declaration without a body, and an abstract one": typescript(`
import { readFileSync } from "node:fs";
declare function loadSync(name: string): string;
declare const fs: { readFileSync(name: string): string };
export abstract class Source {
  protected abstract readSync(name: string): string;
  async text(name: string): Promise<string> {
    return this.readSync(name) + loadSync(name) + fs.readFileSync(name) + String(readFileSync.length);
  }
}`),
  "an assertion function and a type argument": typescript(`
import { existsSync, readFileSync } from "node:fs";
function assertExists(name: unknown): asserts name is string {
  if (!existsSync(String(name))) throw new Error();
}
export async function load<T>(name: unknown): Promise<T> {
  assertExists(name); // !chain
  return JSON.parse(readFileSync(name, "utf8")) as T; // !call
}`),
  "a module that is declared and merged": typescript(`
import { statSync } from "node:fs";
export class Size {
  constructor(readonly bytes: number) {}
}
export namespace Size {
  export const of = (name: string) => new Size(statSync(name).size);
}
export const total = async (names: string[]) => names.map((name) => Size.of(name)); // !chain`),
  "accessors with the accessor keyword, and definite fields": typescript(`
import * as fs from "node:fs";
export class State {
  accessor files = fs;
  declare readonly name: string;
  text!: string;
  async load(): Promise<void> {
    this.text = this.files.readFileSync(this.name, "utf8"); // !call
  }
}`),
  "exports of an object with methods and shorthand": commonjs(`
const fs = require("fs");
function read(name) {
  return fs.readFileSync(name);
}
module.exports = {
  read,
  async load(name) {
    return module.exports.read(name); // !chain
  },
  async size(name) {
    return this.read(name).length; // !chain
  },
};`),
  "members of a function that is the module, by a default import": withFiles(
    `
import load from "./load.cjs";

export const pages = async () => [load.fresh("a"), load.cached("b"), load("c")]; // !chain !chain`,
    {
      "load.cjs": `
const fs = require("fs");
const pages = new Map();
module.exports = (name) => fs.readFileSync(name);
module.exports.fresh = (name) => fs.readFileSync(name);
module.exports.cached = (name) => pages.get(name);`,
    },
  ),
  "self-made promises of Node's callbacks": commonjs(`
const fs = require("fs");
const util = require("util");
const readFile = util.promisify(fs.readFile);
const stat = (name) => new Promise((resolve, reject) => fs.stat(name, (e, s) => (e ? reject(e) : resolve(s))));

exports.load = async (name) => (await stat(name)).size + (await readFile(name)).length;`),
  "a database that is opened inside": `
import Database from "better-sqlite3";
export async function count(file) {
  const db = new Database(file, { readonly: true }); // !call
  try {
    return db.prepare("select count(*) as n from t").get().n; // !call
  } finally {
    db.close();
  }
}`,
  "a database from another file": withFiles(
    `
import { db, byId } from "./db.js";
export const user = async (id) => byId.get(id) ?? db.prepare("select 1").get(); // !call !call`,
    {
      "db.js": `
import Database from "better-sqlite3";
export const db = new Database("app.db");
export const byId = db.prepare("select * from users where id = ?");`,
    },
  ),
  "a database that a parameter brings": `
export class Users {
  constructor(db) {
    this.db = db;
  }
  async find(id) {
    return this.db.prepare("select * from users where id = ?").get(id);
  }
}`,
};
