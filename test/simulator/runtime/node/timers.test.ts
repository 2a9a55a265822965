import assert from "node:assert/strict";
import { NodeTimers, timeoutMs } from "../../../../simulator/src/runtime/node/timers.js";

/** Everything that fires in one round at this time. */
function fireAll(timers: NodeTimers, nowMs: number): number[] {
  const fired: number[] = [];
  timers.begin(nowMs);
  for (;;) {
    const task = timers.takeDue(() => nowMs);
    if (task < 0) return fired;
    fired.push(task);
  }
}

describe("timeoutMs", () => {
  it("cuts off fractions, and makes 1 ms of what setTimeout cannot wait for", () => {
    assert.deepEqual([1.9, 25, 0, 0.4, -5, NaN, 2 ** 31].map(timeoutMs), [1, 25, 1, 1, 1, 1, 1]);
  });
});

describe("NodeTimers", () => {
  it("fires what is due, and knows what comes next", () => {
    const timers = new NodeTimers();
    timers.add(1, 0, 10);
    timers.add(2, 3, 10);
    timers.add(3, 0, 50);
    assert.equal(timers.nextExpiryMs, 10);
    assert.deepEqual(fireAll(timers, 9), []);
    assert.deepEqual(fireAll(timers, 10), [1]);
    assert.equal(timers.nextExpiryMs, 13);
    assert.deepEqual(fireAll(timers, 60), [2, 3]);
    assert.equal(timers.nextExpiryMs, Infinity);
  });

  it("orders by expiry after a blocked loop, not by call order", () => {
    const timers = new NodeTimers();
    timers.add(10, 0, 10);
    timers.add(9, 0, 9);
    assert.deepEqual(fireAll(timers, 200), [9, 10]);
  });

  it("fires a whole list before the next, as Node does, even where their timers interleave", () => {
    const timers = new NodeTimers();
    timers.add(1, 0, 10);
    timers.add(2, 1, 5);
    timers.add(3, 8, 5);
    timers.add(4, 4, 10);
    assert.deepEqual(fireAll(timers, 100), [2, 3, 1, 4]);
  });

  it("leaves a timer that a callback sets to a later round", () => {
    const timers = new NodeTimers();
    timers.add(1, 0, 5);
    timers.begin(5);
    assert.equal(
      timers.takeDue(() => 5),
      1,
    );
    timers.add(2, 5, 5);
    assert.equal(
      timers.takeDue(() => 5),
      -1,
    );
    assert.equal(timers.nextExpiryMs, 10);
  });

  it("keeps thousands of durations apart", () => {
    const timers = new NodeTimers();
    for (let ms = 3000; ms >= 1; ms--) timers.add(ms, 0, ms);
    const fired = fireAll(timers, 3000);
    assert.deepEqual(
      fired,
      Array.from({ length: 3000 }, (_, index) => index + 1),
    );
  });
});
