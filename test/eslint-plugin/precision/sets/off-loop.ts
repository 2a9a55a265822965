import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Work that runs on other threads, and what is evaluated here on the way there. */
export const offLoop: SnippetSet = {
  "spawnBlocking's closure": `
    import { spawnBlocking } from "spawn-blocking";
    export async function f(p) {
      return spawnBlocking(async (p) => { const fs = await import("node:fs"); return fs.readFileSync(p); }, [p]);
    }`,
  "spawnBlocking's arguments are evaluated eagerly": `
    import fs from "fs";
    import { spawnBlocking } from "spawn-blocking";
    export async function f() {
      return spawnBlocking((text) => text.length, [fs.readFileSync("a", "utf8")]); // !call
    }`,
  "workerpool's exec": `
    import workerpool from "workerpool";
    const pool = workerpool.pool();
    export async function f(p) {
      return pool.exec((p) => require("fs").readFileSync(p, "utf8"), [p]);
    }`,
  "workerpool's worker registers blocking functions": `
    import fs from "fs";
    import workerpool from "workerpool";
    workerpool.worker({ read: async (p) => fs.readFileSync(p) });`,
  "make-asynchronous": `
    import makeAsynchronous from "make-asynchronous";
    const hash = makeAsynchronous(async (text) => {
      const { pbkdf2Sync } = await import("node:crypto");
      return pbkdf2Sync(text, "salt", 600000, 32, "sha256");
    });
    export async function f(text) { return hash(text); }`,
  "piscina's task by file name": `
    import Piscina from "piscina";
    import fs from "fs";
    const pool = new Piscina({ filename: new URL("./worker.js", import.meta.url).href });
    export async function f() { return pool.run(fs.readFileSync("a")); } // !call`,
  "tinypool's task by file name": `
    import { Tinypool } from "tinypool";
    const pool = new Tinypool({ filename: new URL("./worker.js", import.meta.url).href });
    export async function f(p) { return pool.run({ p }); }`,
  "worker file that takes messages": `
    import fs from "fs";
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", async (p) => { parentPort.postMessage(fs.readFileSync(p)); });`,
  "worker's side of isMainThread": commonjs(`
    const { isMainThread, parentPort, workerData, Worker } = require("worker_threads");
    const fs = require("fs");
    if (isMainThread) {
      module.exports = async (p) => { fs.statSync(p); return new Worker(__filename, { workerData: p }); }; // !call
    } else {
      (async () => parentPort.postMessage(fs.readFileSync(workerData)))();
    }`),
  "worker's side of !isMainThread": `
    import { isMainThread, parentPort, workerData } from "node:worker_threads";
    import fs from "fs";
    if (!isMainThread) {
      (async () => { parentPort.postMessage(fs.readFileSync(workerData)); })();
    }`,
  "worker's side of isMainThread by early return": `
    import * as threads from "node:worker_threads";
    import fs from "fs";
    export async function main() {
      if (threads.isMainThread) return start();
      return fs.readFileSync(threads.workerData);
    }`,
  "dedicated worker in the browser": `
    self.onmessage = async (event) => {
      importScripts("lib.js");
      Atomics.wait(new Int32Array(event.data), 0, 0, 1000);
      self.postMessage(1);
    };`,
  "child process' forked file": `
    import fs from "fs";
    process.on("message", (p) => process.send(fs.readFileSync(p)));`,
  "Worker made from a string": `
    import { Worker } from "node:worker_threads";
    export async function f() {
      return new Worker("require('fs').readFileSync('a')", { eval: true });
    }`,
  "worker started from another file": withFiles(
    `
    import { Worker } from "node:worker_threads";
    export async function f(p) { return new Worker(new URL("./read.worker.js", import.meta.url), { workerData: p }); }`,
    { "read.worker.js": `import fs from "fs"; fs.readFileSync("a");` },
  ),
  "spawnBlocking with a named function of the file": `
    import { spawnBlocking } from "spawn-blocking";
    function count(p) { return process.getBuiltinModule("fs").readFileSync(p).length; }
    export const f = (p) => spawnBlocking(count, [p]);`,
  "spawnBlocking under another name": `
    import { spawnBlocking as offload } from "spawn-blocking";
    export async function f(p) { return offload((p) => process.getBuiltinModule("fs").statSync(p).size, [p]); }`,
  "spawnBlocking through a namespace": `
    import * as pool from "spawn-blocking";
    export async function f(p) { return pool.spawnBlocking((p) => process.getBuiltinModule("fs").statSync(p).size, [p]); }`,
  "spawnBlocking by file and export": `
    import { spawnBlocking } from "spawn-blocking";
    export const f = (p) => spawnBlocking(new URL("./work.js", import.meta.url), "hash", [p]);`,
  "a function of the same name from elsewhere": `
    import fs from "fs";
    import { spawnBlocking } from "./own.js";
    export async function f(p) { return spawnBlocking(async () => fs.readFileSync(p)); } // !call`,
  "workerpool with options and a proxy": `
    import workerpool from "workerpool";
    const pool = workerpool.pool("./worker.js", { maxWorkers: 2 });
    export async function f(p) { const worker = await pool.proxy(); return worker.read(p); }`,
  "workerpool's exec of a named function": commonjs(`
    const workerpool = require("workerpool");
    const pool = workerpool.pool();
    function fib(n) { const fs = require("fs"); fs.readFileSync("a"); return n; }
    exports.f = async (n) => pool.exec(fib, [n]);`),
  "piscina with an inline import": `
    import { Piscina } from "piscina";
    const pool = new Piscina({ filename: new URL("./w.js", import.meta.url).href });
    export default async (p) => await pool.run({ p }, { name: "read" });`,
  "arguments for a pool are computed here": `
    import { Piscina } from "piscina";
    import { gunzipSync } from "node:zlib";
    const pool = new Piscina({ filename: "./w.js" });
    export default async (p) => pool.run(gunzipSync(p)); // !call`,
  "a worker file: receives through workerData": `
    import { workerData, parentPort } from "node:worker_threads";
    import { pbkdf2Sync } from "node:crypto";
    const run = async () => pbkdf2Sync(workerData.password, "s", 1e6, 32, "sha256");
    parentPort.postMessage(await run());`,
  "a worker file, CommonJS": commonjs(`
    const { parentPort } = require("node:worker_threads");
    const fs = require("fs");
    async function handle(p) { return fs.readFileSync(p); }
    parentPort.on("message", (p) => handle(p).then((x) => parentPort.postMessage(x)));`),
  "piscina's worker, which only exports": withFiles(
    `
    import fs from "fs";
    export default async function (p) { return fs.readFileSync(p); } // !call`,
    { "main.js": `import Piscina from "piscina"; new Piscina({ filename: "./file.js" });` },
  ),
  "a file with threads imported only for the main side": `
    import { Worker } from "node:worker_threads";
    import fs from "fs";
    export async function f(p) { fs.statSync(p); return new Worker("./w.js"); } // !call`,
  "isMainThread as a guard at the top": commonjs(`
    const { isMainThread, Worker, parentPort } = require("worker_threads");
    const fs = require("fs");
    if (!isMainThread) {
      parentPort.once("message", async (p) => parentPort.postMessage(fs.readFileSync(p)));
    } else {
      exports.read = async (p) => { const w = new Worker(__filename); fs.statSync(p); w.postMessage(p); }; // !call
    }`),
  "isMainThread in a ternary": `
    import { isMainThread } from "worker_threads";
    import fs from "fs";
    export const run = async () => (isMainThread ? delegate() : fs.readFileSync("a"));`,
  "isMainThread stored in a variable": `
    import { isMainThread as main } from "worker_threads";
    import fs from "fs";
    const inWorker = !main;
    export async function f() { if (inWorker) return fs.readFileSync("a"); return 1; }`,
  "make-asynchronous with a timer": typescript(`
    import makeAsynchronous from "make-asynchronous";
    const work = makeAsynchronous((n: number) => { const end = Date.now() + n; while (Date.now() < end); });
    export async function f() { await work(100); }`),
  "a browser's worker script": `
    self.addEventListener("message", async (event) => {
      const request = new XMLHttpRequest();
      request.open("GET", event.data, false);
      request.send();
      self.postMessage(request.responseText);
    });`,
  "comlink's expose in a worker": `
    import * as Comlink from "comlink";
    const api = { async run(url) { const r = new XMLHttpRequest(); r.open("GET", url, false); r.send(); return r.response; } };
    Comlink.expose(api);`,
  "a page's function run by puppeteer": `
    export async function f(page) {
      return page.evaluate(() => { alert("x"); const r = new XMLHttpRequest(); r.open("GET", "/", false); r.send(); });
    }`,
  "a string of code for a child process": `
    import { spawn } from "child_process";
    export async function f() { return spawn(process.execPath, ["-e", "require('fs').readFileSync('a')"]); }`,
  "a service worker": `
    self.addEventListener("fetch", (event) => { event.respondWith(caches.match(event.request)); });`,
};
