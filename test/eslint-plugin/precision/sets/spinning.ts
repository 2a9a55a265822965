/** Loops that wait, loops that work, and what awaits within them give. */
import { named, typescript, type SnippetSet } from "../snippet.js";

export const spinning: SnippetSet = {
  "a sleep by the clock": `
export function sleep(ms) {
  const until = Date.now() + ms;
  while (Date.now() < until); // !spin
}
`,
  "a sleep by new Date()": `
function delay(ms) {
  const start = new Date().getTime();
  while (new Date().getTime() - start < ms) {} // !spin
}
module.exports = delay;
`,
  "a sleep by +new Date": `
export const nap = (ms) => { var s = +new Date; while (+new Date - s < ms) { /* wait */ } }; // !spin
`,
  "a sleep by performance.now, kept in a variable": `
export async function pause(ms) {
  const start = performance.now();
  let now = start;
  while (now - start < ms) { // !spin
    now = performance.now();
  }
}
`,
  "a sleep by process.hrtime.bigint": `
export async function pause(ns) {
  const start = process.hrtime.bigint();
  while (process.hrtime.bigint() - start < ns) continue; // !spin
}
`,
  "a sleep by do": `
export async function pause(ms) {
  const start = Date.now();
  let now;
  do { // !spin
    now = Date.now();
  } while (now - start < ms);
}
`,
  "a sleep by for": `
export async function pause(ms) {
  for (const end = Date.now() + ms; Date.now() < end; ) {} // !spin
}
`,
  "a sleep by for(;;) with a break": `
export async function pause(ms) {
  const end = Date.now() + ms;
  for (;;) { // !spin
    if (Date.now() >= end) break;
  }
}
`,
  "a sleep that counts its rounds": `
export async function pause(ms) {
  const end = performance.now() + ms;
  let rounds = 0;
  while (performance.now() < end) rounds++; // !spin
  return rounds;
}
`,
  "a flag that a listener sets": `
export async function waitFor(emitter) {
  let done = false;
  emitter.once("done", () => { done = true; });
  while (!done) {} // !spin
}
`,
  "a flag on an object": `
export async function waitFor(state) {
  while (!state.ready) {} // !spin
}
`,
  "a flag that a callback sets": `
import { exec } from "node:child_process";
export function run(command) {
  let result;
  exec(command, (error, stdout) => { result = stdout; });
  while (result === undefined); // !spin
  return result;
}
`,
  "a class's field": `
export class Connection {
  #open = false;
  connect(socket) { socket.once("open", () => { this.#open = true; }); }
  async ready() {
    while (!this.#open) { // !spin
      await null;
    }
  }
}
`,
  "an atomic load": `
export async function wait(view) {
  while (Atomics.load(view, 0) === 0) {} // !spin
}
`,
  "an atomic load with Atomics.pause": `
export async function wait(view) {
  while (Atomics.load(view, 0) === 0) Atomics.pause(); // !spin
}
`,
  "a spin lock": `
export class Mutex {
  lock() {
    while (Atomics.compareExchange(this.view, 0, 0, 1) !== 0) {} // !spin
  }
}
`,
  receiveMessageOnPort: `
import { receiveMessageOnPort } from "node:worker_threads";
export function receive(port) {
  let message;
  while (!(message = receiveMessageOnPort(port))) {} // !spin
  return message.message;
}
`,
  "receiveMessageOnPort that drains is no wait": `
import { receiveMessageOnPort } from "node:worker_threads";
export function drain(port, handle) {
  let message;
  while ((message = receiveMessageOnPort(port))) handle(message.message);
}
`,
  "a file that another makes": `
import { existsSync } from "node:fs";
export function waitForLock(name) {
  while (existsSync(name)) {} // !spin
}
`,
  "an await of what is resolved": `
export async function waitFor(state) {
  while (!state.ready) await Promise.resolve(); // !spin
}
`,
  "an await of undefined, of a number, of an empty async function": `
const nothing = async () => {};
export async function waitFor(state) {
  while (!state.a) await undefined; // !spin
  while (!state.b) await 0; // !spin
  while (!state.c) await nothing(); // !spin
}
`,
  "an await of nextTick gives no turn": `
export async function waitFor(state) {
  while (!state.ready) await new Promise((resolve) => process.nextTick(resolve)); // !spin
}
`,
  "an await of queueMicrotask gives no turn": `
export async function waitFor(state) {
  while (!state.ready) await new Promise((resolve) => queueMicrotask(resolve)); // !spin
}
`,
  "an await of a timer gives turns": `
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
export async function waitFor(state) {
  while (!state.a) await sleep(10);
  while (!state.b) await turn();
  while (!state.c) await new Promise((resolve) => setTimeout(resolve, 5));
  while (!state.d) await new Promise(setImmediate);
  while (!state.e) await scheduler.yield();
}
`,
  "an await off the path that spins": `
export async function waitFor(queue, state) {
  while (!state.ready) { // !spin
    if (queue.length > 0) await queue.shift()();
  }
}
`,
  "a continue before the await": `
export async function until(time) {
  while (Date.now() < time) { // !spin
    if (Date.now() < time - 5) continue;
    await fetch("x");
  }
}
`,
  "an await in the condition": `
export async function poll(check) {
  while (!(await check())) {}
}
`,
  "an await of something unknown": `
export async function poll(state, tick) {
  while (!state.ready) await tick();
}
`,
  "for await": `
export async function wait(stream, state) {
  while (!state.done) {
    for await (const chunk of stream) state.take(chunk);
  }
}
`,
  "yield in a generator hands back": `
export function* frames(end) {
  while (Date.now() < end) yield Date.now();
}
export async function* ticks(end) {
  while (Date.now() < end) yield Date.now();
}
`,
  "a loop that works until a deadline": `
export function work(queue, deadline) {
  while (queue.length && Date.now() < deadline) queue.pop()();
  return queue;
}
`,
  "a loop that parses": `
export function skip(text) {
  let i = 0;
  while (text[i] === " ") i++;
  while (i < text.length && text[i] !== "\\n") { i += 1; }
  return i;
}
`,
  "a loop that walks a list, a tree, a scope": `
export function root(node) {
  while (node.parent) node = node.parent;
  let current = node;
  while (current !== null && !current.ready) current = current.next;
  return current;
}
`,
  "a loop that reads what its own call changes": `
export function run(machine, parser) {
  while (!machine.done) machine.step();
  while (!parser.isAtEnd()) parser.advance();
}
`,
  "a loop over an iterator's results": `
export function each(iterator, fn) {
  let result;
  while (!(result = iterator.next()).done) fn(result.value);
}
`,
  "a loop over exec": `
export function matches(pattern, text) {
  let match;
  const found = [];
  while ((match = pattern.exec(text)) !== null) found.push(match[1]);
  return found;
}
`,
  "a retry that is bounded": `
export function unique(names) {
  let name;
  do { name = Math.random().toString(36); } while (names.has(name));
  return name;
}
`,
  "a benchmark's loop works": `
export function bench(fn, ms) {
  const end = performance.now() + ms;
  let count = 0;
  while (performance.now() < end) { fn(); count++; }
  return count;
}
`,
  "a worker spins by itself": named(
    "spin.worker.js",
    `
import { parentPort, workerData } from "node:worker_threads";
while (Atomics.load(workerData.view, 0) === 0);
parentPort.postMessage("go");
`,
  ),
  "the worker's side of isMainThread spins": `
import { isMainThread, workerData, Worker } from "node:worker_threads";
if (isMainThread) {
  new Worker(new URL(import.meta.url), { workerData: new Int32Array(new SharedArrayBuffer(4)) });
} else {
  while (Atomics.load(workerData, 0) === 0) {}
  Atomics.wait(workerData, 0, 1);
}
`,
  "a large counted loop is of another tier": `
export async function sum() {
  let total = 0;
  for (let i = 0; i < 5e9; i++) total += i;
  return total;
}
`,
  "a spin in a script's body": `
const end = Date.now() + 1000;
while (Date.now() < end) {} // !spin
console.log("go");
`,
  "an endless loop with awaits": `
export async function serve(queue) {
  while (true) {
    const job = await queue.take();
    if (!job) continue;
    await job.run();
  }
}
`,
  "what an unknown call does is not known: it may end the program": `
export async function serve(queue) {
  while (true) {
    const job = queue.pop();
    if (job) await job.run();
  }
}
`,
  "a clock behind a helper": `
const now = () => Date.now();
export async function pause(ms) {
  const end = now() + ms;
  while (now() < end) {} // !spin
}
`,
  "a clock behind a class": typescript(`
class Stopwatch {
  private start = performance.now();
  elapsed(): number { return performance.now() - this.start; }
}
export async function pause(ms: number): Promise<void> {
  const watch = new Stopwatch();
  while (watch.elapsed() < ms) {} // !spin
}
`),
  "a shared flag in another module's state": typescript(`
import { state } from "./state";
export async function ready(): Promise<void> {
  while (!state.connected) { // !spin
    // wait for it
  }
}
`),
  "Atomics.wait, by time": `
export async function nap(view) {
  Atomics.wait(view, 0, 0, 100); // !call
  Atomics.wait(view, 0, 0); // !call
  Atomics.wait(view, 0, 0, 0);
  await Atomics.waitAsync(view, 0, 0).value;
}
`,
  "Atomics.wait as a sleep": `
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
export async function retry(fn) {
  try { return await fn(); } catch { sleep(100); } // !chain
  return fn();
}
`,
};
