/** Loops by their shape: what ends them, what they do, and whether others get a turn. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const loopShapes: SnippetSet = {
  "a time burnt with arithmetic": `
export function burn(ms) {
  let n = 0;
  const end = Date.now() + ms;
  while (Date.now() < end) { // !spin
    n += Math.random() * Math.sqrt(n);
  }
  return n;
}`,
  "a clock behind a function of one's own": `
const now = () => performance.now();
const elapsed = (since) => now() - since;

export function settle(ms) {
  const start = now();
  do {} while (elapsed(start) < ms); // !spin
}`,
  "a budget that time refills": `
let tokens = 10;
let last = Date.now();
function refill() {
  const time = Date.now();
  tokens = Math.min(10, tokens + (time - last) / 100);
  last = time;
}
export function take() {
  while (tokens < 1) refill(); // !spin
  tokens -= 1;
}`,
  "an await of a function that only looks": `
let ready = false;
async function isReady() {
  return ready;
}
export const markReady = () => (ready = true);
export async function untilReady() {
  while (!(await isReady())) {} // !spin
}`,
  "an await of a function that asks somebody": `
async function isReady(url) {
  const response = await fetch(url);
  return response.ok;
}
export async function untilReady(url, client) {
  while (!(await isReady(url))) {}
  while (!(await client.isReady())) {}
}`,
  "ticks that give way, and ticks that do not": `
import { promisify } from "node:util";
const turn = promisify(setImmediate);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tick = () => new Promise((resolve) => process.nextTick(resolve));
const micro = () => new Promise((resolve) => queueMicrotask(resolve));

export async function until(state) {
  while (!state.a) await turn();
  while (!state.b) await pause(1);
  while (!state.c) await tick(); // !spin
  while (!state.d) { // !spin
    await micro();
  }
}`,
  "the tick of a file of one's own": withFiles(
    `
import { tick, turn } from "./ticks.js";

export async function until(state) {
  while (!state.a) await turn();
  while (!state.b) await tick(); // !spin
}`,
    {
      "ticks.js": `
export const tick = () => Promise.resolve();
export const turn = () => new Promise((resolve) => setImmediate(resolve));`,
    },
  ),
  "a lock that a method of the same class frees": typescript(`
export class Mutex {
  private locked = false;
  lock(): void {
    while (this.locked); // !spin
    this.locked = true;
  }
  unlock(): void {
    this.locked = false;
  }
}`),
  "a lock that is waited for by a promise": typescript(`
export class Mutex {
  private tail: Promise<void> = Promise.resolve();
  private locked = false;
  async lock(): Promise<void> {
    while (this.locked) await this.tail;
    this.locked = true;
  }
}`),
  mathematics: `
export const gcd = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a;
};
export function collatz(n) {
  let steps = 0;
  while (n !== 1) {
    n = n % 2 ? 3 * n + 1 : n / 2;
    steps++;
  }
  return steps;
}
export function search(list, value) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}`,
  walks: `
export function walk(node, walker, element) {
  for (let above = node; above; above = above.parent) console.log(above.name);
  while (walker.nextNode()) console.log(walker.currentNode);
  while (element.firstChild) element.removeChild(element.firstChild);
  while ((node = node.next));
  let count = 10;
  while (count--);
  return count;
}`,
  "readers and iterators": `
export function drain(reader, iterator, buffer) {
  let total = 0;
  while (reader.read(buffer) > 0) total++;
  while (iterator.next().done === false);
  for (;;) {
    const { done, value } = iterator.next();
    if (done) break;
    total += value;
  }
  while (true) {
    const token = reader.token();
    if (token === undefined) return total;
    total += token.length;
  }
}`,
  "something random until it is new": `
import { randomInt, randomUUID } from "node:crypto";

export function fresh(taken, last) {
  let key;
  while (!key || taken.has(key)) key = randomUUID();
  let number;
  do {
    number = randomInt(100);
  } while (number === last);
  return [key, number];
}`,
  "attempts that await": `
export async function retry(action, attempts) {
  while (true) {
    try {
      return await action();
    } catch (error) {
      if (--attempts === 0) throw error;
    }
  }
}`,
  "long work that gives way now and then": `
import { setImmediate as turn } from "node:timers/promises";

export async function compute(items, work) {
  for (let index = 0; index < items.length; index++) {
    if (index % 1000 === 0) await turn();
    work(items[index]);
  }
  let last = Date.now();
  while (items.length > 0) {
    work(items.pop());
    if (Date.now() - last > 10) {
      await turn();
      last = Date.now();
    }
  }
}`,
  "a clock of one's own": `
export function advance(clock, end) {
  while (clock.now() < end) clock.tick(10);
}
export function play(timeline) {
  for (let time = timeline.start; time < timeline.end; time += timeline.step) timeline.render(time);
}`,
  "a loop that runs the loop itself": commonjs(`
const deasync = require("deasync");

exports.wait = function (state) {
  while (!state.done) deasync.runLoopOnce();
};
exports.waitLater = async function (state) {
  while (!state.done) deasync.runLoopOnce(); // !call
};`),
  "an answer in shared memory, with a bound on the rounds": `
export function peek(cell) {
  for (let round = 0; round < 100; round++) {
    if (Atomics.load(cell, 0) === 1) return true;
  }
  return false;
}
export function lock(cell) {
  while (Atomics.exchange(cell, 0, 1) === 1) Atomics.pause?.(); // !spin
}`,
  "an event that the loop's own body brings about": `
import { EventEmitter } from "node:events";

export function run(steps) {
  const emitter = new EventEmitter();
  let running = true;
  emitter.on("stop", () => {
    running = false;
  });
  while (running) {
    const step = steps.next();
    if (step.done) emitter.emit("stop");
    else step.value(emitter);
  }
}`,
  "a flag of a timer": `
export function timeout(ms) {
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
  }, ms);
  while (!expired); // !spin
  clearTimeout(timer);
}`,
  "a loop with a label that moves on elsewhere": `
export function scan(text) {
  let at = 0;
  outer: while (at < text.length) {
    for (const end of ["*/", "-->"]) {
      if (text.startsWith(end, at)) {
        at += end.length;
        continue outer;
      }
    }
    at += 1;
  }
  return at;
}`,
};
