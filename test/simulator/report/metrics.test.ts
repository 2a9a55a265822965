import assert from "node:assert/strict";
import { toResult } from "../../../simulator/src/report/metrics.js";
import { exampleOutcome, exampleTask } from "./example-outcome.js";

describe("toResult", () => {
  it("turns nanoseconds into milliseconds, and keeps null for what has no samples", () => {
    const task = exampleTask("a", [
      { arrival: 1, completed: 3 },
      { arrival: 2, completed: 8 },
      { arrival: 3 },
    ]);
    const result = toResult(exampleOutcome([task], 10));
    assert.deepEqual(result.tasks, {
      a: {
        completed: 2,
        latencyMs: { mean: 4, p50: 2, p90: 6, p99: 6, max: 6 },
        startDelayMs: { mean: 0, p50: 0, p90: 0, p99: 0, max: 0 },
        latenessMs: null,
      },
    });
    assert.equal(result.makespanMs, 10);
  });

  it("takes the workers' counters by the names of the contract", () => {
    const worker = {
      name: "worker 0",
      busyNs: 1e6,
      blockedNs: 2e6,
      parkedNs: 3e6,
      pollCount: 4,
      stealOperations: 5,
      stealCount: 6,
      parkCount: 7,
      noopCount: 8,
      localScheduleCount: 9,
      overflowCount: 10,
    };
    const result = toResult({ ...exampleOutcome([], 10), workers: [worker] });
    assert.deepEqual(result.workers, [
      { busyMs: 1, blockedMs: 2, parkedMs: 3, polls: 4, steals: 5, stolenTasks: 6 },
    ]);
  });

  it("keeps a task named __proto__", () => {
    const result = toResult(exampleOutcome([exampleTask("__proto__", [{ arrival: 0 }])], 10));
    assert.deepEqual(Object.keys(result.tasks), ["__proto__"]);
  });
});
