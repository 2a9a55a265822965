/** When code runs: at once, later, elsewhere, never. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const turns: SnippetSet = {
  "a promise's executor runs at once, its callbacks later": `
import { readFileSync } from "node:fs";
export function request(options) {
  return new Promise((resolve, reject) => {
    const key = readFileSync(options.key); // !call
    const socket = connect(key);
    socket.once("error", reject);
    socket.once("data", () => resolve(readFileSync("answer")));
  });
}`,
  "a replacement's callback runs at once": `
import { readFileSync } from "node:fs";
export async function include(text) {
  return text.replace(/<!-- include (\\S+) -->/g, (_, name) => readFileSync(name, "utf8")); // !call
}
export const includeNow = (text) => text.replaceAll(/@(\\w+)/g, (_, name) => readFileSync(name, "utf8"));`,
  "a function that returns a promise on all of its ways": `
import { readFileSync, promises } from "node:fs";
const cache = new Map();
export function load(name) {
  if (cache.has(name)) return Promise.resolve(cache.get(name));
  if (name.endsWith(".json")) {
    const value = JSON.parse(readFileSync(name, "utf8")); // !call
    cache.set(name, value);
    return Promise.resolve(value);
  }
  return promises.readFile(name).then((text) => {
    cache.set(name, text);
    return text;
  });
}`,
  "a function that returns what it was given": `
import { readFileSync } from "node:fs";
export function withFile(name, use) {
  return use(readFileSync(name));
}
export function twice(name) {
  const text = readFileSync(name);
  return { text, later: Promise.resolve(text) };
}`,
  "reactions, also of other people's promises": `
import { writeFileSync, rmSync } from "node:fs";
export function download(url, name) {
  fetch(url)
    .then((response) => response.text())
    .then((text) => writeFileSync(name, text), (error) => { // !call
      rmSync(name, { force: true }); // !call
      throw error;
    })
    .finally(() => rmSync(name + ".lock")); // !call
}`,
  "listeners and timers are left to an option": `
import { readFileSync, appendFileSync } from "node:fs";
import http from "node:http";
process.on("SIGHUP", () => console.log(readFileSync("config")));
setInterval(() => appendFileSync("heartbeat", "."), 1000);
http.createServer((request, response) => response.end(readFileSync("index.html"))).listen(80);`,
  "an async listener, timer and handler are async functions": `
import { readFileSync, appendFileSync } from "node:fs";
import http from "node:http";
process.on("SIGHUP", async () => console.log(readFileSync("config"))); // !call
setInterval(async () => appendFileSync("heartbeat", "."), 1000); // !call
http.createServer(async (request, response) => response.end(readFileSync("index.html"))).listen(80); // !call`,
  "a listener that is emitted on the spot": `
import { EventEmitter } from "node:events";
import { appendFileSync } from "node:fs";
const bus = new EventEmitter();
bus.on("saved", (name) => appendFileSync("log", name));
bus.on("read", () => {});
export async function save(name) {
  bus.emit("saved", name); // !chain
  bus.emit("read", name);
}`,
  "work for a worker thread is elsewhere": `
import { spawnBlocking } from "spawn-blocking";
import workerpool from "workerpool";
const pool = workerpool.pool();
export async function thumbnails(names) {
  await spawnBlocking((name) => process.getBuiltinModule("fs").readFileSync(name), [names[0]]);
  return pool.exec((name) => require("fs").readFileSync(name), [names[1]]);
}`,
  "what is prepared for a worker is not elsewhere": `
import { readFileSync } from "node:fs";
import { spawnBlocking } from "spawn-blocking";
import Piscina from "piscina";
const pool = new Piscina({ filename: "worker.js" });
export async function convert(name) {
  await pool.run({ data: readFileSync(name) }); // !call
  return spawnBlocking((data) => data.length, [readFileSync(name)]); // !call
}`,
  "a worker's entry, by its port": `
import { parentPort, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";
parentPort.on("message", async ({ name }) => {
  parentPort.postMessage(readFileSync(name, "utf8").length + workerData.offset);
});`,
  "both sides of one file": `
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";
async function work(name) {
  return readFileSync(name).length;
}
async function start() {
  const name = readFileSync("names", "utf8"); // !call
  new Worker(new URL(import.meta.url), { workerData: name });
}
if (isMainThread) {
  await start();
} else {
  parentPort.postMessage(await work(workerData));
}`,
  "a module's body before and after its first await": `
import { readFileSync, existsSync } from "node:fs";
const config = JSON.parse(readFileSync("config.json", "utf8"));
await import("./server.js");
if (existsSync("post-start.js")) await import("./post-start.js");
export default config;`,
  "an async generator and a plain one": `
import fs from "node:fs";
export async function* lines(names) {
  for (const name of names) yield* fs.readFileSync(name, "utf8").split("\\n"); // !call
}
function* entries(folder) {
  for (const entry of fs.readdirSync(folder)) yield entry;
}
export async function count(folder) {
  let count = 0;
  for (const entry of entries(folder)) count += entry.length; // !chain
  const lazy = entries(folder);
  return [count, lazy];
}`,
  "methods that are only defined": `
import fs from "node:fs";
export async function createHost() {
  const host = {
    readFile: (name) => fs.readFileSync(name, "utf8"),
    fileExists(name) {
      return fs.existsSync(name);
    },
    get cwd() {
      return fs.realpathSync(".");
    },
  };
  return host;
}
export async function useHost(names) {
  const host = { readFile: (name) => fs.readFileSync(name, "utf8"), get cwd() { return fs.realpathSync("."); } };
  return names.map((name) => host.readFile(host.cwd + name)); // !chain !chain
}`,
  "an immediately called function, in its forms": `
import { readFileSync } from "node:fs";
export async function start() {
  const config = (() => JSON.parse(readFileSync("a", "utf8")))(); // !call
  const text = (function () { return readFileSync(this.name); }).call({ name: "b" }); // !call
  void (async () => { await 0; readFileSync("c"); })(); // !call
  const later = () => readFileSync("d");
  return [config, text, later];
}`,
  "sorted, grouped, reduced and parsed": `
import { statSync, readFileSync } from "node:fs";
export async function overview(names, text) {
  names.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs); // !call !call
  const byKind = Object.groupBy(names, (name) => (statSync(name).isFile() ? "file" : "other")); // !call
  const total = names.reduce((sum, name) => sum + statSync(name).size, 0); // !call
  const parsed = JSON.parse(text, (key, value) => (key === "$ref" ? readFileSync(value, "utf8") : value)); // !call
  return [byKind, total, parsed];
}`,
  "what lodash and others call at once": `
import _ from "lodash";
import pMap from "p-map";
import { readFileSync, statSync } from "node:fs";
export async function all(names) {
  const sizes = _.mapValues(_.keyBy(names), (name) => statSync(name).size); // !call
  const later = _.debounce(() => readFileSync("a"), 100);
  const texts = await pMap(names, (name) => readFileSync(name)); // !call
  return [sizes, later, texts];
}`,
  "a callback in Node.js' style is left to an option, an async one is not": `
import fs from "node:fs";
export async function watchConfig(name) {
  fs.readFile(name, (error, text) => {
    if (!error) fs.writeFileSync(name + ".bak", text);
  });
  fs.stat(name, async (error, stats) => {
    if (!error && stats.isFile()) fs.copyFileSync(name, name + ".copy"); // !call
  });
}`,
  "the end of a using block": `
import { rmSync, mkdtempSync } from "node:fs";
class Lock {
  constructor(name) { this.name = name; }
  [Symbol.dispose]() { rmSync(this.name); }
}
class LaterLock {
  [Symbol.dispose]() { rmSync("later"); }
}
class AsyncLock {
  [Symbol.dispose]() { rmSync("never"); }
  async [Symbol.asyncDispose]() {}
}
export async function build() {
  using lock = new Lock("lock"); // !chain
  await using later = new LaterLock(); // !chain
  await using other = new AsyncLock();
  return mkdtempSync("build-"); // !call
}`,
  "code after a return, a throw and an exit": `
import { readFileSync, existsSync } from "node:fs";
export async function main(args) {
  if (args.length === 0) {
    process.exit(1);
    readFileSync("usage");
  }
  if (!existsSync(args[0])) throw new Error("missing"); // !call
  return 0;
  readFileSync(args[0]);
}`,
  "constants that switch code off": `
import { readFileSync, writeFileSync } from "node:fs";
const DEBUG = false;
const mode = "fast";
export async function trace(text) {
  if (DEBUG) writeFileSync("trace", text);
  if (mode === "slow") readFileSync("slow");
  if (process.env.TRACE) writeFileSync("trace", text); // !call
  DEBUG && writeFileSync("trace", text);
  return mode === "fast" ? text : readFileSync("slow");
}`,
  "a handler of a test": named(
    "store.test.ts",
    `
import { describe, it, before } from "node:test";
import { mkdtempSync, rmSync, readFileSync } from "node:fs";
describe("store", () => {
  const folder = mkdtempSync("store-");
  before(() => rmSync(folder));
  it("reads", async () => {
    readFileSync(folder); // !call
  });
  it("removes", () => {
    rmSync(folder);
  });
});`,
  ),
  "decorators, accessors and overloads": typescript(`
import { readFileSync } from "node:fs";
declare function cached(target: unknown, context: ClassMethodDecoratorContext): void;
export abstract class Repository {
  abstract load(name: string): string;
  read(name: string): string;
  read(name: string, raw: true): Buffer;
  read(name: string, raw?: boolean): string | Buffer {
    return raw ? readFileSync(name) : readFileSync(name, "utf8");
  }
  @cached
  async get(name: string): Promise<string> {
    return this.read(name) + this.load(name); // !chain
  }
  accessor title = "";
}`),
  "asynchronous contexts and transactions run their function at once": `
import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
const storage = new AsyncLocalStorage();
export async function withUser(user) {
  return storage.run(user, () => readFileSync(user.file)); // !call
}
export const bound = AsyncLocalStorage.bind(() => readFileSync("a"));`,
  "older compiled output": commonjs(`
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
  return new (P || (P = Promise))(function (resolve, reject) {
    function step(result) { result.done ? resolve(result.value) : new P(function (r) { r(result.value); }).then(step); }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.size = exports.load = void 0;
const fs_1 = __importDefault(require("fs"));
function load(name) {
  return __awaiter(this, void 0, void 0, function* () {
    return fs_1.default.readFileSync(name); // !call
  });
}
exports.load = load;
const size = (name) => fs_1.default.statSync(name).size;
exports.size = size;`),
  "a page's dialogs and its synchronous requests": `
export async function remove(item) {
  if (!window.confirm("Sure?")) return; // !call
  const request = new XMLHttpRequest();
  request.open("DELETE", "/items/" + item.id, false); // !call
  request.send();
  const later = new XMLHttpRequest();
  later.open("GET", "/items");
  later.send();
  alert("Removed"); // !call
}
export async function ask(dialog) {
  return dialog.confirm("Sure?");
}`,
  "Deno and Bun": typescript(`
Deno.serve(async (request: Request) => {
  const text = Deno.readTextFileSync("." + new URL(request.url).pathname); // !call
  await Deno.readTextFile("a");
  return new Response(text);
});
export async function run(): Promise<string> {
  const result = Bun.spawnSync(["ls"]); // !call
  Bun.sleepSync(10); // !call
  await Bun.sleep(10);
  return result.stdout.toString() + (await Bun.file("a").text());
}`),
  "a sync helper is called by plain code and by async code": withFiles(
    `
import { loadConfig } from "./config.js";
const config = loadConfig("start.json");
export function reload() {
  return loadConfig("again.json");
}
export async function handler(request, response) {
  response.end(loadConfig(request.url).title + config.title); // !chain
}`,
    {
      "config.js":
        'import { readFileSync } from "node:fs";\nexport const loadConfig = (name) => JSON.parse(readFileSync(name, "utf8"));',
    },
  ),
};
