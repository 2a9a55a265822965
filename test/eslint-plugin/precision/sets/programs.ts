/** Command-line tools, build scripts, tests, workers and pools. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const programs: SnippetSet = {
  "a script's body": `
#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";
import { execSync } from "node:child_process";
const pkg = JSON.parse(readFileSync("package.json", "utf8"));
pkg.version = process.argv[2];
writeFileSync("package.json", JSON.stringify(pkg, null, 2));
execSync("git commit -am " + pkg.version);
`.trim(),
  "a script's sync main": commonjs(`
const fs = require("fs");
function main(argv) {
  for (const name of argv) console.log(fs.readFileSync(name, "utf8").length);
}
main(process.argv.slice(2));
`),
  "a script's async main": commonjs(`
const fs = require("fs");
async function main(argv) {
  for (const name of argv) {
    const text = fs.readFileSync(name, "utf8"); // !call
    await fetch("https://example.org", { method: "POST", body: text });
  }
}
main(process.argv.slice(2));
`),
  "after a top-level await, by option alone": `
import { readFileSync } from "node:fs";
const response = await fetch("https://example.org");
console.log(readFileSync("a", "utf8"), response.status);
for await (const line of console) readFileSync(line);
`,
  "a commander action": `
import { Command } from "commander";
import { writeFileSync, existsSync } from "node:fs";
const program = new Command();
program.command("init").action(async (options) => {
  if (existsSync("config.json")) throw new Error("exists"); // !call
  writeFileSync("config.json", "{}"); // !call
});
program.command("clean").action(() => {
  writeFileSync("config.json", "{}");
});
await program.parseAsync();
`,
  "a gulpfile": commonjs(`
const { src, dest } = require("gulp");
const { rmSync } = require("fs");
function clean(cb) { rmSync("dist", { recursive: true, force: true }); cb(); }
async function build() {
  rmSync("dist", { recursive: true, force: true }); // !call
  return src("src/*").pipe(dest("dist"));
}
module.exports = { clean, build };
`),
  "a rollup plugin": `
import { readFileSync } from "node:fs";
export default function inline() {
  return {
    name: "inline",
    async load(id) {
      return "export default " + JSON.stringify(readFileSync(id, "utf8")); // !call
    },
    transform(code, id) {
      return code.replace("__VERSION__", () => readFileSync("VERSION", "utf8"));
    },
  };
}
`,
  "a test file": `
import test from "node:test";
import assert from "node:assert";
import { readFileSync } from "node:fs";
test("reads", () => { assert.ok(readFileSync("a")); });
test("reads async", async (t) => {
  assert.ok(readFileSync("a")); // !call
  await t.test("inner", async () => {
    assert.ok(readFileSync("b")); // !call
  });
});
`,
  "Jest's hooks and mocks": `
import fs from "fs";
jest.mock("fs");
beforeEach(() => { fs.mkdirSync("tmp"); });
afterAll(async () => {
  fs.rmSync("tmp", { recursive: true }); // !call
});
it("works", () => { jest.spyOn(fs, "readFileSync").mockReturnValue("x"); });
`,
  "vitest fakes what blocks": `
import { vi, it, expect } from "vitest";
it("calls", async () => {
  const readFileSync = vi.fn(() => "text");
  expect(readFileSync("a")).toBe("text");
});
`,
  "a worker's listener": named(
    "hash.worker.js",
    `
import { parentPort } from "node:worker_threads";
import { pbkdf2Sync } from "node:crypto";
parentPort.on("message", async ({ password, salt }) => {
  parentPort.postMessage(pbkdf2Sync(password, salt, 600000, 32, "sha256"));
});
`,
  ),
  "a worker by its import of parentPort alone": `
import { parentPort } from "node:worker_threads";
import { readFileSync } from "node:fs";
parentPort.on("message", async (name) => {
  parentPort.postMessage(readFileSync(name));
});
`,
  "both sides of isMainThread": `
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { scryptSync } from "node:crypto";
export async function hash(password) {
  if (isMainThread) {
    scryptSync("warm", "up", 64); // !call
    return new Promise((resolve) => new Worker(new URL(import.meta.url)).once("message", resolve));
  }
  return scryptSync(password, "salt", 64);
}
`,
  "an early return on the main thread": commonjs(`
const wt = require("worker_threads");
const { scryptSync } = require("crypto");
async function hash(password) {
  if (wt.isMainThread) return pool.run(password);
  return scryptSync(password, "salt", 64);
}
module.exports = hash;
`),
  "a negated test": `
import { isMainThread } from "node:worker_threads";
import { readFileSync } from "node:fs";
export async function load(name) {
  return !isMainThread ? readFileSync(name) : fetch(name);
}
`,
  "a program for a worker as a string": `
import { Worker } from "node:worker_threads";
export const run = () => new Promise((resolve) => {
  const worker = new Worker("require('fs').readFileSync('a')", { eval: true });
  worker.once("exit", resolve);
});
`,
  "spawnBlocking takes work off the loop": `
import { spawnBlocking } from "spawn-blocking";
export async function hash(password, salt) {
  return spawnBlocking((p, s) => {
    const { pbkdf2Sync } = process.getBuiltinModule("node:crypto");
    return pbkdf2Sync(p, s, 600000, 32, "sha256");
  }, [password, salt]);
}
`,
  "an argument of spawnBlocking counts here": `
import { spawnBlocking } from "spawn-blocking";
import { readFileSync } from "node:fs";
export async function size(name) {
  return spawnBlocking((text) => text.length, [readFileSync(name, "utf8")]); // !call
}
`,
  "spawnBlocking of somebody else runs nothing known": `
import { spawnBlocking } from "./local.js";
import { readFileSync } from "node:fs";
export async function size(name) {
  return spawnBlocking(() => readFileSync(name).length);
}
`,
  workerpool: commonjs(`
const workerpool = require("workerpool");
const { readFileSync } = require("fs");
const pool = workerpool.pool();
exports.run = async (name) => {
  const size = await pool.exec((n) => require("fs").readFileSync(n).length, [name]);
  return size + (await pool.exec("sum", [readFileSync(name).length])); // !call
};
`),
  "workerpool's worker": commonjs(`
const workerpool = require("workerpool");
const { readFileSync } = require("fs");
workerpool.worker({ size: async (name) => readFileSync(name).length });
`),
  "piscina and its worker": withFiles(
    `
import Piscina from "piscina";
const pool = new Piscina({ filename: new URL("./work.js", import.meta.url).href });
export const run = async (name) => pool.run({ name });
`,
    {
      "work.js": `
import { readFileSync } from "node:fs";
export default async ({ name }) => readFileSync(name).length;
`,
    },
  ),
  "make-asynchronous": `
import makeAsynchronous from "make-asynchronous";
const fib = makeAsynchronous((n) => { const fs = require("fs"); return fs.readFileSync(String(n)); });
export const run = async (n) => fib(n);
`,
  tinypool: `
import Tinypool from "tinypool";
import { statSync } from "node:fs";
const pool = new Tinypool({ filename: "./work.js" });
export async function run(name) {
  return pool.run({ size: statSync(name).size }); // !call
}
`,
  "a tag says that it blocks": `
import { native } from "./addon.node";
/**
 * @blocking
 */
