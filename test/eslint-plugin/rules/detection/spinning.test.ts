import { snippets } from "./snippets.js";

snippets("loops that wait by spinning", {
  "on a clock": `
    async function f(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) {} // !spin
      while (Date.now() < end); // !spin
      while (performance.now() < end) { /* wait */ } // !spin
      while (new Date() < end) {} // !spin
      while (new Date().getTime() - end < 5) {} // !spin
      do {} while (Date.now() < end); // !spin
      for (; Date.now() < end; ) {} // !spin
      for (const start = Date.now(); Date.now() - start < ms; ); // !spin
      while (process.hrtime.bigint() < end) {} // !spin
      while (+new Date() < end) {} // !spin
      let now = Date.now();
      while (now < end) { now = Date.now(); } // !spin
      do { now = Date.now(); } while (now < end); // !spin
    }`,
  "not where each round asks about another file": `
    import { existsSync } from "node:fs";
    function f(base) {
      let index = 0;
      while (existsSync(base + index)) index += 1;
      while (existsSync(\`\${base}-\${index}\`)) index++;
      let tries = 0;
      while (!existsSync(base)) tries += 1; // !spin
      return index + tries;
    }`,
  "on a clock, with a way out in the body": `
    async function f(end) {
      while (true) { if (Date.now() > end) break; } // !spin
      for (;;) { const now = Date.now(); if (now > end) { break; } } // !spin
      while (true) { if (Date.now() >= end) { return; } } // !spin
    }`,
  "on a clock, with a count that would take longer": `
    function sleep(ms) {
      const start = new Date().getTime();
      for (let i = 0; i < 1e7; i++) { // !spin
        if (new Date().getTime() - start > ms) break;
      }
      for (let i = 0; i < 1000; i++) {
        if (new Date().getTime() - start > ms) break;
      }
    }`,
  "on a file or a process that is asked for by failing": `
    import { accessSync, statSync } from "node:fs";
    function f(name, pid, make) {
      while (true) { try { accessSync(name); break; } catch {} } // !spin
      let there = false;
      while (!there) { try { accessSync(name); there = true; } catch {} } // !spin
      let alive = true;
      while (alive) { try { process.kill(pid, 0); } catch { alive = false; } } // !spin
      while (true) { try { process.kill(pid, 0); } catch { break; } } // !spin
      while (!there) { try { accessSync(name); there = true; } catch { make(name); } }
      while (alive) { try { process.kill(pid, "SIGTERM"); make(pid); } catch { alive = false; } }
      for (let i = 0; i < 10; i++) { try { accessSync(name); break; } catch {} }
      for (let i = 0; ; ) { try { accessSync(name + i); i++; } catch { return i; } }
    }
    function untilReturned(name) {
      for (;;) { try { statSync(name); return; } catch { continue; } } // !spin
    }
    const alive = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };
    export function waitForExit(pid) {
      while (alive(pid)); // !spin
    }
    export async function polite(name, pause) {
      for (;;) { try { accessSync(name); break; } catch { await pause(); } } // !call
    }`,
  "while it counts, calculates or logs": `
    async function f(end) {
      let count = 0;
      while (Date.now() < end) { count++; } // !spin
      while (Date.now() < end) { count += Math.sqrt(count); } // !spin
      while (Date.now() < end) { console.log("waiting"); } // !spin
      while (Date.now() < end) { for (let i = 0; i < 1000; i++) {} } // !spin
    }`,
  "in a plain function": `
    function sleep(ms) {
      const end = Date.now() + ms;
      while (Date.now() < end) {} // !spin
    }`,
  "with reactions to what is there already": `
    export async function f(state, look) {
      while (!state.done) await Promise.resolve().then(() => {}); // !spin
      while (!state.done) await look().then(() => {});
      while (!state.done) await Promise.resolve().then(() => state.step());
    }`,
  "not while it walks through data": `
    export function last(end, node, chain) {
      while (Date.now() < end && (node = node.next)) node.seen;
      while (Date.now() < end) chain = chain.parent.left;
    }`,
  "through a function that only looks": `
    async function f(end) {
      const over = () => Date.now() > end;
      function isOver() { return Date.now() > end; }
      while (!over()) {} // !spin
      while (!isOver()) {} // !spin
    }`,
  "on a flag": `
    let ready = false;
    const state = { done: false };
    emitter.once("ready", () => { ready = true; state.done = true; });
    async function f(lock) {
      while (!ready) {} // !spin
      while (!state.done); // !spin
      do {} while (!ready); // !spin
      for (; !ready; ) {} // !spin
      while (true) { if (ready) break; } // !spin
      while (lock.held) { let spins = 0; spins++; } // !spin
      while (state.queue.length === 0) {} // !spin
    }
    class Gate { async enter() { while (!this.open) {} } } // !spin`,
  "on shared memory": `
    function lock(memory) {
      while (Atomics.load(memory, 0) === 0) {} // !spin
      while (Atomics.compareExchange(memory, 0, 0, 1) !== 0); // !spin
      for (;;) { if (Atomics.load(memory, 0) === 1) break; } // !spin
      while (Atomics.load(memory, 0) === 0) { Atomics.pause(); } // !spin
    }`,
  "on a port": `
    import { receiveMessageOnPort } from "node:worker_threads";
    function receive(port) {
      let message;
      while (!(message = receiveMessageOnPort(port))) {} // !spin
      while ((message = receiveMessageOnPort(port)) === undefined) {} // !spin
      do { message = receiveMessageOnPort(port); } while (!message); // !spin
      while (true) { message = receiveMessageOnPort(port); if (message) break; } // !spin
    }`,
  forever: `
    async function f() { while (true) {} } // !spin
    async function g() { for (;;); } // !spin`,
  "with an await that is not on the path that spins": `
    let ready;
    async function f(slow, end) {
      while (!ready) { if (slow) { await fetch("/"); } } // !spin
      while (Date.now() < end) { if (slow) { await fetch("/"); } } // !spin
      while (Date.now() < end) { slow && (await fetch("/")); } // !spin
      while (!ready) { if (slow) { await fetch("/"); continue; } } // !spin
    }`,
  "with an await of something that is there already": `
    let ready;
    async function nothing() {}
    const tick = () => Promise.resolve();
    const zero = 0;
    async function g() {
      while (!ready) { await tick(); } // !spin
      while (!ready) { await zero; } // !spin
      while (Date.parse(new Date()) < 5) {} // !spin
    }
    async function f(end) {
      while (!ready) { await null; } // !spin
      while (!ready) { await undefined; } // !spin
      while (!ready) { await Promise.resolve(); } // !spin
      while (Date.now() < end) { await 0; } // !spin
      while (Date.now() < end) await Promise.resolve(1); // !spin
      while (!ready) { await nothing(); } // !spin
      while (!ready) { await new Promise((resolve) => resolve()); } // !spin
      while (!ready) { await new Promise((resolve) => queueMicrotask(resolve)); } // !spin
      while (!ready) { await new Promise((resolve) => process.nextTick(resolve)); } // !spin
    }`,
});

