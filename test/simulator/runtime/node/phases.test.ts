import assert from "node:assert/strict";
import { toResult } from "../../../../simulator/src/report/metrics.js";
import { run } from "../../../../simulator/src/runtime/run.js";
import type { RunOutcome } from "../../../../simulator/src/runtime/outcome.js";
import type { NodeOptions, Step, TaskOptions } from "../../../../simulator/src/scenario/types.js";

function simulate(tasks: readonly TaskOptions[], runtime: Partial<NodeOptions> = {}): RunOutcome {
  return run({ version: 1, runtime: { flavor: "node", ...runtime }, tasks });
}

/** In which order children complete, each of which computes after one of these steps; all are called in turn. */
function order(steps: Readonly<Record<string, Step>>): string[] {
  const outcome = simulate([
    { name: "parent", steps: [...Object.keys(steps).map((spawn) => ({ spawn })), { cpu: 1 }] },
    ...Object.entries(steps).map(([name, step]): TaskOptions => ({
      name,
      spawnedOnly: true,
      steps: [step, { cpu: 0.1 }],
    })),
  ]);
  return outcome.tasks
    .filter(({ name }) => name !== "parent")
    .sort((one, other) => one.completedNs[0] - other.completedNs[0])
    .map(({ name }) => name);
}

const ofPool = (outcome: RunOutcome, name: string): Float64Array =>
  outcome.tasks.find((task) => task.name === name)?.latencyNs ?? assert.fail();

describe("after a callback, Node", () => {
  it("goes on after resolved promises, then after nextTicks, and after immediates in the check phase", () => {
    const steps: Record<string, Step> = {
      immediate: { immediate: true },
      microtask: { microtask: true },
      nextTick: { nextTick: true },
    };
    assert.deepEqual(order(steps), ["microtask", "nextTick", "immediate"]);
  });

  it("lets no timer fire between microtasks or nextTicks, but between immediates", () => {
    const worst = (step: Step): number => {
      const outcome = simulate([
        { name: "timer", steps: [{ sleep: 5 }] },
        { name: "batch", steps: [{ repeat: 40, steps: [{ cpu: 1 }, step] }] },
      ]);
      return (outcome.tasks[0]?.latenessNs[0] ?? NaN) / 1e6;
    };
    assert.ok(worst({ microtask: true }) > 30);
    assert.ok(worst({ nextTick: true }) > 30);
    assert.ok(worst({ immediate: true }) < 3);
  });
});

describe("slow operations on libuv's threads", () => {
  it("get half of the threads at a time, and leave the others to fast ones", () => {
    const outcome = simulate(
      [
        { name: "lookup", count: 6, steps: [{ threadpool: 20, slow: true }] },
        { name: "read", count: 2, arrival: { atMs: 1 }, steps: [{ threadpool: 5 }] },
      ],
      { threadpoolSize: 4 },
    );
    const lookups = Array.from(ofPool(outcome, "lookup"), (each) => Math.round(each / 2e7));
    assert.deepEqual(lookups, [1, 1, 2, 2, 3, 3]);
    for (const each of ofPool(outcome, "read")) assert.ok(each < 6e6);
    assert.equal(outcome.blockingPool.peakThreads, 4);
  });

  it("have a pool of one thread to themselves", () => {
    const outcome = simulate([{ name: "a", count: 2, steps: [{ threadpool: 10, slow: true }] }], {
      threadpoolSize: 1,
    });
    assert.ok(outcome.makespanNs > 20e6 && outcome.makespanNs < 21.5e6);
  });
});

describe("the figures that Node has of its event loop", () => {
  const tasks: TaskOptions[] = [
    { name: "blocker", arrival: { atMs: 500 }, steps: [{ block: 200 }] },
    { name: "last", arrival: { atMs: 2000 }, steps: [{ cpu: 1 }] },
  ];

  it("show a block as one sample among many, so that the median hides it", () => {
    const [worker] = toResult(simulate(tasks)).workers;
    const delay = worker?.eventLoopDelayMs ?? assert.fail();
    assert.ok(delay.p50 >= 10 && delay.p50 < 11.5, `${delay.p50}`);
    assert.ok(delay.max > 200 && delay.max < 215, `${delay.max}`);
    assert.ok(delay.p90 < 12);
  });

  it("count a block as active", () => {
    const [worker] = toResult(simulate(tasks)).workers;
    const utilization = worker?.eventLoopUtilization ?? NaN;
    assert.ok(Math.abs(utilization - 0.1) < 0.01, `${utilization}`);
  });

  it("are left out on Tokio", () => {
    const outcome = run({ version: 1, runtime: { flavor: "current-thread" }, tasks });
    assert.equal("eventLoopUtilization" in (toResult(outcome).workers[0] ?? {}), false);
  });
});