function compress(buffer) { return native.compress(buffer); }
export const pack = async (buffer) => compress(buffer); // !chain
`,
  "a tag says that it does not": `
import { readFileSync } from "node:fs";
/** Reads once. @nonblocking */
const config = () => (config.read ??= readFileSync("config.json", "utf8"));
export const handler = async () => config();
`,
  "a tag in another file": withFiles(
    `
import { render, cached } from "./render.js";
export const page = async () => render() + cached(); // !chain
`,
    {
      "render.js": `
/** @blocking takes 80 ms */
export function render() { return native(); }
import { readFileSync } from "node:fs";
/** @nonblocking */
export function cached() { return readFileSync("x"); }
`,
    },
  ),
  "a tag on a method": typescript(`
export class Engine {
  /** @blocking */
  solve(problem: string): number { return native(problem); }
  async answer(problem: string): Promise<number> {
    return this.solve(problem); // !chain
  }
}
declare function native(problem: string): number;
`),
  "dependencies are injected by parameters": typescript(`
interface Reader { readSync(name: string): string }
export class Service {
  constructor(private readonly reader: Reader) {}
  async load(name: string): Promise<string> {
    return this.reader.readSync(name);
  }
}
`),
  "a readline prompt in a tool": `
import readlineSync from "readline-sync";
import readline from "node:readline/promises";
export async function ask() {
  const name = readlineSync.question("name? "); // !call
  const rl = readline.createInterface({ input: process.stdin });
  return name + (await rl.question("age? "));
}
`,
  "an exit handler has nobody to wait for": `