snippets("loops that do not spin", {
  "they give way": `
    import { setTimeout as sleep } from "node:timers/promises";
    let ready;
    async function f(end, emitter) {
      while (!ready) { await sleep(10); }
      while (Date.now() < end) { await new Promise((resolve) => setTimeout(resolve, 5)); }
      while (Date.now() < end) { await new Promise((resolve) => setImmediate(resolve)); }
      while (Date.now() < end) { await new Promise(setImmediate); }
      while (!ready) { await emitter.next(); }
      do { await sleep(1); } while (!ready);
      while (await emitter.hasNext()) {}
      for await (const x of emitter) {}
    }
    function* g(end) { while (Date.now() < end) { yield; } }
    async function* h() { while (!ready) { yield 1; } }`,
  "they await a function that works": `
    let ready;
    const queue = make();
    function step() { queue.next(); }
    async function f() { while (!ready) { await step(); } }`,
  "they work until their time is over": `
    async function f(queue, end, work) {
      while (Date.now() < end && queue.length > 0) { work(queue.shift()); }
      while (queue.length > 0) { if (Date.now() > end) break; work(queue.pop()); }
      while (Date.now() < end) { queue.step(); }
    }`,
  "they get somewhere by themselves": `
    function f(node, items, stack, text, re) {
      while (node.parent) { node = node.parent; }
      let i = 0;
      while (i < items.length) { i++; }
      while (i--) {}
      while (++i < 10);
      for (let j = 0; j < items.length; j++) {}
      for (let j = 0, n = items.length; j < n; ++j);
      while (items[i] === undefined) i += 1;
      let low = 0, high = 10;
      while (low < high) { const middle = (low + high) >> 1; if (items[middle]) low = middle + 1; else high = middle; }
      while (stack.pop()) {}
      while ((node = stack.pop())) {}
      let match;
      while ((match = re.exec(text)) !== null) {}
      while (re.test(text)) {}
      do { i += 1; } while (i < 5);
      do { items.push(1); } while (false);
      while (true) { i += 1; if (i > 5) break; }
      for (;;) { const next = stack.pop(); if (!next) break; }
      for (const x of items) {}
      for (const x in items) {}
    }`,
  "they change their flag": `
    function f(check, state) {
      let done = false;
      while (!done) { done = check(); }
      while (!done) { if (check()) done = true; }
      while (state.running) { state.running = check(); }
      while (!state.done) { state.advance(); }
      let retries = 3;
      while (retries > 0) { retries -= 1; }
    }`,
  "they empty a port": `
    import { receiveMessageOnPort } from "node:worker_threads";
    function drain(port, handle) {
      let message;
      while ((message = receiveMessageOnPort(port))) { handle(message); }
      while ((message = receiveMessageOnPort(port)) !== undefined) {}
    }`,
  "they sleep rather than spin": `
    function lock(memory) {
      while (Atomics.load(memory, 0) === 0) { Atomics.wait(memory, 0, 0, 10); }
    }`,
  "a clock that does not decide": `
    function f(items) {
      let i = 0, last;
      while (i < items.length) { last = Date.now(); i++; }
      return last;
    }`,
  "long loops that only compute, by default": `
    async function f() { let sum = 0; for (let i = 0; i < 1e9; i++) { sum += i; } return sum; }`,
});

snippets(
  "long loops, where they are asked for",
  {
    "in an async function, by their bounds": `
      async function f() {
        let sum = 0;
        for (let i = 0; i < 1e9; i++) { sum += i; } // !spin
        for (let i = 0; i < 10_000; i++) { for (let j = 0; j < 10_000; j++) { sum += j; } } // !spin
        for (let i = 0; i < 1000; i++) { sum += i; }
        for (let i = 0; i < 1e9; i++) { if (sum > 5) break; }
        return sum;
      }
      function g() { for (let i = 0; i < 1e9; i++) {} }`,
  },
  "both",
  { rules: { "unblock/no-busy-wait": ["error", { confidence: "probable" }] } },
);
