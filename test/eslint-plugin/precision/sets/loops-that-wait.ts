/** Loops, as somebody asks who wants the ones that wait told from the ones that work. */
import { typescript, withFiles, type SnippetSet } from "../snippet.js";

export const loopsThatWait: SnippetSet = {
  "a clock in each spelling": `
export function sleep(ms) {
  const start = performance.now();
  while (performance.now() - start < ms); // !spin
  const end = new Date().getTime() + ms;
  do {} while (new Date().getTime() < end); // !spin
  for (const from = process.hrtime.bigint(); process.hrtime.bigint() - from < 5n; ); // !spin
  for (let now = Date.now(); now < end; now = Date.now()) {} // !spin
  while (process.uptime() < 3) {} // !spin
}`,
  "a clock behind a helper": `
const now = () => Date.now();
const elapsed = (since) => now() - since;
export async function settle() {
  const start = now();
  while (elapsed(start) < 100) { // !spin
  }
}`,
  "a clock that is read in the body and breaks": `
export function pause(ms) {
  const end = Date.now() + ms;
  while (true) { // !spin
    if (Date.now() >= end) break;
  }
  for (;;) { // !spin
    if (Date.now() > end + 1) return;
  }
}`,
  "a deadline over real work is no wait": `
export function drain(queue, handle) {
  const end = Date.now() + 5;
  while (queue.length && Date.now() < end) handle(queue.shift());
  let item;
  while ((item = queue.pop()) && Date.now() < end) handle(item);
}`,
  "a benchmark's loop counts rounds": `
export function bench(run) {
  let rounds = 0;
  const end = performance.now() + 1000;
  while (performance.now() < end) {
    run();
    rounds += 1;
  }
  return rounds;
}`,
  "a flag that only an event changes": `
import http from "node:http";
export function get(url) {
  let done = false;
  let body;
  http.get(url, (response) => { body = response; done = true; });
  while (!done) {} // !spin
  return body;
}`,
  "a flag that the body changes by a call": `
export function parse(scanner) {
  let done = false;
  const finish = () => { done = true; };
  while (!done) {
    if (!scanner.next()) finish();
  }
}`,
  "a property that another turn changes": `
export class Connection {
  connected = false;
  constructor(socket) { socket.on("connect", () => { this.connected = true; }); }
  waitUntilConnected() {
    while (!this.connected) {} // !spin
  }
}`,
  "awaiting nothing keeps timers waiting": `
let ready = false;
setTimeout(() => { ready = true; }, 10);
export async function until() {
  while (!ready) await Promise.resolve(); // !spin
  while (!ready) await undefined; // !spin
}`,
  "awaiting a timer or an event gives way": `
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { once } from "node:events";
let ready = false;
export const finish = () => { ready = true; };
export async function until(emitter) {
  while (!ready) await sleep(10);
  while (!ready) await turn();
  while (!ready) await once(emitter, "ready");
  while (!ready) await new Promise((resolve) => setTimeout(resolve, 5));
}`,
  "await on a path that is not the one that spins": `
export async function until(state, log) {
  const end = Date.now() + 1000;
  while (Date.now() < end) { // !spin
    if (state.verbose) await log("waiting");
  }
}`,
  "an atomic load and an exchange": `
export function lock(memory) {
  while (Atomics.load(memory, 0) === 1) {} // !spin
  while (Atomics.exchange(memory, 0, 1)) Atomics.pause?.(); // !spin
  while (Atomics.compareExchange(memory, 1, 0, 1) !== 0) {} // !spin
}`,
  "Atomics.wait in async code, with and without a timeout": `
export async function wait(memory) {
  Atomics.wait(memory, 0, 0); // !call
  Atomics.wait(memory, 0, 0, 50); // !call
  Atomics.wait(memory, 0, 0, 0);
  await Atomics.waitAsync(memory, 0, 0).value;
}`,
  "Atomics.wait in a worker": `
import { workerData, parentPort } from "node:worker_threads";
export async function loop() {
  const memory = new Int32Array(workerData);
  while (Atomics.load(memory, 0) === 0) {}
  Atomics.wait(memory, 0, 0);
  parentPort.postMessage("go");
}
loop();`,
  "a message that is not there yet": `
import { receiveMessageOnPort, MessageChannel } from "node:worker_threads";
const { port1 } = new MessageChannel();
export async function next() {
  let message;
  while (!(message = receiveMessageOnPort(port1))); // !spin
  return message;
}`,
  "all messages that are there": `
import { receiveMessageOnPort } from "node:worker_threads";
export async function drain(port, handle) {
  let message;
  while ((message = receiveMessageOnPort(port))) handle(message);
}`,
  "a file that somebody else makes": `
import { existsSync } from "node:fs";
export function waitFor(file) {
  while (!existsSync(file)) {} // !spin
}`,
  "looking for the next free name": `
import { existsSync } from "node:fs";
export function free(base) {
  let index = 0;
  while (existsSync(base + index)) index += 1;
  return base + index;
}`,
  "walking up to a root": `
import { existsSync } from "node:fs";
import path from "node:path";
export function root(dir) {
  while (!existsSync(path.join(dir, "package.json"))) {
    const parent = path.dirname(dir);
    if (parent === dir) return undefined;
    dir = parent;
  }
  return dir;
}`,
  "numbers, lists, readers and trees": `
export function work(node, list, text) {
  let n = 27;
  while (n !== 1) n = n % 2 ? 3 * n + 1 : n / 2;
  while (node.parent) node = node.parent;
  while (list.length > 10) list.pop();
  const pattern = /a/g;
  let match;
  while ((match = pattern.exec(text))) list.push(match.index);
  const iterator = list[Symbol.iterator]();
  let step;
  while (!(step = iterator.next()).done) n += step.value;
  let id;
  do { id = Math.random().toString(36); } while (list.includes(id));
}`,
  "a long computation is a tier of its own": `
export async function compute() {
  let sum = 0;
  for (let i = 0; i < 1e9; i++) sum += i;
  return sum;
}`,
  "generators and event loops of one's own": `
export function* ticks() {
  while (true) yield Date.now();
}
export async function* beats(sleep) {
  while (true) {
    await sleep(10);
    yield 1;
  }
}
export async function serve(queue) {
  for (;;) {
    const job = await queue.take();
    if (!job) break;
    job();
  }
}`,
  "a child that is asked again and again": typescript(`
import { spawn } from "node:child_process";
export function run(command: string): number {
  const child = spawn(command);
  while (child.exitCode === null) {} // !spin
  return child.exitCode;
}`),
  "a helper that sleeps by spinning, in another file": withFiles(
    `
import { sleepSync } from "./sleep.js";
export async function retry(run) {
  for (let i = 0; i < 3; i++) {
    if (await run()) return;
    sleepSync(100); // !chain
  }
}`,
    {
      "sleep.js": `
export function sleepSync(ms) {
  const end = Date.now() + ms;
  while (Date.now() < end);
}`,
    },
  ),
  "a helper that sleeps by Atomics.wait": `
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
export async function retry(run) {
  try { return await run(); } catch { pause(100); } // !chain
}`,
  "polling by a child process that sleeps": `
import { execSync, spawnSync } from "node:child_process";
export async function slow() {
  execSync("sleep 1"); // !call
  spawnSync("sleep", ["1"]); // !call
}`,
};
