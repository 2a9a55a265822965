import { commonjs, typescript, type SnippetSet } from "../snippet.js";

/** Loops that wait by spinning, and loops that do not. */
export const loops: SnippetSet = {
  "on the clock, Date.now": `
    export async function sleep(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) {} // !spin
    }`,
  "on the clock, empty statement": `
    export async function sleep(ms) {
      const start = Date.now();
      while (Date.now() - start < ms); // !spin
    }`,
  "on the clock, new Date()": `
    export async function sleep(ms) {
      const start = new Date().getTime();
      while (new Date().getTime() < start + ms) {} // !spin
    }`,
  "on the clock, new Date() - start": `
    export async function sleep(ms) {
      const start = new Date();
      while (new Date() - start < ms) {} // !spin
    }`,
  "on the clock, performance.now": `
    export async function sleep(ms) {
      const start = performance.now();
      while (performance.now() - start < ms) {} // !spin
    }`,
  "on the clock, performance imported": `
    import { performance as clock } from "node:perf_hooks";
    export async function sleep(ms) {
      const end = clock.now() + ms;
      while (clock.now() < end) {} // !spin
    }`,
  "on the clock, process.hrtime": `
    export async function sleep(ns) {
      const start = process.hrtime.bigint();
      while (process.hrtime.bigint() - start < ns) {} // !spin
    }`,
  "on the clock, process.hrtime()[0]": `
    export async function sleep(seconds) {
      const [start] = process.hrtime();
      while (process.hrtime()[0] - start < seconds) {} // !spin
    }`,
  "on the clock, process.uptime": `
    export async function sleep(s) {
      const end = process.uptime() + s;
      while (process.uptime() < end) {} // !spin
    }`,
  "on the clock, do while": `
    export async function sleep(ms) {
      const start = Date.now();
      let now;
      do { now = Date.now(); } while (now - start < ms); // !spin
    }`,
  "on the clock, for": `
    export async function sleep(ms) {
      for (const start = Date.now(); Date.now() - start < ms; ) {} // !spin
    }`,
  "on the clock, with a break": `
    export async function sleep(ms) {
      const start = Date.now();
      while (true) { // !spin
        if (Date.now() - start > ms) break;
      }
    }`,
  "on the clock, with a return": `
    export async function sleep(ms) {
      const start = Date.now();
      for (;;) { // !spin
        if (Date.now() - start > ms) return;
      }
    }`,
  "on the clock, through a helper": `
    const now = () => Date.now();
    export async function sleep(ms) {
      const end = now() + ms;
      while (now() < end) {} // !spin
    }`,
  "on the clock, through an alias": `
    const { now } = Date;
    export async function sleep(ms) {
      const end = now() + ms;
      while (now() < end) {} // !spin
    }`,
  "on the clock, with useless work": `
    export async function burn(ms) {
      const end = Date.now() + ms;
      let x = 0;
      while (Date.now() < end) x += Math.sqrt(x + 1); // !spin
    }`,
  "on a flag that only others set": `
    let ready = false;
    export function setReady() { ready = true; }
    export async function wait() {
      while (!ready) {} // !spin
    }`,
  "on a flag set in a callback": `
    export async function wait(emitter) {
      let done = false;
      emitter.once("done", () => { done = true; });
      while (!done) {} // !spin
    }`,
  "on a member that only others set": `
    export async function wait(state) {
      while (!state.ready) {} // !spin
    }`,
  "on this.member": `
    class Gate {
      open = false;
      async wait() { while (!this.open) {} } // !spin
    }`,
  "on a flag set in a reaction": `
    export async function wait(url) {
      let result;
      fetch(url).then((r) => { result = r; });
      while (result === undefined) {} // !spin
      return result;
    }`,
  "on an atomic load": `
    export async function lock(shared) {
      while (Atomics.load(shared, 0) === 0) {} // !spin
    }`,
  "on compareExchange": `
    export async function lock(shared) {
      while (Atomics.compareExchange(shared, 0, 0, 1) !== 0) {} // !spin
    }`,
  "on receiveMessageOnPort": `
    import { receiveMessageOnPort } from "node:worker_threads";
    export async function receive(port) {
      let message;
      while (!(message = receiveMessageOnPort(port))) {} // !spin
      return message.message;
    }`,
  "on receiveMessageOnPort, endless with a break": `
    import { receiveMessageOnPort } from "worker_threads";
    export async function receive(port) {
      for (;;) { // !spin
        const got = receiveMessageOnPort(port);
        if (got) return got.message;
      }
    }`,
  "an await that is not on the spinning path": `
    export async function wait(ms, log) {
      const end = Date.now() + ms;
      while (Date.now() < end) { // !spin
        if (log.enabled && false) await log.flush();
      }
    }`,
  "an await behind a break": `
    export async function wait(state) {
      while (true) { // !spin
        if (state.ready) {
          await state.close();
          break;
        }
      }
    }`,
  "awaits only something already resolved": `
    export async function wait(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) await Promise.resolve(); // !spin
    }`,
  "awaits only null": `
    export async function wait(state) {
      while (!state.ready) await null; // !spin
    }`,
  "awaits only an async function that awaits nothing": `
    const tick = async () => {};
    export async function wait(state) {
      while (!state.ready) await tick(); // !spin
    }`,
  "awaits in a nested function only": `
    export async function wait(state) {
      while (!state.ready) { const later = async () => { await state.flush(); }; } // !spin
    }`,
  "in a reaction": `
    fetch("http://a").then(() => {
      const end = Date.now() + 100;
      while (Date.now() < end); // !spin
    });`,
  "in a promise executor": `
    export const sleep = (ms) => new Promise((resolve) => {
      const end = Date.now() + ms;
      while (Date.now() < end) {} // !spin
      resolve();
    });`,
  "in a sync function that an async one calls": `
    function sleepSync(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) {} // !spin
    }
    export async function f() { sleepSync(100); } // !chain`,
  "in a sync function: it harms wherever it stands": `
    export function sleepSync(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) {} // !spin
    }`,

  // Not a wait by spinning.
  "awaits a timer": `
    import { setTimeout } from "node:timers/promises";
    export async function wait(state) { while (!state.ready) await setTimeout(10); }`,
  "awaits a timer of its own": `
    const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
    export async function wait(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) { await sleep(5); }
    }`,
  "awaits I/O with a deadline": `
    export async function poll(url) {
      const deadline = Date.now() + 5000;
      while (Date.now() < deadline) {
        const response = await fetch(url);
        if (response.ok) return response;
      }
    }`,
  "awaits something unknown": `
    export async function wait(queue) { while (!queue.done) await queue.next(); }`,
  "awaits setImmediate": `
    import { setImmediate } from "node:timers/promises";
    export async function drain(queue) { while (!queue.idle) { queue.step(); await setImmediate(); } }`,
  "for await": `
    export async function f(stream, end) { for await (const one of stream) { if (Date.now() > end) break; } }`,
  "work until a deadline: a time slice": `
    export async function slice(jobs) {
      const end = Date.now() + 5;
      while (jobs.length > 0 && Date.now() < end) jobs.pop()();
    }`,
  "an endless loop with an await": `
    export async function serve(queue) { while (true) { const job = await queue.take(); job(); } }`,
  "drains an array": `
    export async function f(stack) { while (stack.length) { const one = stack.pop(); visit(one); } }`,
  "walks up a linked list": `
    export async function f(node) { while (node.parent) node = node.parent; return node; }`,
  "matches of a regular expression": `
    export async function f(re, text) { let m; while ((m = re.exec(text)) !== null) use(m); }`,
  "an iterator by hand": `
    export async function f(it) { let step = it.next(); while (!step.done) { use(step.value); step = it.next(); } }`,
  "a flag set in the body": `
    export async function f(list) {
      let changed = true;
      while (changed) { changed = false; for (const x of list) if (x.update()) changed = true; }
    }`,
  "a member set by a method called in the body": `
    class Parser {
      done = false;
      next() { if (++this.at > 10) this.done = true; }
      async run() { while (!this.done) this.next(); }
    }`,
  "a method of an object decides": `
    export async function f(scanner) { while (!scanner.isDone()) scanner.advance(); }`,
  "a counter": `
    export async function f() { let i = 0; while (i < 10) i++; return i; }`,
  "a binary search": `
    export async function f(list, x) {
      let low = 0, high = list.length;
      while (low < high) { const mid = (low + high) >> 1; if (list[mid] < x) low = mid + 1; else high = mid; }
      return low;
    }`,
  "a short bounded loop": `
    export async function f() { let s = 0; for (let i = 0; i < 100; i++) s += i; return s; }`,
  "a long CPU loop is a tier of its own": `
    export async function f() { let s = 0; for (let i = 0; i < 1e9; i++) s += i; return s; }`,
  "reads a stream's chunks": `
    export async function f(stream) {
      let chunk;
      while ((chunk = stream.read()) !== null) use(chunk);
    }`,
  "a compare-and-swap retry": `
    export async function add(shared, x) {
      let old;
      do { old = Atomics.load(shared, 0); } while (Atomics.compareExchange(shared, 0, old, old + x) !== old);
    }`,
  "drains a port": `
    import { receiveMessageOnPort } from "node:worker_threads";
    export async function drain(port, use) {
      let message;
      while ((message = receiveMessageOnPort(port))) use(message.message);
    }`,
  "unique name by the clock": `
    export async function f(taken) {
      let name;
      do { name = String(Date.now()) + Math.random(); } while (taken.has(name));
      return name;
    }`,
  "a scheduler whose step may do anything": `
    let left = 10, allowed = false;
    export const allow = () => { allowed = true; };
    function step(run) { if (allowed) return run(more); return false; }
    function more() { left -= 1; }
    export async function f(run) { do step(run); while (left !== 0); }`,
  "a function that calls itself in a loop of its own": `
    function walk(node) { for (let i = 0; i < node.length; i++) walk(node[i]); }
    export async function f(node) { while (walk(node)) walk(node); for (;;) walk(node); }`,
  "yield in an async generator": `
    export async function* ticks(end) { while (Date.now() < end) yield 1; }`,
  "in a worker": commonjs(`
    const { parentPort } = require("worker_threads");
    parentPort.on("message", async (ms) => {
      const end = Date.now() + ms;
      while (Date.now() < end) {}
      parentPort.postMessage("done");
    });`),
  "a typed flag with an assertion": typescript(`
    export async function wait(state: { ready: boolean }) {
      while (!(state as any).ready) {} // !spin
    }`),
};
