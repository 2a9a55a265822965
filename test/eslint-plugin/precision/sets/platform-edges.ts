/** Deno, Bun, browsers, worker threads, streams, timers and loops. */
import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

export const platformEdges: SnippetSet = {
  "a Deno server with a key-value store": typescript(`
import { serveDir } from "jsr:@std/http/file-server";
import { walkSync, existsSync, ensureDirSync } from "jsr:@std/fs";
const config = JSON.parse(Deno.readTextFileSync("deno.json"));
Deno.serve(async (request: Request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/stat") return Response.json(Deno.statSync("data")); // !call
  const file = Deno.openSync("log", { append: true }); // !call
  file.writeSync(new TextEncoder().encode(pathname)); // !call
  file.close();
  const out = new Deno.Command("uname").outputSync(); // !call
  await Deno.writeTextFile("last", pathname + config.name + out.code);
  return serveDir(request);
});
addEventListener("unload", () => Deno.removeSync("pid"));`),
  "a Bun script and server": typescript(`
import { $ } from "bun";
import { Database } from "bun:sqlite";
const db = new Database("app.sqlite");
const insert = db.query("insert into hits values (?)");
Bun.serve({
  async fetch(request) {
    insert.run(request.url); // !call
    const { stdout } = Bun.spawnSync(["date"]); // !call
    const hash = Bun.password.hashSync("secret"); // !call
    await $\`echo hello\`;
    const file = Bun.file("a.json");
    return Response.json({ date: stdout.toString(), hash, rows: db.query("select * from hits").all(), file: await file.json() }); // !call
  },
  websocket: { message(ws, message) { insert.run(String(message)); } },
});
const zipped = Bun.gzipSync(new Uint8Array(1));`),
  "dialogs and requests of a page": typescript(`
const button = document.querySelector("button")!;
button.addEventListener("click", async () => {
  if (!window.confirm("Delete?")) return; // !call
  const reason = prompt("Why?"); // !call
  const request = new XMLHttpRequest();
  request.open("POST", "/delete", false); // !call
  request.send(reason);
  const later = new XMLHttpRequest();
  later.open("GET", "/list");
  later.onload = () => alert(later.responseText);
  later.send();
  await fetch("/done");
});
button.onclick = () => { alert("clicked"); };`),
  "a dialog of one's own": `
import { confirm } from "./dialog.js";
function prompt(text) { return Promise.resolve(text); }
export async function ask(ui) {
  if (!(await confirm("Sure?"))) return;
  const name = await prompt("Name?");
  ui.alert(name);
  const { alert } = ui;
  alert("done");
}`,
  "a worker file, by its name and by its port": named(
    "resize.worker.ts",
    `
import { parentPort } from "node:worker_threads";
import { readFileSync, writeFileSync } from "node:fs";
import { pbkdf2Sync } from "node:crypto";
async function resize(name: string) {
  const data = readFileSync(name);
  writeFileSync(name + ".small", pbkdf2Sync(data, "x", 1000, 64, "sha1"));
}
parentPort?.on("message", async (name: string) => {
  await resize(name);
  parentPort?.postMessage("done");
});`,
  ),
  "both sides of isMainThread": `
import { Worker, isMainThread, workerData, parentPort } from "node:worker_threads";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
function parse(name) { return JSON.parse(readFileSync(name, "utf8")); }
if (isMainThread) {
  main();
} else {
  run();
}
async function main() {
  const name = readFileSync("name", "utf8"); // !call
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: name });
  await new Promise((resolve) => worker.once("exit", resolve));
  parse(name); // !chain
}
async function run() {
  parentPort.postMessage(parse(workerData));
}`,
  "closures for pools": `
import { spawnBlocking } from "spawn-blocking";
import workerpool from "workerpool";
import makeAsynchronous from "make-asynchronous";
import Piscina from "piscina";
import { readFileSync } from "node:fs";
const pool = workerpool.pool();
const piscina = new Piscina({ filename: new URL("./task.js", import.meta.url).href });
const slow = makeAsynchronous((n) => { const { execSync } = process.getBuiltinModule("child_process"); return execSync("sleep " + n); });
export async function run(name) {
  await spawnBlocking((file) => process.getBuiltinModule("fs").readFileSync(file), [name]);
  await spawnBlocking((text) => text.length, [readFileSync(name, "utf8")]); // !call
  await pool.exec((n) => { let sum = 0; for (let i = 0; i < n; i++) sum += i; return sum; }, [1e9]);
  await pool.exec("fibonacci", [readFileSync("n")]); // !call
  await piscina.run(readFileSync(name)); // !call
  return slow(1);
}`,
  "synckit's and a hand-made bridge to a worker": commonjs(`
const { createSyncFn } = require("synckit");
const { Worker, MessageChannel, receiveMessageOnPort } = require("worker_threads");
const format = createSyncFn(require.resolve("./format-worker"));
const flag = new Int32Array(new SharedArrayBuffer(4));
function callSync(value) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker("./worker.js");
  worker.postMessage({ value, port: port2 }, [port2]);
  Atomics.wait(flag, 0, 0);
  return receiveMessageOnPort(port1).message;
}
exports.format = async (text) => format(text); // !call
exports.call = async (value) => callSync(value); // !chain
exports.poll = async () => Atomics.wait(flag, 0, 0, 0);
exports.pause = async (ms) => Atomics.wait(flag, 0, 0, ms); // !call`),
  "a Transform's callbacks and an async transform": `
import { Transform, pipeline } from "node:stream";
import { createReadStream, createWriteStream, appendFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
export class Packed extends Transform {
  _transform(chunk, encoding, done) { done(null, deflateSync(chunk)); }
  async _flush(done) { appendFileSync("log", "end"); done(); } // !call
}
export async function pack(from, to) {
  const upper = new Transform({ transform(chunk, _, done) { appendFileSync("log", chunk); done(null, chunk); } });
  pipeline(createReadStream(from), upper, new Packed(), createWriteStream(to), (error) => { appendFileSync("log", String(error)); });
  pipeline(createReadStream(from), async function* (source) {
    for await (const chunk of source) yield deflateSync(chunk); // !call
  }, createWriteStream(to), () => {});
}`,
  "readable streams of the web": `
import { readSync, openSync, closeSync } from "node:fs";
export function fileStream(name) {
  let fd;
  return new ReadableStream({
    start() { fd = openSync(name); },
    async pull(controller) {
      const chunk = Buffer.alloc(1024);
      const length = readSync(fd, chunk); // !call
      if (length === 0) controller.close(); else controller.enqueue(chunk.subarray(0, length));
    },
    cancel() { closeSync(fd); },
  });
}`,
  "timers that are awaited": `
import { setTimeout as sleep, setInterval as every, scheduler } from "node:timers/promises";
import { existsSync, readFileSync } from "node:fs";
export async function waitFor(name, tries = 10) {
  while (!existsSync(name) && tries-- > 0) await sleep(100); // !call
  for await (const _ of every(1000)) {
    if (existsSync(name)) break; // !call
  }
  await scheduler.wait(10);
  return readFileSync(name); // !call
}`,
  "sleeps by every trick": typescript(`
import { execSync, spawnSync } from "child_process";
import deasync from "deasync";
export function busy(ms: number): void {
  const until = Date.now() + ms;
  while (Date.now() < until) { /* wait */ } // !spin
}
export const sleepSync = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
export async function retry<T>(run: () => Promise<T>, times = 3): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (times === 0) throw error;
    busy(100); // !chain
    sleepSync(100); // !chain
    deasync.sleep(100); // !call
    spawnSync("sleep", ["0.1"]); // !call
    execSync("ping -c 1 127.0.0.1"); // !call
    return retry(run, times - 1);
  }
}`),
  "loops that wait for a lock file or a child": `
import fs, { existsSync } from "node:fs";
import { spawn } from "node:child_process";
export function lock(name) {
  while (existsSync(name)); // !spin
  fs.writeFileSync(name, "");
}
export function acquire(name) {
  for (;;) { // !spin
    try {
      return fs.openSync(name, "wx");
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
export function until() {
  let done = false;
  spawn("ls").on("exit", () => { done = true; });
  while (!done) {} // !spin
}
export async function patient(name) {
  while (existsSync(name)) await new Promise((resolve) => setTimeout(resolve, 50)); // !call
}`,
  "loops that do work until the clock says stop": `
export function slices(jobs, budget = 8) {
  const start = performance.now();
  while (jobs.length > 0 && performance.now() - start < budget) jobs.shift()();
  return new Promise((resolve) => setTimeout(resolve));
}
export function search(root, limit) {
  const end = Date.now() + limit;
  let best = null, node = root;
  while (Date.now() < end && (node = node.next)) if (!best || node.score > best.score) best = node;
  return best;
}
export async function throttle(queue) {
  let last = 0;
  for await (const item of queue) {
    if (Date.now() - last < 100) continue;
    last = Date.now();
    item();
  }
}
export function unique(used) {
  let id;
  do id = Date.now() + "-" + Math.random(); while (used.has(id));
  return id;
}`,
  "loops that await only something already there": `
let ready = false;
export const setReady = () => { ready = true; };
const done = Promise.resolve();
export async function one() { while (!ready) await done; } // !spin
export async function two() {
  while (!ready) { // !spin
    await undefined;
  }
}
export async function three(check) { while (!(await check())) {} }
export async function four() { while (!ready) await new Promise((resolve) => setImmediate(resolve)); }
export async function five(fast) {
  while (!ready) { // !spin
    if (fast) continue;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
export async function six() { while (!ready) await new Promise((resolve) => resolve()); } // !spin`,
  "spinning on shared memory": `
import { receiveMessageOnPort } from "node:worker_threads";
export function spinLock(view) {
  while (Atomics.compareExchange(view, 0, 0, 1) !== 0) {} // !spin
}
export function waitFor(view, value) {
  for (;;) { // !spin
    if (Atomics.load(view, 0) === value) return;
  }
}
export function next(port) {
  let message;
  while ((message = receiveMessageOnPort(port)) === undefined); // !spin
  return message.message;
}
export function drain(port, handle) {
  let message;
  while ((message = receiveMessageOnPort(port))) handle(message.message);
}
export const add = (view) => { let old; do { old = Atomics.load(view, 0); } while (Atomics.compareExchange(view, 0, old, old + 1) !== old); };`,
  "a module's body before and after its first await": `
import { readFileSync } from "node:fs";
const before = readFileSync("a");
const answer = await fetch("http://x");
const after = readFileSync("b");
for (const name of await answer.json()) readFileSync(name);
export default [before, after].map((one) => one.length);`,
  "WebAssembly and vm": commonjs(`
const vm = require("node:vm");
const fs = require("node:fs/promises");
exports.load = async (name) => {
  const bytes = await fs.readFile(name);
  const module = new WebAssembly.Module(bytes); // !call
  const instance = new WebAssembly.Instance(module, {}); // !call
  const other = await WebAssembly.instantiate(bytes);
  const script = new vm.Script("1 + 1");
  script.runInThisContext(); // !call
  vm.runInNewContext("x", { x: other }); // !call
  return instance.exports;
};`),
  "a heap snapshot on demand": typescript(`
import v8, { writeHeapSnapshot } from "node:v8";
import inspector from "node:inspector/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
export class Diagnostics {
  private readonly delay = monitorEventLoopDelay();
  async dump(): Promise<string> {
    v8.setFlagsFromString("--no-opt");
    const session = new inspector.Session();
    session.connect();
    await session.post("HeapProfiler.enable");
    return writeHeapSnapshot("x.heapsnapshot"); // !call
  }
  heap() { return v8.getHeapStatistics(); }
}`),
  "SQLite in Node": `
import { DatabaseSync, backup } from "node:sqlite";
const db = new DatabaseSync(":memory:");
db.exec("create table t (x)");
const insert = db.prepare("insert into t values (?)");
export class Store {
  #all = db.prepare("select * from t");
  static async open(name) { return new DatabaseSync(name); } // !call
  async add(...values) { for (const value of values) insert.run(value); } // !call
  async rows() { return this.#all.all(); } // !call
  each(f) { for (const row of this.#all.iterate()) f(row); }
  async visit(f) { this.each(f); } // !chain
  async save(name) { await backup(db, name); db.close(); }
}`,
};