import { writeFileSync } from "node:fs";
export async function start(state) {
  process.on("exit", () => writeFileSync("state.json", JSON.stringify(state)));
  await fetch("x");
}
`,
  "timers by option alone": `
import { readFileSync } from "node:fs";
export async function start() {
  setInterval(() => readFileSync("config.json"), 1000);
  setTimeout(() => { readFileSync("config.json"); }, 10);
}
`,
  "an async timer": `
import { readFileSync } from "node:fs";
setInterval(async () => {
  readFileSync("config.json"); // !call
}, 1000);
`,
  streams: `
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip, deflateSync } from "node:zlib";
import { Transform } from "node:stream";
export async function pack(name) {
  const { size } = statSync(name); // !call
  const deflate = new Transform({ transform(chunk, encoding, callback) { callback(null, deflateSync(chunk)); } });
  await pipeline(createReadStream(name), createGzip(), deflate, createWriteStream(name + ".gz"));
  return size;
}
`,
  "a pipeline of async generators": `
import { pipeline } from "node:stream/promises";
import { createReadStream } from "node:fs";
import { inflateSync } from "node:zlib";
export const unpack = (name, sink) =>
  pipeline(
    createReadStream(name),
    async function* (source) {
      for await (const chunk of source) yield inflateSync(chunk); // !call
    },
    sink,
  );
`,
  "an async generator reads as it goes": `
import { readdirSync, promises } from "node:fs";
export async function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) { // !call
    if (entry.isDirectory()) yield* walk(folder + "/" + entry.name);
    else yield entry.name;
  }
  for await (const entry of await promises.opendir(folder)) yield entry.name;
}
`,
  "a plain generator blocks whoever iterates it": `
import { readdirSync } from "node:fs";
function* walk(folder) {
  for (const name of readdirSync(folder)) yield name;
}
export async function all(folder) {
  return [...walk(folder)]; // !chain
}
export async function first(folder) {
  for (const name of walk(folder)) return name; // !chain
}
`,
  "a generator that is only made": `
import { readdirSync } from "node:fs";
function* walk(folder) { yield* readdirSync(folder); }
export async function later(folder) { return walk(folder); }
`,
  "using and await using": typescript(`
import * as fs from "node:fs";
class Lock implements Disposable {
  constructor(private name: string) { }
  [Symbol.dispose]() { fs.unlinkSync(this.name); }
}
export async function run(name: string) {
  using handle = open(fs.openSync(name, "r")); // !call
  await using file = await fs.promises.open(name);
  return handle;
}
declare function open(fd: number): Disposable;
export { Lock };
`),
  "labels, switch and try in an async function": `
import fs from "node:fs";
export async function run(kind, names) {
  outer: for (const name of names) {
    switch (kind) {
      case "a": fs.readFileSync(name); continue outer; // !call
      default: break;
    }
    try { fs.accessSync(name); } catch { fs.mkdirSync(name); } finally { await 0; } // !call // !call
  }
}
`,
  "an object with methods of each kind": `
import fs from "node:fs";
export const store = {
  get all() { return fs.readdirSync("store"); },
  set one(name) { fs.writeFileSync(name, ""); },
  plain(name) { return fs.readFileSync(name); },
  async load(name) { return fs.readFileSync(name); }, // !call
  async *each() { yield fs.readFileSync("a"); }, // !call
  arrow: async (name) => fs.readFileSync(name), // !call
  ["computed" + 1]: async function (name) { return fs.readFileSync(name); }, // !call
};
`,
  "a getter of an object is asked": `
import fs from "node:fs";
const store = {
  get all() { return fs.readdirSync("store"); },
};
export const list = async () => store.all.length; // !chain
`,
  "a setter of an object is used": `
import fs from "node:fs";
const store = {
  set one(name) { fs.writeFileSync(name, ""); },
};
export async function save(name) {
  store.one = name; // !chain
}
`,
};
