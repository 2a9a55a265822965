import assert from "node:assert/strict";
import type { Step } from "../../../simulator/src/scenario/types.js";
import {
  currentThread,
  makespanMs,
  multiThread,
  outcomeOf,
  quantileMs,
  simulate,
  task,
} from "./scenarios.js";

function within(actual: number, low: number, high: number): void {
  assert.ok(actual >= low && actual <= high, `${actual} is not between ${low} and ${high}`);
}

const closures = (count: number): ReturnType<typeof task>[] => [
  task("a", [{ spawnBlocking: [{ block: 20 }] }], { count }),
];

describe("the blocking pool", () => {
  it("starts a thread for each closure, one after the other: 100 times 20 ms take 25 to 26 ms", () => {
    for (const runtime of [multiThread(4), currentThread()]) {
      const outcome = simulate(runtime, closures(100));
      within(makespanMs(outcome), 25, 26);
      assert.equal(outcome.blockingPool.peakThreads, 100);
    }
  });

  it("has workers that wait for its lock sleep, so that the threads that were started get a processor", () => {
    const { trace } = simulate(
      multiThread(4, { cores: 2 }),
      closures(100),
      {},
      { trace: true, costs: { threadFirstInstructionNs: 0 } },
    );
    const { segments, lanes } = trace ?? assert.fail("no trace");
    const starts = Array.from(segments.startNs).filter(
      (_, segment) => lanes[segments.lane[segment] ?? -1]?.kind === "blocking",
    );
    // One after the other gets the lock when the last thread has been created, and not all at once.
    starts.sort((a, b) => a - b);
    const [first = NaN, last = NaN] = [starts[1], starts.at(-1)];
    assert.ok(last - first > 100 * 3_000, `${last - first} ns from the first to the last`);
  });

  it("has whoever starts threads wake those that wait for its lock, which costs a wake-up each", () => {
    const lastStartMs = (notifyNs: number) => {
      const outcome = simulate(
        currentThread({ cores: 2 }),
        closures(100),
        {},
        { costs: { notifyNs, threadFirstInstructionNs: 10_000, threadStartNs: 20_000 } },
      );
      return quantileMs(outcomeOf(outcome, "a").startDelayNs, 1);
    };
    within(lastStartMs(0), 1.9, 2.2);
    within(lastStartMs(5_000) - lastStartMs(0), 0.4, 0.6);
  });

  it("queues, first in first out, what is more than its cap", () => {
    within(
      makespanMs(simulate(multiThread(4, { maxBlockingThreads: 4 }), closures(100))),
      503,
      507,
    );
    const outcome = simulate(multiThread(4, { maxBlockingThreads: 8 }), closures(100));
    within(makespanMs(outcome), 261, 264);
    assert.equal(outcome.blockingPool.peakThreads, 8);
    within(outcome.blockingPool.peakQueue, 91, 100);
  });

  it("uses an idle thread again, until that has been idle for its time", () => {
    const started = (threadKeepAliveMs: number): number =>
      simulate(multiThread(2, { threadKeepAliveMs }), [
        task("a", [{ repeat: 5, steps: [{ spawnBlocking: [{ block: 5 }] }, { sleep: 50 }] }]),
      ]).blockingPool.threadsStarted;
    assert.equal(started(10_000), 1);
    assert.equal(started(30), 5);
  });

  it("is not waited for when the closure is done before the task comes to await it", () => {
    const outcome = simulate(
      currentThread(),
      [task("a", [{ spawnBlocking: [] }, { sleep: 5 }, { spawnBlocking: [] }])],
      {},
      // The thread that is notified is done long before the notifier goes on.
      { costs: { notifyNs: 100_000 } },
    );
    assert.equal(outcome.workers[0]?.pollCount, 3);
  });

  it("runs repeated and computing steps of a closure too", () => {
    const steps: Step[] = [{ spawnBlocking: [{ repeat: 3, steps: [{ cpu: 2 }, { block: 4 }] }] }];
    within(makespanMs(simulate(currentThread(), [task("a", steps)])), 18, 19);
  });
});

describe("block_in_place", () => {
  it("hands the core to another thread, so that the others go on", () => {
    const outcome = simulate(multiThread(1), [
      task("parent", [{ blockInPlace: [{ block: 100 }] }]),
      task("other", [{ block: 10 }]),
    ]);
    within(quantileMs(outcomeOf(outcome, "other").latencyNs, 1), 10, 10.5);
    within(makespanMs(outcome), 100, 100.5);
  });

  it("takes 25 to 26 ms for 100 times 20 ms, through the start of threads", () => {
    const outcome = simulate(multiThread(4), [
      task("a", [{ blockInPlace: [{ block: 20 }] }], { count: 100 }),
    ]);
    within(makespanMs(outcome), 25, 26.5);
  });

  it("takes the child in the LIFO slot along with the core", () => {
    const outcome = simulate(multiThread(4), [
      task("parent", [{ sleep: 5 }, { spawn: "child" }, { blockInPlace: [{ block: 200 }] }]),
      task("child", [{ cpu: 0.1 }], { spawnedOnly: true }),
    ]);
    within(quantileMs(outcomeOf(outcome, "child").startDelayNs, 1), 0, 1);
  });

  it("stalls the worker, in 1.24 with its LIFO slot, when the pool has no thread left", () => {
    const childDelay = (tokio: "1.24" | "1.53"): number => {
      const outcome = simulate(multiThread(2, { tokio, maxBlockingThreads: 1 }), [
        task("hog", [{ spawnBlocking: [{ block: 300 }] }]),
        task("parent", [{ sleep: 10 }, { spawn: "child" }, { blockInPlace: [{ block: 100 }] }]),
        task("child", [{ cpu: 0.1 }], { spawnedOnly: true }),
        // Keeps the other worker looking at its driver, and so for work.
        task("ticker", [{ interval: { everyMs: 5, count: 60 }, steps: [] }], { count: 2 }),
      ]);
      return quantileMs(outcomeOf(outcome, "child").startDelayNs, 1);
    };
    within(childDelay("1.24"), 100, 100.5);
    within(childDelay("1.53"), 0, 100.5);
  });

  it("gives the worker back to the thread that blocked if no other took it", () => {
    const outcome = simulate(multiThread(1, { maxBlockingThreads: 1 }), [
      task("hog", [{ spawnBlocking: [{ block: 300 }] }]),
      task("parent", [{ sleep: 10 }, { blockInPlace: [{ block: 50 }] }, { sleep: 10 }, { cpu: 1 }]),
    ]);
    within(quantileMs(outcomeOf(outcome, "parent").latencyNs, 1), 71, 75.5);
    assert.equal(outcome.blockingPool.peakThreads, 1);
  });
});
