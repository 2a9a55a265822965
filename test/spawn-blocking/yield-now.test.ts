import assert from "node:assert/strict";
import { yieldNow } from "spawn-blocking";

describe("yieldNow", () => {
  it("lets timers that are due and immediates run first", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("immediate"));
    setTimeout(() => order.push("timer"), 1);
    const until = performance.now() + 5;
    while (performance.now() < until);
    await yieldNow();
    await yieldNow();
    assert.deepEqual(order.toSorted(), ["immediate", "timer"]);
  });
});
