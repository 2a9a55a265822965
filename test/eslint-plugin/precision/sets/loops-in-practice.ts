/** Loops that wait, loops that work, and loops that are over at once. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const loopsInPractice: SnippetSet = {
  "a sleep of every generation": commonjs(`
function sleepOld(ms) {
  var start = new Date().getTime();
  for (var i = 0; i < 1e7; i++) { // !spin
    if (new Date().getTime() - start > ms) break;
  }
}
function sleepHr(ms) {
  const start = process.hrtime.bigint();
  while (process.hrtime.bigint() - start < BigInt(ms) * 1000000n); // !spin
}
function sleepPerformance(ms) {
  const until = performance.now() + ms;
  do {} while (performance.now() < until); // !spin
}
const sleepUptime = (s) => { for (const t = process.uptime(); process.uptime() - t < s; ) {} }; // !spin
module.exports = { sleepOld, sleepHr, sleepPerformance, sleepUptime };`),
  "a flag that a listener sets": `
import { once, EventEmitter } from "node:events";
export function connect(socket) {
  let open = false;
  socket.on("open", () => { open = true; });
  while (!open) {} // !spin
  return socket;
}`,
  "a flag beside an await that is no turn": `
let done = false;
setTimeout(() => { done = true; }, 100);
export async function untilDone() {
  while (!done) await Promise.resolve(); // !spin
}
export async function untilDoneToo() {
  while (!done) { // !spin
    await undefined;
  }
}`,
  "a flag beside an await that is one": `
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
let done = false;
setTimeout(() => { done = true; }, 100);
export async function untilDone() {
  while (!done) await sleep(10);
}
export async function untilDoneToo() {
  while (!done) {
    await turn();
  }
}
export async function untilDoneAgain() {
  for (;;) {
    if (done) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}`,
  "an await on the other branch": `
import { setTimeout as sleep } from "node:timers/promises";
export async function poll(polite, deadline) {
  while (Date.now() < deadline) { // !spin
    if (polite) await sleep(10);
  }
}`,
  "shared memory": typescript(`
const shared = new Int32Array(new SharedArrayBuffer(8));
export function acquire(): void {
  while (Atomics.compareExchange(shared, 0, 0, 1) !== 0); // !spin
}
export function waitForOther(): number {
  while (Atomics.load(shared, 1) === 0) { // !spin
    // not yet
  }
  return shared[1] ?? 0;
}
export function addAtomically(value: number): number {
  let seen: number;
  do {
    seen = Atomics.load(shared, 0);
  } while (Atomics.compareExchange(shared, 0, seen, seen + value) !== seen);
  return seen;
}`),
  "messages of a port": `
import { receiveMessageOnPort } from "node:worker_threads";
export function call(port, request) {
  port.postMessage(request);
  let answer;
  while (!(answer = receiveMessageOnPort(port))) {} // !spin
  return answer.message;
}
export function drain(port, handle) {
  let received;
  while ((received = receiveMessageOnPort(port))) handle(received.message);
}`,
  "files that somebody else makes": `
import { existsSync, rmSync } from "node:fs";
export function lock() {
  while (existsSync("build.lock")) {} // !spin
}
export function unlock() {
  let tries = 0;
  while (existsSync("build.lock") && tries++ < 3) rmSync("build.lock");
}`,
  "a process that must end": `
export function waitForExit(pid) {
  let alive = true;
  while (alive) { // !spin
    try { process.kill(pid, 0); } catch { alive = false; }
  }
}`,
  "a queue that is worked off": `
export function flush(queue) {
  while (queue.length > 0) {
    const task = queue.shift();
    task();
  }
}
export async function consume(queue) {
  while (queue.length) await queue.pop()();
}`,
  "parsers and cursors": typescript(`
export class Lexer {
  #position = 0;
  constructor(private readonly text: string) {}
  skipSpace(): void {
    while (this.text.charCodeAt(this.#position) === 32) this.#position++;
  }
  *words(): Generator<string> {
    const pattern = /\\w+/g;
    let match: RegExpExecArray | null;
    while ((match = pattern.exec(this.text)) !== null) yield match[0];
  }
  done(): boolean {
    return this.#position >= this.text.length;
  }
  run(): number {
    let count = 0;
    while (!this.done()) {
      this.skipSpace();
      this.#position++;
      count++;
    }
    return count;
  }
}`),
  "trees, lists and parents": `
export const depth = (node) => {
  let result = 0;
  while ((node = node.parent)) result++;
  return result;
};
export function last(list) {
  let node = list.head;
  while (node.next) node = node.next;
  return node;
}
export function root(folder, path, isRoot) {
  while (!isRoot(folder)) folder = path.dirname(folder);
  return folder;
}`,
  "a budget of time in which work is done": `
export function work(tasks, budget) {
  const end = performance.now() + budget;
  while (tasks.length > 0 && performance.now() < end) tasks.pop()();
  return tasks.length;
}
export function bench(run) {
  let count = 0;
  const end = Date.now() + 1000;
  while (Date.now() < end) {
    run();
    count++;
  }
  return count;
}`,
  "retries with a pause, and ones that pause the thread": `
import { setTimeout as sleep } from "node:timers/promises";
export async function retry(work, tries = 5) {
  let error;
  while (tries-- > 0) {
    try { return await work(); } catch (caught) { error = caught; await sleep(100); }
  }
  throw error;
}
export async function retryBadly(work, tries = 5) {
  while (tries-- > 0) {
    try { return await work(); } catch {
      const until = Date.now() + 100;
      while (Date.now() < until); // !spin
    }
  }
}`,
  "ids that must be new": `
import { randomUUID } from "node:crypto";
const used = new Set();
export function id() {
  let value = randomUUID();
  while (used.has(value)) value = randomUUID();
  used.add(value);
  return value;
}
export function stamp(last) {
  let now = Date.now();
  while (now === last) now = Date.now(); // !spin
  return now;
}`,
  "small bounded loops": `
export async function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < 16; i++) sum = (sum * 31 + bytes[i]) | 0;
  for (const byte of bytes.subarray(0, 256)) sum ^= byte;
  for (let i = 0; i < bytes.length; i++) sum += bytes[i];
  return sum;
}`,
  "reading a stream in a paused mode": `
export function attach(stream, handle) {
  stream.on("readable", () => {
    let chunk;
    while ((chunk = stream.read()) !== null) handle(chunk);
  });
}
export async function readAll(reader) {
  const chunks = [];
  while (true) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
  }
}`,
  "a server's loop": `
import { setTimeout as sleep } from "node:timers/promises";
let stopped = false;
process.on("SIGTERM", () => { stopped = true; });
export async function serve(queue, handle) {
  while (!stopped) {
    const job = await queue.take();
    if (!job) { await sleep(1000); continue; }
    await handle(job);
  }
}`,
  "a spin in a helper that an async function calls": withFiles(
    `
import { pause } from "./pause.js";
export async function backoff(attempt) {
  pause(2 ** attempt * 100); // !chain
}`,
    {
      "pause.js": `export function pause(ms) { const end = Date.now() + ms; while (Date.now() < end) {} }`,
    },
  ),
  "a spin in a worker": `
import { parentPort, workerData } from "node:worker_threads";
const flag = new Int32Array(workerData.flag);
while (Atomics.load(flag, 0) === 0) {}
parentPort.postMessage("started");`,
  "a command that goes on and on": `
export async function repl(readLine, evaluate) {
  while (true) console.log(await evaluate(await readLine()));
}`,
  "a field that another method sets": typescript(`
export class Connection {
  private ready = false;
  onReady(): void { this.ready = true; }
  waitSync(): void {
    while (!this.ready) {} // !spin
  }
  async wait(): Promise<void> {
    while (!this.ready) await new Promise((resolve) => setImmediate(resolve));
  }
}`),
  "a field that the loop's own calls set": `
export class Machine {
  halted = false;
  step() {
    if (this.memory[this.counter++] === 0) this.halted = true;
  }
  run() {
    while (!this.halted) this.step();
  }
}`,
};
