/** Chains of calls, as somebody asks who hides what blocks behind every kind of helper. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const helpersThatBlock: SnippetSet = {
  "three files down, through a barrel": withFiles(
    `
import { service } from "./lib/index.js";
export async function handler(request, response) {
  response.end(service.render(request.url)); // !chain
}`,
    {
      "lib/index.js": `export { default as service } from "./service.js"; export * from "./other.js";`,
      "lib/service.js": `
import { template } from "./template.js";
class Service { render(name) { return template(name).trim(); } }
export default new Service();`,
      "lib/template.js": `import { readFileSync } from "node:fs"; export const template = (name) => readFileSync(name, "utf8");`,
      "lib/other.js": `export const other = 1;`,
    },
  ),
  "a workspace package by its name": {
    code: `
import { hash } from "@acme/hash";
export const register = async (password) => hash(password); // !chain`,
    files: {
      "package.json": `{ "name": "root", "workspaces": ["packages/*"], "type": "module" }`,
      "packages/hash/package.json": `{ "name": "@acme/hash", "type": "module", "exports": { ".": "./src/index.js" } }`,
      "packages/hash/src/index.js": `import { scryptSync } from "node:crypto"; export function hash(p) { return scryptSync(p, "salt", 64); }`,
    },
    links: { "node_modules/@acme/hash": "packages/hash" },
  },
  "a path of tsconfig": typescript(
    `
import { load } from "@/config";
export async function start(): Promise<void> {
  load(); // !chain
}`,
    {
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
      "src/config.ts": `import fs from "node:fs"; export const load = (): unknown => JSON.parse(fs.readFileSync("config.json", "utf8"));`,
    },
  ),
  "a TypeScript file imported with .js": typescript(
    `
import { load } from "./config.js";
export const start = async (): Promise<unknown> => load(); // !chain`,
    {
      "config.ts": `import fs from "node:fs"; export function load(): string { return fs.readFileSync("a", "utf8"); }`,
    },
  ),
  "package.json's imports": withFiles(
    `
import { load } from "#config";
export const start = async () => load(); // !chain`,
    {
      "package.json": `{ "type": "module", "imports": { "#config": "./src/config.js" } }`,
      "src/config.js": `import fs from "node:fs"; export const load = () => fs.readFileSync("a");`,
    },
  ),
  "CommonJS: exports, module.exports and a class": commonjs(
    `
const { load, Store } = require("./store");
const make = require("./make");
exports.run = async () => {
  load(); // !chain
  new Store().save(); // !chain
  make("x"); // !chain
};`,
    {
      "store.js": `
const fs = require("fs");
exports.load = function () { return fs.readFileSync("a"); };
class Store { save() { fs.writeFileSync("a", ""); } }
exports.Store = Store;`,
      "make.js": `const cp = require("child_process"); module.exports = (name) => cp.execSync("make " + name);`,
    },
  ),
  "constructors, super and field initialisers": `
import fs from "node:fs";
class Base {
  constructor(file) { this.text = fs.readFileSync(file, "utf8"); }
}
class Page extends Base {}
class Cached extends Base {
  constructor() { super("cached"); }
}
class Logger {
  fd = fs.openSync("log", "a");
}
class Plain {}
export async function make() {
  new Page("a"); // !chain
  new Cached(); // !chain
  new Logger(); // !chain
  new Plain();
}`,
  "getters, setters and static members": `
import fs from "node:fs";
class Settings {
  get theme() { return fs.readFileSync("theme", "utf8"); }
  set theme(value) { fs.writeFileSync("theme", value); }
  static get current() { return new Settings(); }
  static load() { return fs.readFileSync("all"); }
  static name2 = "x";
}
export async function change(value) {
  const settings = Settings.current;
  const old = settings.theme; // !chain
  settings.theme = value; // !chain
  Settings.load(); // !chain
  return [old, Settings.name2];
}`,
  "a private method and a private getter": `
import fs from "node:fs";
export class Store {
  #read() { return fs.readFileSync("a"); }
  get #size() { return fs.statSync("a").size; }
  async load() {
    if (this.#size > 10) return undefined; // !chain
    return this.#read(); // !chain
  }
}`,
  "recursion ends, and is reported once": `
import fs from "node:fs";
import path from "node:path";
function walk(dir, found = []) {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) walk(path.join(dir, entry.name), found);
    else found.push(entry.name);
  }
  return found;
}
const even = (n) => (n === 0 ? fs.existsSync("a") : odd(n - 1));
const odd = (n) => (n === 0 ? false : even(n - 1));
export async function list(dir) {
  even(4); // !chain
  return walk(dir); // !chain
}`,
  "an async callee is reported inside itself alone": `
import fs from "node:fs";
async function load(file) {
  return fs.readFileSync(file); // !call
}
export async function all(files) {
  await load(files[0]);
  return Promise.all(files.map(load));
}`,
  "functions passed by name to what calls them at once": `
import fs from "node:fs";
const parse = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
function each(list, run) { for (const one of list) run(one); }
const later = [];
function defer(run) { later.push(run); }
export async function all(files) {
  files.map(parse); // !chain
  each(files, parse); // !chain
  defer(parse);
  setTimeout(parse, 10, "a");
}`,
  "a callback of one's own helper, written in the call": `
import fs from "node:fs";
function timed(label, run) {
  console.time(label);
  try { return run(); } finally { console.timeEnd(label); }
}
export const load = async (file) => timed("read", () => fs.readFileSync(file)); // !call`,
  "a wrapper that returns a function": `
import fs from "node:fs";
const reader = (encoding) => (file) => fs.readFileSync(file, encoding);
const readText = reader("utf8");
export async function load(file) {
  readText(file); // !chain
  return reader("latin1")(file); // !chain
}`,
  "memoised by hand: only the first place": `
import fs from "node:fs";
let config;
function getConfig() {
  if (!config) config = JSON.parse(fs.readFileSync("config.json", "utf8"));
  return config;
}
export async function a() {
  getConfig(); // !chain
}
export const b = async () => getConfig().x; // !chain`,
  "tags tell": `
import fs from "node:fs";
/** @nonblocking reads once, at start */
function load() { return fs.readFileSync("a"); }
/**
 * Waits for the device.
 * @blocking
 */
