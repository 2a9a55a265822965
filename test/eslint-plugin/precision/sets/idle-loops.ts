/** Loops that wait, loops that work, and those that yield. */
import { named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const idleLoops: SnippetSet = {
  "clocks of every kind": `
import { performance } from "node:perf_hooks";
export function a(ms) {
  const start = process.hrtime.bigint();
  while (process.hrtime.bigint() - start < BigInt(ms) * 1_000_000n); // !spin
}
export function b(ms) {
  for (let end = performance.now() + ms; performance.now() < end; ) {} // !spin
}
export function c(ms) {
  let now = Date.now();
  const end = now + ms;
  do { // !spin
    now = Date.now();
  } while (now < end);
}
export function d(ms) {
  const [s] = process.hrtime();
  while (true) { // !spin
    if (process.hrtime()[0] - s > ms / 1000) break;
  }
}
export function e(until) {
  while (new Date() < until) continue; // !spin
  while (Date.now() < until) { Math.sqrt(2); } // !spin
}`,
  "work with a time limit": `
export function drain(queue, budget) {
  const end = Date.now() + budget;
  let job;
  while ((job = queue.pop()) && Date.now() < end) job();
  while (Date.now() < end && queue.length) queue.shift()();
}
export function solve(board, deadline) {
  let best = null;
  for (let depth = 1; performance.now() < deadline; depth++) best = search(board, depth) ?? best;
  return best;
}
function search(board, depth) { return board.at(depth); }`,
  "a flag that others set, however it is written": `
let stopped = false;
const state = { ready: false };
process.on("SIGINT", () => { stopped = true; });
export const isReady = () => state.ready;
export async function untilStopped() {
  while (!stopped) await Promise.resolve(); // !spin
}
export function untilReady() {
  while (!isReady()) {} // !spin
}
export async function work(jobs) {
  while (!stopped) await jobs.next();
  while (!stopped) {
    const job = await jobs.take();
    if (!job) break;
    job();
  }
}`,
  "a flag that its own body sets": `
export function bubble(list) {
  let sorted = false;
  while (!sorted) {
    sorted = true;
    for (let i = 1; i < list.length; i++) {
      if (list[i - 1] > list[i]) {
        [list[i - 1], list[i]] = [list[i], list[i - 1]];
        sorted = false;
      }
    }
  }
}
export function parse(scanner) {
  while (!scanner.done) scanner.advance();
  let token;
  do token = scanner.next(); while (token.type === "space");
  return token;
}`,
  "shared memory": `
export function acquire(view) {
  while (Atomics.compareExchange(view, 0, 0, 1) !== 0) {} // !spin
}
export async function later(view) {
  while (Atomics.load(view, 0) === 0) await null; // !spin
  while (Atomics.load(view, 0) === 1) await Atomics.waitAsync(view, 0, 1).value;
  Atomics.store(view, 0, 1);
  Atomics.notify(view, 0);
}
export async function pause(view) {
  Atomics.wait(view, 0, 0, 0);
  Atomics.wait(view, 0, 0, 250); // !call
  Atomics.wait(view, 0, 0); // !call
}
export const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
export const nap = async () => sleep(100); // !chain`,
  "a message that is not there yet": `
import { receiveMessageOnPort, MessageChannel } from "node:worker_threads";
export function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ question, port: port2 }, [port2]);
  let answer;
  while (!(answer = receiveMessageOnPort(port1))); // !spin
  return answer.message;
}
export function drain(port, handle) {
  let entry;
  while ((entry = receiveMessageOnPort(port))) handle(entry.message);
}`,
  "a file that somebody else makes": `
import { existsSync, unlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
export function waitForLock(name) {
  while (existsSync(name)) {} // !spin
}
export async function waitLater(name) {
  while (existsSync(name)) await sleep(50); // !call
}
export function removeAll(names) {
  while (names.length && existsSync(names[0])) unlinkSync(names.shift());
}`,
  "an await that is not on the path": `
export async function poll(client) {
  while (true) { // !spin
    if (client.closed) break;
    if (client.failed) await client.reconnect();
  }
}
export async function pollWell(client) {
  while (true) {
    if (client.closed) break;
    await client.next();
  }
}`,
  "an await of something that is there": `
const done = Promise.resolve();
const tick = async () => {};
let ready = false;
export const set = () => { ready = true; };
export async function a() {
  while (!ready) await done; // !spin
}
export async function b() {
  while (!ready) await tick(); // !spin
}
export async function c() {
  while (!ready) await new Promise((resolve) => setImmediate(resolve));
}
export async function d() {
  while (!ready) await new Promise((resolve) => resolve()); // !spin
}
export async function e() {
  while (!ready) await new Promise((resolve) => process.nextTick(resolve)); // !spin
}
export async function f() {
  while (!ready) await new Promise(queueMicrotask); // !spin
}
export async function g(ms) {
  while (!ready) await new Promise((resolve) => setTimeout(resolve, ms));
}`,
  "endless loops that serve": `
export async function consume(queue) {
  for (;;) {
    const message = await queue.receive();
    await message.handle();
  }
}
export async function* ticks(ms) {
  let tick = 0;
  while (true) {
    yield tick++;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
export function* ids() {
  let id = 0;
  while (true) yield id++;
}`,
  "numbers, strings and lists": `
export function gcd(a, b) {
  while (b) [a, b] = [b, a % b];
  return a;
}
export function trimEnd(text) {
  while (text.endsWith(" ")) text = text.slice(0, -1);
  return text;
}
export function root(node) {
  while (node.parent) node = node.parent;
  return node;
}
export function unique(known) {
  let name;
  do name = Math.random().toString(36); while (known.has(name));
  return name;
}
export function matches(pattern, text) {
  const found = [];
  for (let match; (match = pattern.exec(text)); ) found.push(match[0]);
  return found;
}`,
  "computing loops are left to another tier": `
export async function sum() {
  let total = 0;
  for (let i = 0; i < 1e9; i++) total += i;
  return total;
}
export async function small() {
  let total = 0;
  for (let i = 0; i < 1000; i++) total += i;
  return total;
}`,
  "a worker may spin": named(
    "spin.worker.js",
    `
import { parentPort, workerData } from "node:worker_threads";
const view = new Int32Array(workerData);
while (Atomics.load(view, 0) === 0);
parentPort.postMessage("started");`,
  ),
  "a rate limiter, a debounce and a back-off": `
export class Limiter {
  last = 0;
  waitSync(gap) {
    while (Date.now() - this.last < gap); // !spin
    this.last = Date.now();
  }
  async wait(gap) {
    while (Date.now() - this.last < gap) await new Promise((resolve) => setTimeout(resolve, 1));
    this.last = Date.now();
  }
  allowed(gap) {
    if (Date.now() - this.last < gap) return false;
    this.last = Date.now();
    return true;
  }
}`,
  "a sleep of one's own is called": withFiles(
    `
import { sleep, pause } from "./sleep.js";
export async function retry(run) {
  for (let i = 0; i < 3; i++) {
    try {
      return await run();
    } catch {
      sleep(1000); // !chain
      await pause(1000);
    }
  }
}`,
    {
      "sleep.js": `
export function sleep(ms) { const end = Date.now() + ms; while (Date.now() < end); }
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`,
    },
  ),
  "a child's end and a socket's state": `
import { spawn } from "node:child_process";
export function runSync(command) {
  const child = spawn(command);
  while (child.exitCode === null) {} // !spin
  return child.exitCode;
}
export async function run(command) {
  const child = spawn(command);
  while (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
  return child.exitCode;
}`,
  "timeouts and cancellation in a loop": typescript(`
export async function until(check: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await check()));
}
export function untilSync(check: () => boolean, signal: AbortSignal): void {
  while (!signal.aborted && !check());
}
export function aborted(signal: AbortSignal): void {
  while (!signal.aborted); // !spin
}`),
  "a loop over a stream's chunks": `
export async function read(stream) {
  let chunk;
  let text = "";
  while ((chunk = stream.read()) !== null) text += chunk;
  while (!stream.readableEnded) text += (await stream.next()).value;
  for await (const part of stream) text += part;
  return text;
}`,
};
