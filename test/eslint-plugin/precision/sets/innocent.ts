/** Code without anything to find, although a hasty reader would find something. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const innocent: SnippetSet = {
  "an in-memory file system": `
import { fs as memory, vol } from "memfs";
export const load = async (name) => memory.readFileSync(name) ?? vol.toJSON();
`,
  "compiler hosts have readFileSync of their own": typescript(`
class Host {
  private files = new Map<string, string>();
  readFileSync(name: string) { return this.files.get(name); }
  async compile(name: string) { return this.readFileSync(name); }
}
export default Host;
`),
  "a store's sync": `
export class Replica {
  sync() { this.dirty = false; }
  async flush() { this.sync(); await this.network.pushSync(); }
}
`,
  "functions called flushSync and execSync elsewhere": `
import { flushSync } from "react-dom";
import { execSync } from "./fake-shell.js";
export async function update(set) {
  flushSync(() => set(1));
  execSync("x");
}
`,
  "a parameter called fs": `
import fs from "node:fs";
fs.existsSync("x");
export async function load(fs, name) { return fs.readFileSync(name); }
`,
  "a destructured parameter": `
import { readFileSync } from "node:fs";
readFileSync("x");
export const load = async ({ readFileSync }, name) => readFileSync(name);
`,
  "a local variable in an outer function": `
import { readFileSync } from "node:fs";
export function make(cache) {
  const readFileSync = (name) => cache.get(name);
  return async (name) => readFileSync(name);
}
export const eager = readFileSync("x");
`,
  "a test with until the deadline that expects": `
import test from "node:test";
test("eventually", async () => {
  const deadline = Date.now() + 1000;
  while (Date.now() < deadline) {
    const response = await fetch("http://localhost");
    if (response.ok) return;
  }
});
`,
  "sync code in plain functions that nobody calls here": `
import { readFileSync, writeFileSync } from "node:fs";
export function read(name) { return readFileSync(name); }
export function write(name, text) { writeFileSync(name, text); }
export default class Files { read(name) { return readFileSync(name); } }
`,
  "a lazy getter defined, not asked": `
import { readFileSync } from "node:fs";
export async function make(name) {
  return {
    get text() { return readFileSync(name, "utf8"); },
  };
}
`,
  "a callback handed to an asynchronous API": `
import { readFile, readFileSync } from "node:fs";
export async function load(name, done) {
  readFile(name, (error, data) => done(error, readFileSync(String(data))));
}
`,
  "an event listener in an async function": `
import { createServer } from "node:net";
import { writeFileSync } from "node:fs";
export async function serve() {
  const server = createServer((socket) => socket.on("data", (data) => writeFileSync("log", data)));
  server.on("error", (error) => writeFileSync("log", String(error)));
  server.listen(1);
}
`,
  "a comparison with an API": `
import fs from "node:fs";
export async function patched() {
  return fs.readFileSync !== original && typeof fs.readFileSync === "function";
}
const original = fs.readFileSync;
`,
  "an API that is replaced": `
import fs from "node:fs";
export async function patch(fake) {
  fs.readFileSync = fake;
  Object.defineProperty(fs, "statSync", { value: fake });
}
`,
  "a wrapper that makes promises of callbacks": `
import cp from "node:child_process";
const run = (command) => new Promise((resolve, reject) => {
  const child = cp.spawn(command, { shell: true });
  let out = "";
  child.stdout.on("data", (chunk) => { out += chunk; });
  child.on("close", (code) => (code ? reject(new Error(out)) : resolve(out)));
});
export const status = async () => run("git status");
`,
  "a semaphore that waits rightly": `
export class Semaphore {
  #waiting = [];
  #free;
  constructor(n) { this.#free = n; }
  async acquire() {
    while (this.#free === 0) await new Promise((resolve) => this.#waiting.push(resolve));
    this.#free--;
  }
  release() { this.#free++; this.#waiting.shift()?.(); }
}
`,
  "exponential backoff": `
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export async function retry(fn, times = 5) {
  let delay = 10;
  while (times-- > 0) {
    try { return await fn(); } catch { await wait(delay); delay *= 2; }
  }
}
`,
  "a lexer, a parser and a virtual machine": `
export function run(program) {
  let pc = 0, halted = false;
  const stack = [];
  while (!halted) {
    const op = program[pc++];
    if (op === undefined) halted = true;
    else stack.push(op);
  }
  return stack;
}
export class Lexer {
  next() {
    while (this.peek() !== "\\n" && !this.done) this.advance();
    do { this.index++; } while (/\\s/.test(this.text[this.index]));
  }
}
`,
  "Newton's method and bisection": `
export async function root(f, df, x) {
  while (Math.abs(f(x)) > 1e-9) x -= f(x) / df(x);
  let low = 0, high = 1;
  while (high - low > 1e-9) { const mid = (low + high) / 2; if (f(mid) > 0) high = mid; else low = mid; }
  return x + low;
}
`,
  "a heap's sift and a union-find": `
export function find(parent, x) {
  while (parent[x] !== x) x = parent[x];
  return x;
}
export function sift(heap, i) {
  while (i > 0 && heap[i] < heap[(i - 1) >> 1]) { [heap[i], heap[(i - 1) >> 1]] = [heap[(i - 1) >> 1], heap[i]]; i = (i - 1) >> 1; }
}
`,
  "a scheduler of one's own hands back in between": `
export async function work(tasks) {
  let last = Date.now();
  while (tasks.length) {
    tasks.pop()();
    if (Date.now() - last > 10) { await new Promise((r) => setTimeout(r)); last = Date.now(); }
  }
}
`,
  "DOM work": `
export async function clear(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
  while (node.nextSibling) node.nextSibling.remove();
  while (node && !node.matches(".root")) node = node.parentElement;
}
`,
  "an animation": `
export function animate(element, ms) {
  const start = performance.now();
  requestAnimationFrame(function frame(now) {
    if (now - start < ms) requestAnimationFrame(frame);
  });
}
`,
  "a mutex by Atomics.waitAsync": `
export async function lock(view) {
  while (Atomics.compareExchange(view, 0, 0, 1) !== 0) {
    const { async, value } = Atomics.waitAsync(view, 0, 1);
    if (async) await value;
  }
}
`,
  "Atomics that do not wait": `
export async function bump(view) {
  Atomics.add(view, 0, 1);
  Atomics.notify(view, 0);
  return Atomics.load(view, 0);
}
`,
  "a queue of promises one after the other": `
export async function all(jobs) {
  for (const job of jobs) await job();
  let next;
  while ((next = jobs.shift())) await next();
}
`,
  "a class that is called Database": `
import { Database } from "./database.js";
const db = new Database("x");
export const user = async (id) => db.prepare("select").get(id);
`,
  "functions that return functions": commonjs(`
const fs = require("fs");
module.exports = {
  reader: (name) => () => fs.readFileSync(name),
  lazyReader: async (name) => () => fs.readFileSync(name),
};
`),
  "an async callback of forEach holds nothing but promises": `
import { readFile } from "node:fs/promises";
export async function all(names) {
  names.forEach(async (name) => { await readFile(name); });
}
`,
  "a module that is only imported for its effect": withFiles(
    `
import "./setup.js";
export async function run() { return globalThis.config; }
`,
    {
      "setup.js": `import { readFileSync } from "node:fs";\nglobalThis.config = readFileSync("c");`,
    },
  ),
  "a dynamic import of one's own module": withFiles(
    `
export async function run() { const { value } = await import("./setup.js"); return value; }
`,
    {
      "setup.js": `import { readFileSync } from "node:fs";\nexport const value = readFileSync("c");`,
    },
  ),
  "signals and abort": `
export async function wait(signal) {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 10));
}
`,
  "JSX attributes and object keys": {
    filename: "view.jsx",
    code: `
export const View = ({ fs }) => <Panel readFileSync={fs} onOpen={async () => fs.open()} />;
export const table = async () => ({ readFileSync: 1, execSync: "x" });
`,
  },
};
