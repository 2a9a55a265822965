/** Higher-order functions, generators, emitters, callbacks and the ways that a call can be written. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const languageCalls: SnippetSet = {
  "higher-order functions around a blocking one": `
import { readFileSync, statSync, existsSync, readdirSync } from "node:fs";
const pipe = (...steps) => (value) => steps.reduce((result, step) => step(result), value);
const tryOr = (fallback, run) => { try { return run(); } catch { return fallback; } };
const partial = (f, ...first) => (...rest) => f(...first, ...rest);
const readJson = pipe((name) => readFileSync(name, "utf8"), JSON.parse);
const statIn = partial(statSync, "folder");
export async function info(names) {
  const size = tryOr(0, () => statSync("a").size); // !call
  const dates = names.map((name) => tryOr(null, () => statSync(name).mtime)); // !call
  const found = names.filter(existsSync); // !call
  const nested = names.flatMap((name) => readdirSync(name, { withFileTypes: true })); // !call
  statIn(); // !call
  return { json: readJson("a"), size, dates, found, nested }; // !chain
}`,
  "a wrapper that keeps its function": `
import { execFileSync } from "node:child_process";
class Lazy {
  constructor(make) { this.make = make; this.done = false; }
  get value() {
    if (!this.done) { this.kept = this.make(); this.done = true; }
    return this.kept;
  }
}
const revision = new Lazy(() => execFileSync("git", ["rev-parse", "HEAD"]).toString());
const answer = new Lazy(() => 42);
export async function version() {
  const number = answer.value;
  return revision.value + number; // !chain
}`,
  "generators over folders": `
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
function* walk(dir) {
  for (const name of readdirSync(dir)) {
    const file = join(dir, name);
    if (statSync(file).isDirectory()) yield* walk(file);
    else yield file;
  }
}
export async function count(dir) {
  let total = 0;
  for (const file of walk(dir)) total += file.length; // !chain
  const [first] = walk(dir); // !chain
  const all = [...walk(dir)]; // !chain
  const later = walk(dir);
  return { total, first, all, later };
}
export async function* files(dir) {
  for (const name of readdirSync(dir)) yield name; // !call
}`,
  "async iteration over an object": `
import fs from "node:fs";
export class Lines {
  constructor(name) { this.name = name; }
  async *[Symbol.asyncIterator]() {
    const handle = fs.openSync(this.name); // !call
    try { yield handle; } finally { fs.closeSync(handle); } // !call
  }
  *[Symbol.iterator]() { yield* fs.readFileSync(this.name, "utf8").split("\\n"); }
}
export async function print(lines) {
  for await (const line of new Lines("a")) console.log(line);
  const own = new Lines("b");
  for (const line of own) console.log(line); // !chain
  return lines;
}`,
  "an emitter whose listener blocks, emitted here": `
import { EventEmitter } from "node:events";
import { appendFileSync } from "node:fs";
class Log extends EventEmitter {
  constructor() {
    super();
    this.on("line", (text) => appendFileSync("log", text));
  }
}
const log = new Log();
const bus = new EventEmitter();
bus.on("save", function onSave(text) { appendFileSync("saved", text); });
bus.once("quiet", () => {});
export async function handle(text) {
  log.emit("line", text); // !chain
  bus.emit("save", text); // !chain
  bus.emit("quiet");
  bus.emit("unknown");
}`,
  "callbacks that promise to be called at once": `
import { readFileSync, existsSync } from "node:fs";
export async function render(text, names, map) {
  const out = text.replace(/@(\\w+)/g, (_, name) => readFileSync(name, "utf8")); // !call
  Object.keys(map).sort((a, b) => Number(existsSync(a)) - Number(existsSync(b))); // !call !call
  Array.from(names, (name) => readFileSync(name)); // !call
  JSON.stringify(map, (key, value) => (key === "file" ? readFileSync(value, "utf8") : value)); // !call
  map.forEach((value) => { existsSync(value); }); // !call
  Object.groupBy(names, (name) => existsSync(name)); // !call
  [...names].reduce((sum, name) => sum + readFileSync(name).length, 0); // !call
  names.toSorted(() => 0).some(existsSync); // !call
  return out;
}`,
  "callbacks that come later": `
import { readFileSync, unlinkSync } from "node:fs";
import { exec } from "node:child_process";
export async function schedule(stream, element) {
  setTimeout(() => unlinkSync("a"), 100);
  setInterval(function () { readFileSync("b"); }, 100);
  process.on("exit", () => unlinkSync("c"));
  stream.on("data", (chunk) => readFileSync(chunk));
  exec("ls", (error, out) => { readFileSync(out); });
  element.addEventListener("click", () => readFileSync("d"));
  return { close: () => unlinkSync("e"), read() { return readFileSync("f"); } };
}`,
  "queueMicrotask, nextTick and reactions": `
import { readFileSync } from "node:fs";
export function start(load) {
  queueMicrotask(() => readFileSync("a")); // !call
  process.nextTick(() => readFileSync("b"));
  load().then((name) => readFileSync(name)); // !call
  load().catch(() => readFileSync("c")); // !call
  Promise.resolve("d").then(readFileSync); // !call
  Promise.all([load()]).then(([name]) => [name].map((one) => readFileSync(one))); // !call
  load(() => readFileSync("e"));
}`,
  "Reflect, bind, call and apply": commonjs(`
const fs = require("fs");
const bound = fs.readFileSync.bind(fs, "a");
const method = "read" + "FileSync";
const { [method]: computed, ...rest } = fs;
module.exports = async () => {
  bound(); // !call
  computed("b"); // !call
  rest.rmSync("c"); // !call
  Reflect.apply(fs.statSync, fs, ["d"]); // !call
  fs.accessSync.call(null, "e"); // !call
  fs.accessSync.apply(fs, ["f"]); // !call
  fs["mkdir" + "Sync"]("g"); // !call
  fs[\`rmdirSync\`]("h"); // !call
  fs?.["lstatSync"]?.("i"); // !call
  (0, fs.existsSync)("j"); // !call
  return () => bound();
};`),
  "dynamic imports in every form": `
const lazy = () => import("node:fs");
let loaded;
async function fs() { return (loaded ??= await import("node:fs")); }
export async function one() {
  const { readFileSync, default: all } = await import("node:fs");
  readFileSync("a"); // !call
  all.statSync("b"); // !call
  (await import("node:child_process")).execSync("c"); // !call
  (await lazy()).readdirSync("d"); // !call
  (await fs()).mkdirSync("e"); // !call
  const [{ gzipSync }, crypto] = await Promise.all([import("node:zlib"), import("node:crypto")]);
  gzipSync("f"); // !call
  crypto.pbkdf2Sync("g", "h", 1000, 32, "sha1"); // !call
}
export const two = () => import("node:fs").then((m) => m.rmSync("i")); // !call
export const three = () => import("node:fs").then(({ rmSync }) => rmSync); `,
  "built-in modules by other doors": `
import process from "node:process";
import module, { createRequire } from "node:module";
const fs = process.getBuiltinModule("node:fs");
const require = createRequire(import.meta.url);
const cp = require("child_process");
const { scryptSync } = module.createRequire("/")("crypto");
export async function go() {
  fs.readFileSync("a"); // !call
  cp.execSync("b"); // !call
  scryptSync("c", "d", 32); // !call
  globalThis.process.getBuiltinModule("fs").rmSync("e"); // !call
  require("zlib").inflateSync("f"); // !call
}`,
  "a mixin and a class expression": `
import { readFileSync } from "node:fs";
const Readable = (Base) => class extends Base {
  read() { return readFileSync(this.path); }
};
class File { constructor(path) { this.path = path; } }
class TextFile extends Readable(File) {
  async text() { return String(this.read()); } // !chain
}
export const Other = class { static read = () => readFileSync("a"); static async go() { return Other.read(); } }; // !chain
export async function load() {
  new TextFile("a").read(); // !chain
}`,
  "a table of commands": `
import { execSync } from "node:child_process";
import { rmSync } from "node:fs";
const commands = {
  build: () => execSync("make"),
  clean() { rmSync("dist", { recursive: true }); },
  async test() { execSync("make test"); }, // !call
};
const steps = [() => execSync("a"), () => 1];
export async function run(name) {
  commands.build(); // !chain
  commands["clean"](); // !chain
  await commands.test();
  steps[1]();
  steps[0](); // !chain
  commands[name]();
}`,
  "recursion that ends, and chains of four": `
import { readFileSync } from "node:fs";
const even = (n) => n === 0 || odd(n - 1);
const odd = (n) => n !== 0 && even(n - 1);
function a(name, depth = 0) { return depth > 3 ? readFileSync(name) : b(name, depth + 1); }
function b(name, depth) { return c(name, depth); }
function c(name, depth) { return a(name, depth); }
export async function main() {
  even(4);
  c("x", 0); // !chain
}`,
  "a finally, a label and a comma": `
import fs from "fs";
export async function odd(x) {
  let y = (await x, fs.readFileSync("a")); // !call
  out: for (;;) { if (fs.existsSync("b")) break out; await x; } // !call
  switch (fs.statSync("c").size) { // !call
    case 0: return;
    default: y &&= fs.readFileSync("d"); // !call
  }
  try { throw y; } catch ({ message = fs.readFileSync("e") }) { return message; } finally { fs.unlinkSync("f"); } // !call !call
}
export async function dead() {
  return 1;
  fs.readFileSync("never");
}`,
  "a class that is a thenable and a disposable": `
import { unlinkSync, mkdtempSync } from "node:fs";
class Temp {
  path = mkdtempSync("x");
  [Symbol.dispose]() { unlinkSync(this.path); }
}
export async function use() {
  using temp = new Temp(); // !chain !chain
  await temp.path;
}
export async function plain() {
  const temp = new Temp(); // !chain
  return temp;
}`,
  "compiled by TypeScript to CommonJS": commonjs(`
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
  return new (P || (P = Promise))(function (resolve, reject) {
    function step(result) { result.done ? resolve(result.value) : Promise.resolve(result.value).then((v) => step(generator.next(v))); }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.load = load;
const node_fs_1 = __importDefault(require("node:fs"));
const path_1 = require("path");
function load(name) {
  return __awaiter(this, void 0, void 0, function* () {
    const text = node_fs_1.default.readFileSync((0, path_1.join)("a", name), "utf8"); // !call
    yield Promise.resolve(text);
    return text;
  });
}`),
  "a type guard by instanceof, and two classes with one method name": typescript(`
import { readFileSync } from "node:fs";
class Disk { read(name: string) { return readFileSync(name, "utf8"); } }
class Memory { read(name: string) { return name; } }
const sources = { disk: new Disk(), memory: new Memory() } as const;
export async function read(name: string) {
  const disk = new Disk();
  const memory = new Memory();
  memory.read(name);
  sources.memory.read(name);
  return disk.read(name) + sources.disk.read(name); // !chain !chain
}`),
};