function poll() { return native.poll(); }
export async function run() {
  load();
  poll(); // !chain
}`,
  "an object's methods by this": `
import fs from "node:fs";
export const store = {
  path: "a",
  read() { return fs.readFileSync(this.path); },
  async load() { return this.read(); }, // !chain
  async twice() { return [store.read(), store.load()]; }, // !chain
};`,
  "two classes that share a method's name": `
import fs from "node:fs";
class Disk { load() { return fs.readFileSync("a"); } }
class Memory { load() { return this.value; } }
export async function both() {
  new Memory().load();
  const disk = new Disk();
  disk.load(); // !chain
  const memory = new Memory();
  memory.load();
}`,
  "mixins and Object.assign on a prototype": `
import fs from "node:fs";
const Readable = (Base) => class extends Base { read() { return fs.readFileSync(this.file); } };
class Thing {}
class File extends Readable(Thing) {
  async load() { return this.read(); } // !chain
}
function Old() {}
Old.prototype.read = function () { return fs.readFileSync("a"); };
Old.prototype.load = async function () { return this.read(); }; // !chain
export { File, Old };`,
  "a chain under a condition that never holds": `
import fs from "node:fs";
function load(file, strict = false) {
  if (strict) fs.accessSync(file);
  return file;
}
export async function run() {
  load("a");
  load("b", false);
  load("c", true); // !chain
}`,
  "a chain by optional calls and defaults": `
import fs from "node:fs";
const fallback = { read: (file) => fs.readFileSync(file) };
export async function load(file, reader = fallback) {
  return reader?.read?.(file); // !chain
}`,
  "a chain through an async wrapper that only passes on": `
import fs from "node:fs";
const asyncHandler = (run) => (req, res, next) => Promise.resolve(run(req, res)).catch(next);
const send = (res) => res.end(fs.readFileSync("a"));
export const route = asyncHandler(async (req, res) => {
  send(res); // !chain
});`,
  "what using disposes of": `
import fs from "node:fs";
class Lock {
  [Symbol.dispose]() { fs.rmSync("lock"); }
}
export async function locked(run) {
  using lock = new Lock(); // !chain
  await run(lock);
}`,
  "an iterator of a class": `
import fs from "node:fs";
class Lines {
  *[Symbol.iterator]() { yield* fs.readFileSync("a", "utf8").split("\\n"); }
}
export async function count() {
  let n = 0;
  for (const line of new Lines()) n += line.length; // !chain
  return n;
}`,
  "a namespace and an enum of TypeScript": typescript(`
import fs from "node:fs";
namespace Config {
  export function load(): string { return fs.readFileSync("a", "utf8"); }
  export namespace Deep { export const size = (): number => fs.statSync("a").size; }
}
export async function run() {
  Config.load(); // !chain
  Config.Deep.size(); // !chain
}`),
  "a cyclic import and one with a syntax error": withFiles(
    `
import { a } from "./a.js";
import { broken } from "./broken.js";
import { missing } from "./missing.js";
export async function run() {
  a(); // !chain
  broken();
  missing();
}`,
    {
      "a.js": `import { b } from "./b.js"; export const a = () => b();`,
      "b.js": `import { a } from "./a.js"; import fs from "node:fs"; export const b = () => fs.readFileSync("x") || a;`,
      "broken.js": `import fs from "node:fs"; export const broken = () => { fs.readFileSync("x") ;;; ) };`,
    },
  ),
  "an installed package is left to an option": withFiles(
    `
import { load } from "loader";
export const run = async () => load();`,
    {
      "node_modules/loader/package.json": `{ "name": "loader", "main": "index.js" }`,
      "node_modules/loader/index.js": `exports.load = () => require("fs").readFileSync("a");`,
    },
  ),
  "JSON, styles and virtual modules are no functions": withFiles(
    `
import data from "./data.json" with { type: "json" };
import styles from "./styles.css";
import virtual from "virtual:pages";
export const run = async () => [data.readFileSync, styles.x, virtual()];`,
    { "data.json": `{ "readFileSync": 1 }`, "styles.css": `.x { color: red }` },
  ),
  "a component file's helper": named(
    "page.tsx",
    `
import fs from "node:fs";
const posts = (): string[] => fs.readdirSync("posts");
export async function getStaticProps() {
  return { props: { posts: posts() } }; // !chain
}
export default async function Page() {
  return <ul>{posts().map((post) => <li key={post}>{post}</li>)}</ul>; // !chain
}`,
  ),
};
