/** Promises, iteration, schedulers and waiting in further shapes. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const concurrency: SnippetSet = {
  "Promise.all over a map that blocks, in a plain function": `
import { readFileSync } from "node:fs";
export function loadAll(names) {
  return Promise.all(names.map((name) => readFileSync(name))); // !call
}
`,
  "Promise.all over an async map": `
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
export const loadAll = (names) => Promise.all(names.map(async (name) => readFileSync(name))); // !call
export const fine = (names) => Promise.all(names.map((name) => readFile(name)));
`,
  "Promise.race, allSettled, any": `
import { statSync } from "node:fs";
export function all(jobs, name) {
  return Promise.allSettled([...jobs, statSync(name)]); // !call
}
export function first(jobs, name) {
  const stat = statSync(name); // !call
  return Promise.race(jobs.concat(stat));
}
`,
  "Promise.reject after a check": `
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
export function load(name) {
  if (!existsSync(name)) return Promise.reject(new Error("missing")); // !call
  return readFile(name);
}
`,
  "a function that returns a fetch": `
import { readFileSync } from "node:fs";
export function upload(name) {
  return fetch("/upload", { method: "POST", body: readFileSync(name) }); // !call
}
`,
  "a function that returns what an async function gives": `
import { readFileSync } from "node:fs";
async function send(body) { await fetch("/", { body }); }
export function upload(name) {
  const body = readFileSync(name); // !call
  return send(body);
}
`,
  "a function that starts an async function and returns nothing": `
import { readFileSync } from "node:fs";
async function send(body) { await fetch("/", { body }); }
export function upload(name) {
  void send(readFileSync(name));
}
`,
  "a function of which TypeScript says that it returns a promise": typescript(`
import { readFileSync } from "node:fs";
import { client } from "./client";
export function upload(name: string): Promise<void> {
  return client.send(readFileSync(name)); // !call
}
interface Sender { send(name: string): Promise<void> }
export const sender: Sender = {
  send(name) { return client.send(name); },
};
`),
  "an overload that returns a promise or not": typescript(`
import { readFileSync, promises } from "node:fs";
export function read(name: string, sync: true): Buffer;
export function read(name: string): Promise<Buffer>;
export function read(name: string, sync?: boolean) {
  return sync ? readFileSync(name) : promises.readFile(name);
}
export const load = async (name: string) => read(name);
`),
  "a parameter that does not ask for an answer at once": `
import { readFileSync } from "node:fs";
export function read(name, url) {
  if (name) return readFileSync(name); // !call
  return fetch(url);
}
`,
  "a thenable of one's own": `
import { readFileSync } from "node:fs";
export class Query {
  then(resolve) { resolve(readFileSync("x")); }
}
`,
  "async methods of each kind": `
import { readFileSync } from "node:fs";
export class Service {
  static async create() { return new this(readFileSync("x")); } // !call
  async *rows() { yield readFileSync("x"); } // !call
  async #load() { return readFileSync("x"); } // !call
  load = async () => readFileSync("x"); // !call
  static load = async () => readFileSync("x"); // !call
  "quoted name" = async () => readFileSync("x"); // !call
  async [Symbol.asyncDispose]() { readFileSync("x"); } // !call
  use() { return this.#load(); }
}
`,
  "await in odd places": `
import { readFileSync, statSync } from "node:fs";
export async function odd(a, b) {
  const x = { ...(await a), size: statSync(b).size }; // !call
  const [y = readFileSync(b)] = await a; // !call
  const z = (await a) ?? readFileSync(b); // !call
  for (const line of readFileSync(b, "utf8").split("\\n")) await a(line); // !call
  if ((await a) && statSync(b).isFile()) return x; // !call
  return \`\${y}\${z}\${readFileSync(b)}\`; // !call
}
`,
  "two on one line": `
import { readFileSync, writeFileSync } from "node:fs";
export const copy = async (a, b) => writeFileSync(b, readFileSync(a)); // !call // !call
`,
  "a throw expression and a return of void": `
import { appendFileSync } from "node:fs";
export async function fail(error) {
  if (error) throw new Error(String(appendFileSync("log", error.stack))); // !call
  return void appendFileSync("log", "fine"); // !call
}
`,
  "code after an endless loop is dead": `
import { readFileSync } from "node:fs";
export async function serve(queue) {
  for (;;) await queue.next();
  readFileSync("x");
}
`,
  "code after process.exit": `
import { readFileSync } from "node:fs";
export async function stop() {
  process.exit(1);
  readFileSync("x");
}
`,
  "a constant that switches code off": `
import { readFileSync } from "node:fs";
const DEBUG = false;
export async function load(name) {
  if (DEBUG) console.log(readFileSync(name));
  return DEBUG && readFileSync(name);
}
`,
  "setImmediate and nextTick by option alone": `
import { readFileSync } from "node:fs";
export async function later(name) {
  setImmediate(() => readFileSync(name));
  process.nextTick(() => readFileSync(name));
}
`,
  "a microtask by name": `
import { writeFileSync } from "node:fs";
function flush() { writeFileSync("log", "x"); }
export function schedule() {
  queueMicrotask(flush); // !chain
}
`,
  "a reaction that is a bound method": `
import { writeFileSync } from "node:fs";
export class Log {
  write(text) { writeFileSync("log", text); }
  follow(promise) {
    return promise.then(this.write.bind(this)); // !chain
  }
}
`,
  "a reaction on a call's result, several deep": `
import { rmSync } from "node:fs";
export function run(job) {
  return job.start({ now: true }).then((x) => x.value).then((x) => { rmSync(x); return x; }); // !call
}
`,
  "a reaction that is async": `
import { rmSync } from "node:fs";
export const run = (job) => job().finally(async () => { rmSync("lock"); }); // !call
`,
  "a jQuery-like then of something else with one function": `
import { rmSync } from "node:fs";
import { cy } from "./cypress-like.js";
export const run = () => cy.get("a").click();
rmSync("x");
`,
  "p-limit and p-map": `
import pLimit from "p-limit";
import pMap from "p-map";
import { readFileSync } from "node:fs";
const limit = pLimit(2);
export const all = (names) => Promise.all(names.map((name) => limit(() => readFileSync(name)))); // !call
export const mapped = (names) => pMap(names, async (name) => readFileSync(name)); // !call
`,
  "AsyncLocalStorage runs it at once": `
import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
const storage = new AsyncLocalStorage();
export const load = async (name) => storage.run({}, () => readFileSync(name)); // !call
`,
  "events.on and once": `
import { on, once } from "node:events";
import { writeFileSync } from "node:fs";
export async function follow(emitter) {
  const [first] = await once(emitter, "data");
  writeFileSync("first", first); // !call
  for await (const [chunk] of on(emitter, "data")) writeFileSync("log", chunk); // !call
}
`,
  "readline's async iterator": `
import readline from "node:readline";
import fs from "node:fs";
export async function lines(name) {
  const rl = readline.createInterface({ input: fs.createReadStream(name) });
  for await (const line of rl) fs.appendFileSync("out", line); // !call
}
`,
  "a stream's methods are by option or not at all": `
import { Writable } from "node:stream";
import { appendFileSync } from "node:fs";
export class Sink extends Writable {
  _write(chunk, encoding, callback) { appendFileSync("out", chunk); callback(); }
  async _construct(callback) { callback(); }
}
`,
  "a wait by a promise that polls by timers": `
export async function until(check, ms = 1000) {
  const end = Date.now() + ms;
  while (!check()) {
    if (Date.now() > end) throw new Error("timeout");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
`,
  "a poll without a pause until the deadline": `
export async function until(state, ms = 1000) {
  const end = Date.now() + ms;
  while (!state.ready) { // !spin
    if (Date.now() > end) throw new Error("timeout");
  }
}
`,
  "a poll whose pause is empty": `
const pause = () => Promise.resolve();
export async function until(state) {
  while (!state.ready) await pause(); // !spin
}
`,
  "a pause of another file": withFiles(
    `
import { tick, sleep } from "./pauses.js";
export async function a(state) {
  while (!state.ready) await tick(); // !spin
}
export async function b(state) {
  while (!state.ready) await sleep(5);
}
`,
    {
      "pauses.js": `export async function tick() {}\nexport const sleep = (ms) => new Promise((r) => setTimeout(r, ms));`,
    },
  ),
  "a wait for a child by its own flag": commonjs(`
const { spawn } = require("child_process");
function run(command) {
  let code = null;
  spawn(command).on("exit", (c) => { code = c; });
  while (code === null) {} // !spin
  return code;
}
module.exports = run;
`),
  "a wait for the clock's next second": `
export function align() {
  const second = new Date().getSeconds();
  while (new Date().getSeconds() === second) {} // !spin
}
`,
  "a throttle by the clock with work": `
export function fill(canvas, budget) {
  const start = performance.now();
  let row = 0;
  while (row < canvas.height && performance.now() - start < budget) canvas.draw(row++);
  return row;
}
`,
  "a rate limiter that spins": `
export class Limiter {
  #next = 0;
  take() {
    while (Date.now() < this.#next); // !spin
    this.#next = Date.now() + 100;
  }
}
export const limited = async (fn) => { new Limiter().take(); return fn(); }; // !chain
`,
  "a shared counter": `
export async function barrier(counter, n) {
  Atomics.add(counter, 0, 1);
  while (Atomics.load(counter, 0) < n) {} // !spin
}
`,
  "a barrier that waits": `
export async function barrier(counter, n) {
  let value;
  while ((value = Atomics.load(counter, 0)) < n) Atomics.wait(counter, 0, value); // !call
}
`,
  "a tokenizer with a flag": `
export function tokens(text) {
  let i = 0, done = false;
  const found = [];
  while (!done) {
    const end = text.indexOf(" ", i);
    if (end < 0) done = true;
    found.push(text.slice(i, end < 0 ? undefined : end));
    i = end + 1;
  }
  return found;
}
`,
  "a loop that ends by its callback": `
export function settle(graph) {
  let changed = true;
  while (changed) {
    changed = false;
    graph.forEach((node) => { if (node.relax()) changed = true; });
  }
}
`,
  "a loop whose getter moves": `
export class Cursor {
  get current() { return this.items[this.index++]; }
  find(fn) {
    while (!fn(this.current));
    return this.index;
  }
}
`,
  "a loop over a bit mask, a gcd, a collatz": `
export function numbers(a, b) {
  while (b) [a, b] = [b, a % b];
  let mask = a;
  while (mask & 1) mask >>= 1;
  while (mask !== 1) mask = mask % 2 ? 3 * mask + 1 : mask / 2;
  return mask;
}
`,
  "random until it fits": `
export function point(taken) {
  let x;
  while (taken.has((x = Math.floor(Math.random() * 100))));
  return x;
}
`,
  "deasync's turn of the loop": commonjs(`
const deasync = require("deasync");
function wait(promise) {
  let done = false;
  promise.then(() => { done = true; });
  deasync.loopWhile(() => !done);
}
exports.run = async (promise) => wait(promise); // !chain
`),
  "promised forms of what else blocks": `
import { promisify } from "node:util";
import zlib from "node:zlib";
import crypto from "node:crypto";
const gzip = promisify(zlib.gzip);
const scrypt = promisify(crypto.scrypt);
export async function pack(buffer) {
  const key = await scrypt("p", "s", 32);
  return [await gzip(buffer), key, await promisify(crypto.randomBytes)(16)];
}
`,
  "callback forms with a promise around": `
import { pbkdf2, pbkdf2Sync } from "node:crypto";
export const hash = (p, s) =>
  new Promise((resolve, reject) =>
    pbkdf2(p, s, 1e5, 64, "sha512", (error, key) => (error ? reject(error) : resolve(key))),
  );
export const slow = (p, s) => new Promise((resolve) => resolve(pbkdf2Sync(p, s, 1e5, 64, "sha512"))); // !call
`,
};
