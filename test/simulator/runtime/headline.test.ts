import assert from "node:assert/strict";
import { currentThread, makespanMs, multiThread, simulate, task } from "./scenarios.js";

/** Within a part of the expected figure, which is the tolerance that the accuracy page promises. */
function assertNear(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= expected * tolerance, `${actual}, expected ${expected}`);
}

describe("the experiment that the project starts from", () => {
  const blocking = [task("handler", [{ block: 1000 }], { count: 100 })];
  const sleeping = [task("handler", [{ sleep: 1000 }], { count: 100 })];

  it("takes 25 s for 100 tasks that block for 1 s on 4 workers", () => {
    const outcome = simulate(multiThread(4), blocking);
    assertNear(makespanMs(outcome), 25_000, 0.002);
    assert.equal(outcome.tasks[0].completed, 100);
    assert.equal(outcome.stopped, false);
  });

  it("takes one second when they await a timer", () => {
    assertNear(makespanMs(simulate(multiThread(4), sleeping)), 1000, 0.005);
  });

  it("takes one second through the blocking pool, and the start of 100 threads", () => {
    const outcome = simulate(multiThread(4), [
      task("handler", [{ spawnBlocking: [{ block: 1000 }] }], { count: 100 }),
    ]);
    assertNear(makespanMs(outcome), 1005, 0.005);
    assert.equal(outcome.blockingPool.peakThreads, 100);
  });

  it("takes 100 s on one thread", () => {
    assertNear(makespanMs(simulate(currentThread(), blocking)), 100_000, 0.002);
    assertNear(makespanMs(simulate(currentThread(), sleeping)), 1000, 0.005);
  });
});
