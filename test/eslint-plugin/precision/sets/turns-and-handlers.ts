/** Where code runs, as somebody asks who wants to know what is on the event loop and what is not. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const turnsAndHandlers: SnippetSet = {
  "every array method that runs its callback at once": `
import { existsSync, statSync } from "node:fs";
export async function all(files) {
  files.some((file) => existsSync(file)); // !call
  files.every(existsSync); // !call
  files.findLast((file) => statSync(file).size > 0); // !call
  files.toSorted((a, b) => statSync(a).size - statSync(b).size); // !call !call
  files.reduceRight((sum, file) => sum + statSync(file).size, 0); // !call
  Array.from(files, (file) => statSync(file)); // !call
  Object.groupBy(files, (file) => existsSync(file)); // !call
  new Map(files.map((file) => [file, statSync(file)])); // !call
}`,
  "typed arrays, strings, JSON and structured data run theirs at once": `
import { readFileSync } from "node:fs";
export async function all(text, bytes) {
  text.replaceAll(/@(\\w+)/g, (_, name) => readFileSync(name, "utf8")); // !call
  bytes.map(() => readFileSync("a").length); // !call
  JSON.parse(text, (key, value) => (key === "file" ? readFileSync(value) : value)); // !call
}`,
  "iterator helpers run theirs when something pulls": `
import { statSync } from "node:fs";
export async function sizes(files) {
  return files.values().map((file) => statSync(file).size).toArray(); // !call
}`,
  "a promise's executor, its reactions and what they return": `
import fs from "node:fs";
export function load(file) {
  return new Promise((resolve) => {
    resolve(fs.readFileSync(file)); // !call
  })
    .then((data) => fs.writeFileSync("copy", data)) // !call
    .catch(() => fs.rmSync("copy")) // !call
    .finally(() => fs.closeSync(3)); // !call
}`,
  "a function that returns Promise.resolve of what it read": `
import fs from "node:fs";
export const load = (file) => Promise.resolve(fs.readFileSync(file)); // !call
export const safe = (file) => Promise.try(() => fs.readFileSync(file)); // !call`,
  "withResolvers, returned": `
import fs from "node:fs";
export function first(emitter) {
  const { promise, resolve } = Promise.withResolvers();
  const start = fs.statSync("a").mtimeMs; // !call
  emitter.once("change", () => resolve(start));
  return promise;
}`,
  queueMicrotask: `
import fs from "node:fs";
export function later() {
  queueMicrotask(() => fs.writeFileSync("a", "1")); // !call
}`,
  "timers, ticks and listeners are left to an option": `
import fs from "node:fs";
setTimeout(() => fs.readFileSync("a"), 10);
setInterval(() => fs.readFileSync("a"), 10);
setImmediate(() => fs.readFileSync("a"));
process.nextTick(() => fs.readFileSync("a"));
process.on("exit", () => fs.writeFileSync("state", "1"));
process.once("SIGINT", () => fs.rmSync("lock"));`,
  "an async listener and an async timer count": `
import fs from "node:fs";
setInterval(async () => {
  fs.writeFileSync("beat", String(Date.now())); // !call
}, 1000);
process.on("message", async (message) => fs.appendFileSync("log", message)); // !call`,
  "sync and async handlers of web frameworks": `
import express from "express";
import fs from "node:fs";
const app = express();
app.get("/a", (req, res) => res.send(fs.readFileSync("a")));
app.get("/b", async (req, res) => res.send(fs.readFileSync("b"))); // !call
app.use(async (error, req, res, next) => {
  fs.appendFileSync("errors", String(error)); // !call
  next(error);
});`,
  "for await, and the body of an async generator": `
import fs from "node:fs";
import readline from "node:readline";
export async function* lines(files) {
  for (const file of files) {
    if (!fs.existsSync(file)) continue; // !call
    for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) yield line;
  }
}
export async function count(files) {
  for await (const line of lines(files)) fs.appendFileSync("log", line); // !call
}`,
  "a sync generator runs where it is iterated": `
import fs from "node:fs";
function* walk(dir) {
  for (const name of fs.readdirSync(dir)) yield name;
}
export async function list(dir) {
  return [...walk(dir)]; // !chain
}
export async function lazily(dir) {
  return walk(dir);
}`,
  "an IIFE inside a sync function is no async code": `
import fs from "node:fs";
export function load() {
  return (() => fs.readFileSync("a"))();
}
export const start = async () => (() => fs.readFileSync("a"))(); // !call`,
  "an async IIFE at the top of a script": commonjs(`
const fs = require("fs");
fs.readFileSync("before");
(async () => {
  const text = fs.readFileSync("inside", "utf8"); // !call
  await fetch(text);
})();
void (async function main() { fs.rmSync("x"); })(); // !call`),
  "methods defined inside an async function but not called there": `
import fs from "node:fs";
export async function make() {
  const api = {
    read(file) { return fs.readFileSync(file); },
    get size() { return fs.statSync("a").size; },
  };
  class Store { load() { return fs.readFileSync("a"); } }
  function helper() { return fs.readFileSync("a"); }
  return { api, Store, helper };
}`,
  "a class defined inside an async function runs its static parts": `
import fs from "node:fs";
export async function make() {
  class Store {
    static data = fs.readFileSync("a"); // !call
    field = fs.readFileSync("b");
    static { fs.mkdirSync("c"); } // !call
    [fs.readFileSync("name", "utf8")]() {} // !call
  }
  return Store;
}`,
  "a default parameter of an async function runs when it is called": `
import fs from "node:fs";
export async function load(text = fs.readFileSync("a", "utf8")) { // !call
  return text;
}`,
  "top-level await by itself is left to an option": `
import fs from "node:fs";
const config = await import("./config.js");
export const text = fs.readFileSync(config.file);`,
  "code sent to other threads, with eager parts": `
import fs from "node:fs";
import { spawnBlocking } from "spawn-blocking";
export async function hash(file) {
  return spawnBlocking((data) => process.getBuiltinModule("node:crypto").scryptSync(data, "salt", 64), [
    fs.readFileSync(file), // !call
  ]);
}`,
  "a worker's file by its Worker": withFiles(
    `
import fs from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
async function main() {
  parentPort.postMessage(fs.readFileSync(workerData.file));
}
main();`,
    {},
  ),
  "both sides of isMainThread in one file": `
import fs from "node:fs";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
if (isMainThread) {
  const run = async () => {
    new Worker(new URL(import.meta.url));
    fs.readFileSync("main"); // !call
  };
  run();
} else {
  parentPort.on("message", async (file) => parentPort.postMessage(fs.readFileSync(file)));
}`,
  "an early return on the main thread leaves the rest to the worker": `
import fs from "node:fs";
import { isMainThread, parentPort } from "node:worker_threads";
async function work() {
  if (isMainThread) return;
  parentPort.postMessage(fs.readFileSync("a"));
}
work();`,
  "pools of other packages": `
import workerpool from "workerpool";
import { readFileSync } from "node:fs";
const pool = workerpool.pool();
export async function load(file) {
  return pool.exec((name) => require("node:fs").readFileSync(name, "utf8"), [file]);
}`,
  makeAsynchronous: `
import makeAsynchronous from "make-asynchronous";
export const load = makeAsynchronous(async (file) => {
  const { readFileSync } = await import("node:fs");
  return readFileSync(file);
});`,
  "promise-like wrappers that stay on the loop": `
import fs from "node:fs";
import pLimit from "p-limit";
import retry from "async-retry";
const limit = pLimit(2);
export const load = (files) => Promise.all(files.map((file) => limit(async () => fs.readFileSync(file)))); // !call
export const again = () => retry(async () => fs.readFileSync("a")); // !call`,
  "an async arrow as an object's property, and a method of it": `
import fs from "node:fs";
export default {
  async fetch(request) { return new Response(fs.readFileSync("a")); }, // !call
  scheduled: async () => fs.rmSync("b"), // !call
  load() { return fs.readFileSync("c"); },
};`,
  "React's effects and events": `
import fs from "node:fs";
import { useEffect, useState } from "react";
export function Page() {
  const [text, setText] = useState(() => fs.readFileSync("a", "utf8"));
  useEffect(() => {
    (async () => setText(fs.readFileSync("b", "utf8")))(); // !call
  }, []);
  return <button onClick={async () => alert(text)}>x</button>; // !call
}`,
  "what stands after a return or in a dead branch": `
import fs from "node:fs";
export async function load() {
  if (false) fs.readFileSync("a");
  return 1;
  fs.readFileSync("b");
}`,
  "typeof, instanceof and mentions are no calls": `
import fs, { readFileSync } from "node:fs";
export async function has() {
  if (typeof fs.readFileSync !== "function") throw new Error("no readFileSync()");
  const name = readFileSync.name;
  // readFileSync("a")
  return { readFileSync, name, text: "execSync('x')" };
}`,
  "a decorator's argument is evaluated with the class": typescript(`
import fs from "node:fs";
declare const config: (data: unknown) => ClassDecorator;
@config(fs.readFileSync("a"))
export class Service {
  async load() { return fs.readFileSync("b"); } // !call
}`),
  "an abstract method and its overloads": typescript(`
import fs from "node:fs";
export abstract class Base {
  abstract load(file: string): Promise<string>;
}
export class Files extends Base {
  load(file: string): Promise<string>;
  load(file: string, encoding?: "utf8"): Promise<string>;
  async load(file: string): Promise<string> {
    return fs.readFileSync(file, "utf8"); // !call
  }
}`),
  "a function that may return a promise": `
import fs from "node:fs";
export function load(file, later) {
  const text = fs.readFileSync(file); // !call
  if (later) return Promise.resolve(text);
  return Promise.resolve(null);
}`,
  "declared to return a promise": typescript(`
import fs from "node:fs";
export const load = (file: string): Promise<Buffer> => remember(fs.readFileSync(file)); // !call
declare function remember(data: Buffer): Promise<Buffer>;
export interface Reader { read(): Promise<Buffer> }`),
  "emit in the same class runs its listeners at once": `
import { EventEmitter } from "node:events";
import fs from "node:fs";
class Watcher extends EventEmitter {
  constructor() {
    super();
    this.on("change", (file) => fs.readFileSync(file));
  }
  async poll() {
    await null;
    this.emit("change", "a"); // !chain
    this.emit("other");
  }
}
export const watcher = new Watcher();`,
  "dispatchEvent runs its listeners at once": `
import fs from "node:fs";
const target = new EventTarget();
target.addEventListener("save", () => fs.writeFileSync("a", "1"));
export async function save() {
  target.dispatchEvent(new Event("save")); // !chain
  target.dispatchEvent(new Event("open"));
}`,
};
