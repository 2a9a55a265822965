import assert from "node:assert/strict";
import { compareVariants, scenarioFor } from "../../simulator/src/compare.js";
import { harmRatio } from "../../simulator/src/report/comparison.js";
import type { ModelledFunction } from "../../simulator/src/scenario/modelled-function.js";

const at = { file: "src/users.ts", line: 7 };

/** A function that blocks for so many milliseconds. */
function blocker(ms: number): ModelledFunction {
  return {
    name: "signUp",
    file: at.file,
    line: 3,
    steps: [
      {
        id: "0",
        label: "call",
        kind: "block",
        ms,
        lowMs: ms,
        highMs: ms,
        source: "set",
        basis: "the test",
        at,
        remedy: "timer",
      },
    ],
  };
}

const load = { runtime: { flavor: "current-thread" }, durationMs: 5000 } as const;

describe("a function compared with its fixed form", () => {
  it("makes others wait as written, and no longer with the fix", () => {
    const { asWritten, fixed } = compareVariants(blocker(50), load, [1, 2, 3]);
    const before = asWritten.bystander.latencyMs?.p99;
    const after = fixed.bystander.latencyMs?.p99;
    assert.ok(before && before.median > 40, "as written they wait for the blocker");
    assert.ok(after && after.high < 10, "with the fix they do not");
    assert.ok(before.low <= before.median && before.median <= before.high);
  });

  it("is called growing, without a median, when the load can't be served", () => {
    const comparison = compareVariants(blocker(400), { ...load, durationMs: 30_000 }, [1, 2, 3]);
    assert.deepEqual(comparison.asWritten.called, { growing: true, latencyMs: null });
    assert.equal(harmRatio(comparison), null);
  });

  it("gives the same figures for the same seeds", () => {
    assert.deepEqual(
      compareVariants(blocker(20), load, [4]),
      compareVariants(blocker(20), load, [4]),
    );
  });

  it("puts the steps of either variant under the load that was asked for", () => {
    const [asWritten] = scenarioFor(blocker(50), "as-written", load).tasks;
    const [fixed] = scenarioFor(blocker(50), "fixed", { ...load, callsPerSecond: 9 }).tasks;
    assert.deepEqual(asWritten.steps, [{ block: 50, at }]);
    assert.deepEqual(fixed.steps, [{ sleep: 50, at }]);
    assert.deepEqual(fixed.arrival, { poissonPerSecond: 9 });
  });
});
