import assert from "node:assert/strict";
import type { Trace } from "../../../simulator/src/engine/trace.js";
import type { Duration } from "../../../simulator/src/scenario/types.js";
import { makespanMs, multiThread, simulate, task } from "./scenarios.js";

/** Runs one task's items on a pool of four threads with a processor each. */
function parallel(items: number, cpu: Duration, seed = 1): ReturnType<typeof simulate> {
  const runtime = multiThread(1, { cores: 5, parallelThreads: 4 });
  return simulate(runtime, [task("a", [{ parallel: { items, cpu } }])], { seed }, { trace: true });
}

function busyMs(trace: Trace | null, lane: string): number {
  assert.ok(trace !== null);
  const index = trace.lanes.findIndex(({ name }) => name === lane);
  let sum = 0;
  for (let segment = 0; segment < trace.segments.length; segment++) {
    if (trace.segments.lane[segment] !== index) continue;
    sum += (trace.segments.endNs[segment] ?? NaN) - (trace.segments.startNs[segment] ?? NaN);
  }
  return sum / 1e6;
}

describe("the data-parallel pool", () => {
  it("spreads 100 even items of 20 ms evenly over 4 threads", () => {
    const outcome = parallel(100, 20);
    assert.ok(Math.abs(makespanMs(outcome) - 500) < 2, `${makespanMs(outcome)}`);
    for (let thread = 0; thread < 4; thread++) {
      assert.ok(Math.abs(busyMs(outcome.trace, `parallel ${thread}`) - 500) < 1);
    }
  });

  it("evens out uneven items, since a stolen half is split again", () => {
    for (let seed = 1; seed <= 9; seed++) {
      const outcome = parallel(200, { dist: "empirical", samples: [1, 1, 1, 1, 16] }, seed);
      const total = [0, 1, 2, 3].reduce(
        (sum, thread) => sum + busyMs(outcome.trace, `parallel ${thread}`),
        0,
      );
      // Perfect would be a quarter; a leaf of several items can't be split any more.
      assert.ok(makespanMs(outcome) < total / 4 + 75, `${makespanMs(outcome)} of ${total}`);
      assert.ok(makespanMs(outcome) >= total / 4);
    }
  });

  it("computes on the processors that there are, not on more", () => {
    const runtime = multiThread(1, { cores: 2, parallelThreads: 4 });
    const outcome = simulate(runtime, [task("a", [{ parallel: { items: 100, cpu: 20 } }])]);
    // Half a per cent goes into switching.
    assert.ok(makespanMs(outcome) >= 1000 && makespanMs(outcome) < 1005, `${makespanMs(outcome)}`);
  });

  it("computes all items but those that one which panics had before it in its part of the range", () => {
    const runtime = multiThread(1, { cores: 3, parallelThreads: 2 });
    const panicAt = (item: number): number =>
      makespanMs(
        simulate(runtime, [
          task("a", [{ spawn: "faulty" }, { join: true }]),
          task("faulty", [{ parallel: { items: 16, cpu: 2, panicAt: item } }], {
            spawnedOnly: true,
          }),
        ]),
      );
    // Two threads: the first part is of four items, of which three are left out at its first.
    assert.ok(Math.abs(panicAt(0) - 14) < 0.2, `${panicAt(0)}`);
    assert.ok(Math.abs(panicAt(3) - 16) < 0.2, `${panicAt(3)}`);
  });

  it("computes every item of every task, and no items at all", () => {
    const runtime = multiThread(2, { cores: 4, parallelThreads: 3 });
    const outcome = simulate(runtime, [
      task("a", [{ parallel: { items: 7, cpu: 3 } }], { count: 5 }),
      task("none", [{ parallel: { items: 0, cpu: 3 } }]),
    ]);
    assert.deepEqual(
      outcome.tasks.map(({ completed }) => completed),
      [5, 1],
    );
    assert.ok(makespanMs(outcome) >= (5 * 7 * 3) / 3);
    assert.ok(makespanMs(outcome) < 60);
  });
});
