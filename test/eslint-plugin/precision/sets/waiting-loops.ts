/** Loops that spin, loops that work, and loops that let others run. */
import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

export const waitingLoops: SnippetSet = {
  "clocks of every kind": `
import { performance } from "node:perf_hooks";

export function pauseA(ms) {
  const start = performance.now();
  let now;
  do { // !spin
    now = performance.now();
  } while (now - start < ms);
}
export function pauseB(ms) {
  const end = process.hrtime.bigint() + BigInt(ms) * 1_000_000n;
  for (;;) { // !spin
    if (process.hrtime.bigint() >= end) break;
  }
}
export function pauseC(until) {
  while (new Date() < until) {} // !spin
}
export function pauseD(ms) {
  for (let start = +new Date(); +new Date() - start < ms; ); // !spin
}`,
  "the next millisecond of an identifier": `
let last = 0;

export function nextId() {
  let now = Date.now();
  while (now <= last) { // !spin
    now = Date.now();
  }
  last = now;
  return now;
}`,
  "a flag that only a reaction sets": `
export function fetchSync(url) {
  let done = false;
  let result;
  fetch(url).then((response) => {
    result = response;
    done = true;
  });
  while (!done) {} // !spin
  return result;
}`,
  "an await of something that is there already": `
export async function settled(state) {
  while (!state.ready) { // !spin
    await undefined;
  }
  while (state.busy) await Promise.resolve(); // !spin
}`,
  "an await that is not on the way": `
export async function drain(queue, signal) {
  while (queue.pending > 0) { // !spin
    if (signal.aborted) {
      await queue.close();
      return;
    }
  }
}`,
  "an await on every way": `
export async function drain(queue, signal) {
  while (queue.pending > 0) {
    if (signal.aborted) await queue.close();
    else await queue.next();
  }
}`,
  "an await inside a function that the loop only makes": `
export async function until(state) {
  while (!state.ready) { // !spin
    setTimeout(async () => {
      await state.refresh();
    }, 10);
  }
}`,
  "a message that is not there yet": `
import { receiveMessageOnPort, MessageChannel } from "node:worker_threads";

export function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ question, port: port2 }, [port2]);
  let answer;
  while (!(answer = receiveMessageOnPort(port1))); // !spin
  return answer.message;
}`,
  "messages that are there are taken out": `
import { receiveMessageOnPort } from "node:worker_threads";

export function takeAll(port) {
  const messages = [];
  let next;
  while ((next = receiveMessageOnPort(port)) !== undefined) messages.push(next.message);
  return messages;
}
export function drop(port) {
  while (receiveMessageOnPort(port));
}`,
  "shared memory, with and without giving way": `
const state = new Int32Array(new SharedArrayBuffer(8));

export function acquire() {
  while (Atomics.compareExchange(state, 0, 0, 1) === 1) {} // !spin
}
export async function acquired() {
  while (Atomics.compareExchange(state, 0, 0, 1) === 1) {
    await Atomics.waitAsync(state, 0, 1).value;
  }
}
export function add(delta) {
  let old;
  do {
    old = Atomics.load(state, 1);
  } while (Atomics.compareExchange(state, 1, old, old + delta) !== old);
}`,
  "a process that has not ended": `
import { spawn } from "node:child_process";

export function runToEnd(command) {
  const child = spawn(command);
  while (child.exitCode === null) {} // !spin
  return child.exitCode;
}`,
  "a file that is not there yet": `
import { existsSync } from "node:fs";

export function waitForFile(file) {
  while (!existsSync(file)) {} // !spin
}
export async function waitedForFile(file) {
  while (!existsSync(file)) { // !call
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}`,
  "polling that gives way": `
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";

export async function poll(check, ms) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await check()) return true;
    await sleep(10);
  }
  for (;;) {
    if (check.done) return false;
    await turn();
  }
}`,
  "loops that work": `
export function parse(text, pattern, node) {
  let match;
  const found = [];
  while ((match = pattern.exec(text)) !== null) found.push(match[0]);
  while (node.parent) node = node.parent;
  while (!node.isLeaf) node = node.left ?? node.right;
  do {
    found.id = Math.random().toString(36).slice(2);
  } while (found.includes(found.id));
  return found;
}`,
  "work until a time is over": `
export function runSlice(tasks, budget) {
  const start = performance.now();
  while (tasks.length && performance.now() - start < budget) tasks.pop()();
}
export function measure(action, ms) {
  let rounds = 0;
  const end = Date.now() + ms;
  while (Date.now() < end) {
    action();
    rounds++;
  }
  return rounds;
}`,
  "attempts that are counted": `
export function attempt(action) {
  let done = false;
  let tries = 0;
  while (!done && tries++ < 5) {
    try {
      action();
      done = true;
    } catch {}
  }
  for (let round = 0; ; round++) {
    if (round > 3) throw new Error("no");
    if (action.ready) return round;
  }
}`,
  "generators that give each value away": `
export function* clock() {
  while (true) yield Date.now();
}
export function* saga(take, put) {
  let stopped = false;
  while (!stopped) {
    const action = yield take("*");
    stopped = action.type === "stop";
    yield put({ type: "seen" });
  }
}
export async function* ticks(signal) {
  while (!signal.aborted) yield Date.now();
}`,
  "a consumer's endless loop": `
export async function consume(queue, signal) {
  while (true) {
    const job = await queue.take();
    if (job === null) break;
    await job.run();
  }
  for (; !signal.aborted; ) {
    for await (const event of signal.events) console.log(event);
  }
}`,
  "a state that the loop itself moves on": typescript(`
enum State { Start, Middle, End }

export class Machine {
  private state = State.Start;
  private step(): void {
    this.state = this.state === State.Start ? State.Middle : State.End;
  }
  run(): void {
    while (this.state !== State.End) this.step();
  }
}
export function skipBlanks(reader: { peek(): string; next(): void }) {
  while (reader.peek() === " ") reader.next();
}`),
  "a class's flag that nobody changes in the loop": typescript(`
export class Connection {
  private connected = false;
  constructor(socket: { on(name: string, listener: () => void): void }) {
    socket.on("connect", () => {
      this.connected = true;
    });
  }
  waitUntilConnected(): void {
    while (!this.connected) { // !spin
      // wait
    }
  }
}`),
  "a worker may spin": named(
    "lock.worker.js",
    `
import { parentPort, workerData } from "node:worker_threads";
const flags = new Int32Array(workerData.flags);

parentPort.on("message", (job) => {
  while (Atomics.load(flags, 0) === 0) {}
  parentPort.postMessage(job);
});`,
  ),
  "a long count is for a lower tier": `
export async function sum() {
  let total = 0;
  for (let index = 0; index < 5_000_000_000; index++) total += index;
  return total;
}`,
  "a poll of memory is no wait": `
const POLL = 0;
const cell = new Int32Array(new SharedArrayBuffer(4));

export async function peek() {
  Atomics.notify(cell, 0);
  if (Atomics.wait(cell, 0, 0, 0) === "not-equal") return true;
  return Atomics.wait(cell, 0, 1, POLL) === "timed-out";
}
export async function wait(ms = 10) {
  globalThis.Atomics.wait(cell, 0, 0, ms); // !call
  return Atomics.wait(cell, 0, 0); // !call
}`,
  "compiled loops": commonjs(`
"use strict";
function sleep(ms) {
  var e = new Date().getTime() + ms;
  while (new Date().getTime() <= e); // !spin
}
function each(list, visit) {
  for (var i = 0, n = list.length; i < n; i++) visit(list[i]);
  while (n--) visit(list[n]);
}
exports.sleep = sleep;
exports.each = each;`),
};
