import assert from "node:assert/strict";
import { once } from "node:events";
import { stat } from "node:fs";
import { yieldNow } from "spawn-blocking";

/** Stands still for so long, while timers fall due and operations end. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe("yieldNow", () => {
  for (const [where, reach] of [
    ["a microtask", () => Promise.resolve()],
    ["a timer", () => new Promise((resolve) => setTimeout(resolve, 1))],
    ["an immediate", () => new Promise((resolve) => setImmediate(resolve))],
    ["I/O", () => new Promise((resolve) => stat(".", resolve))],
  ] as const) {
    it(`lets timers that are due, I/O that is done and immediates run first, called from ${where}`, async () => {
      await reach();
      const { port1, port2 } = new MessageChannel();
      const order: string[] = [];
      setImmediate(() => order.push("immediate"));
      setTimeout(() => order.push("timer"), 1);
      const message = once(port1, "message").then(() => order.push("message"));
      port2.postMessage("x");
      block(5);
      await yieldNow();
      assert.deepEqual(order.toSorted(), ["immediate", "message", "timer"]);
      await message;
      port1.close();
    });
  }
});
