import assert from "node:assert/strict";
import fc from "fast-check";
import { toResult } from "../../../simulator/src/report/metrics.js";
import type { Result } from "../../../simulator/src/report/result.js";
import { runNode } from "../../../simulator/src/runtime/node.js";
import type { RunOptions, RunOutcome } from "../../../simulator/src/runtime/outcome.js";
import { compile } from "../../../simulator/src/runtime/program.js";
import type {
  NodeOptions,
  Scenario,
  Step,
  TaskOptions,
} from "../../../simulator/src/scenario/types.js";

function outcomeOf(
  tasks: readonly TaskOptions[],
  runtime: Partial<NodeOptions> = {},
  options: RunOptions & { stopAfterMs?: number; seed?: number } = {},
): RunOutcome {
  const { stopAfterMs, seed = 1, ...runOptions } = options;
  const node: NodeOptions = { flavor: "node", ...runtime };
  const limit = stopAfterMs === undefined ? {} : { stopAfterMs };
  const scenario: Scenario = { version: 1, seed, ...limit, runtime: node, tasks };
  return runNode(scenario, node, compile(scenario), runOptions);
}

function resultOf(...parameters: Parameters<typeof outcomeOf>): Result {
  return toResult(outcomeOf(...parameters));
}

/** A task that does nothing but stop the loop at 100 ms, for 200 ms. */
const blocker: TaskOptions = { name: "blocker", arrival: { atMs: 100 }, steps: [{ block: 200 }] };

function assertNear(actual: number | undefined, expected: number, tolerance: number): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `expected ${expected} ± ${tolerance}, got ${String(actual)}`,
  );
}

describe("the Node runtime", () => {
  for (const step of [{ block: 200 }, { cpu: 200 }] satisfies Step[]) {
    it(`holds up every request while a task does ${JSON.stringify(step)}`, () => {
      const result = resultOf([
        { name: "request", arrival: { everyMs: 10 }, count: 60, steps: [{ cpu: 0.2 }] },
        { ...blocker, steps: [step] },
      ]);
      // The one that arrives just after the blocker began waits for all of it.
      assertNear(result.tasks.request.latencyMs?.max, 200, 6);
      assertNear(result.tasks.request.latencyMs?.p50, 0.2, 0.1);
    });
  }

  it("lets other tasks run while one awaits a timer, I/O, libuv's threads or a worker", () => {
    const awaits: Step[] = [
      { sleep: 200 },
      { io: 200 },
      { threadpool: 200 },
      { spawnBlocking: [{ cpu: 200 }] },
      { parallel: { items: 1, cpu: 200 } },
    ];
    for (const step of awaits) {
      const result = resultOf([
        { name: "request", arrival: { everyMs: 10 }, count: 60, steps: [{ cpu: 0.2 }] },
        { ...blocker, steps: [step] },
      ]);
      // The first request also waits for its code to be compiled.
      assertNear(result.tasks.request.latencyMs?.max, 0.35, 0.25);
      assertNear(result.tasks.blocker.latencyMs?.p50, 200, 2);
    }
  });

  it("fires timers within a millisecond of their due time on an idle loop", () => {
    for (let seed = 1; seed <= 9; seed++) {
      const { latenessNs } = outcomeOf(
        [{ name: "a", steps: [{ repeat: 100, steps: [{ sleep: 3 }] }] }],
        {},
        { seed },
      ).tasks[0];
      assert.equal(latenessNs.length, 100);
      for (const lateness of latenessNs) assertNear(lateness / 1e6, 0, 1.2);
    }
  });

  it("makes every timer that falls due in a blocked loop wait for its end", () => {
    const result = resultOf([
      { name: "ticker", steps: [{ interval: { everyMs: 10, count: 60 }, steps: [] }] },
      blocker,
    ]);
    assertNear(result.tasks.ticker.latenessMs?.max, 190, 2);
    assertNear(result.tasks.ticker.latenessMs?.p50, 0, 1.2);
  });

  it("polls between a timer whose microtasks take long and one that falls due meanwhile", () => {
    const { tasks } = resultOf([
      { name: "early", steps: [{ sleep: 3 }, { cpu: 30 }] },
      { name: "late", steps: [{ sleep: 20 }, { cpu: 30 }] },
      { name: "request", arrival: { atMs: 10 }, steps: [{ cpu: 1 }] },
    ]);
    // uv__run_timers goes by the time that it had before: the loop has a turn first.
    assertNear(tasks.request.latencyMs?.p50, 24, 1.5);
  });

  it("fires a timer that falls due meanwhile at once where a setTimeout has updated the time", () => {
    const { tasks } = resultOf([
      { name: "early", steps: [{ sleep: 3 }, { cpu: 30 }, { sleep: 50 }] },
      { name: "late", steps: [{ sleep: 20 }, { cpu: 30 }] },
      { name: "request", arrival: { atMs: 10 }, steps: [{ cpu: 1 }] },
    ]);
    assertNear(tasks.request.latencyMs?.p50, 54, 1.5);
  });

  it("polls first when that setTimeout was not of the last timer that fired", () => {
    const { tasks } = resultOf([
      { name: "early", steps: [{ sleep: 3 }, { cpu: 30 }, { sleep: 50 }] },
      { name: "blocker", arrival: { atMs: 1 }, steps: [{ block: 8 }] },
      { name: "next", steps: [{ sleep: 5 }, { io: 1 }] },
      { name: "late", steps: [{ sleep: 20 }, { cpu: 30 }] },
      { name: "request", arrival: { atMs: 10 }, steps: [{ cpu: 1 }] },
    ]);
    assertNear(tasks.request.latencyMs?.p50, 30, 1.5);
  });

  it("treats missed ticks as asked: all at once, from now on, or not at all", () => {
    const lastTickAfter = (missed: "burst" | "delay" | "skip") =>
      resultOf([
        { name: "ticker", steps: [{ interval: { everyMs: 10, count: 40, missed }, steps: [] }] },
        { ...blocker, arrival: { atMs: 101 } },
      ]).makespanMs;
    assertNear(lastTickAfter("burst"), 400, 2);
    assert.ok(lastTickAfter("delay") > 585);
    assertNear(lastTickAfter("skip"), 590, 2);
  });

  it("serves libuv's operations first in, first out, by four threads unless told otherwise", () => {
    const hashes: TaskOptions = { name: "hash", count: 40, steps: [{ threadpool: 100 }] };
    const four = resultOf([hashes]);
    assertNear(four.makespanMs, 1000, 30);
    assertNear(four.tasks.hash.latencyMs?.p50, 500, 15);
    assert.deepEqual(four.blockingPool, { peakThreads: 4, peakQueue: 36 });
    assertNear(resultOf([hashes], { threadpoolSize: 8 }).makespanMs, 500, 15);
  });

  it("shares the processors among threads that compute, and not those that block", () => {
    const task = (step: Step): TaskOptions => ({ name: "a", count: 4, steps: [step] });
    const onTwoCores = { cores: 2, workerThreads: 4 };
    const computing = resultOf([task({ spawnBlocking: [{ cpu: 100 }] })], onTwoCores);
    const blocking = resultOf([task({ spawnBlocking: [{ block: 100 }] })], onTwoCores);
    assertNear(computing.makespanMs, 200, 2);
    assertNear(blocking.makespanMs, 100, 2);
  });

  it("splits parallel items among the pool's threads", () => {
    const tasks = [{ name: "a", steps: [{ parallel: { items: 100, cpu: 5 } }] }];
    assertNear(resultOf(tasks, { parallelThreads: 4, cores: 8 }).makespanMs, 125, 2);
  });

  it("deals connections to the processes, of which a blocked one holds up only the one it was handed", () => {
    const outcome = outcomeOf(
      [
        { ...blocker, arrival: { atMs: 0 } },
        { name: "request", arrival: { everyMs: 10, fromMs: 10 }, count: 20, steps: [{ cpu: 0.1 }] },
      ],
      { processes: 2 },
    );
    const waited = outcome.tasks[1].latencyNs.filter((latency) => latency > 5e6);
    assert.equal(waited.length, 1);
    assert.equal(outcome.workers.length, 2);
  });

  it("starves the loop by promises that are resolved already, and not by setImmediate", () => {
    const spinner = (step: Step): TaskOptions => ({
      name: "spinner",
      steps: [{ repeat: 100, steps: [{ cpu: 2 }, step] }],
    });
    const request: TaskOptions = { name: "request", arrival: { atMs: 10 }, steps: [{ cpu: 0.1 }] };
    const latency = (step: Step) =>
      resultOf([spinner(step), request]).tasks.request.latencyMs?.max ?? NaN;
    assertNear(latency({ selfWake: true }), 190, 3);
    assert.ok(latency({ yield: true }) < 5);
  });

  it("runs a spawned child at once up to its first await, and joins all of them", () => {
    const result = resultOf([
      { name: "parent", steps: [{ spawn: "child", count: 3 }, { block: 50 }, { join: true }] },
      { name: "child", spawnedOnly: true, steps: [{ cpu: 1 }, { io: 100 }] },
    ]);
    assert.equal(result.tasks.child.completed, 3);
    assertNear(result.tasks.child.startDelayMs?.max, 0, 0.01);
    assertNear(result.tasks.parent.latencyMs?.max, 103, 2);
  });

  it("goes on after a join in a microtask, also when there is nothing to join", () => {
    const { tasks } = resultOf([
      { name: "parent", steps: [{ spawn: "child", count: 3 }] },
      { name: "child", spawnedOnly: true, steps: [{ join: true }, { cpu: 10 }] },
    ]);
    // All three have been called before the first computes.
    assertNear(tasks.child.latencyMs?.max, 30, 1);
    assertNear(tasks.parent.latencyMs?.p50, 0, 0.5);
  });

  it("stops a cycle of spawns at its limit, and says so", () => {
    const outcome = outcomeOf([{ name: "a", steps: [{ spawn: "a" }] }], {}, { maxTasks: 1000 });
    assert.equal(outcome.endReason, "tasks");
    assert.equal(outcome.stopped, true);
  });

  it("stops an endless loop without time at the limit of events", () => {
    const nothing: Step = {
      repeat: 1e7,
      steps: [{ repeat: 1e7, steps: [{ cpu: 0 }, { selfWake: true }] }],
    };
    const outcome = outcomeOf([{ name: "a", steps: [nothing] }], {}, { maxEvents: 100_000 });
    assert.equal(outcome.endReason, "events");
  });

  it("is done at once when no task arrives", () => {
    assert.equal(outcomeOf([{ name: "a", count: 0, steps: [] }]).endReason, "completed");
  });
});

describe("random scenarios on the Node runtime", () => {
  const leaf = fc.oneof(
    fc.record({ cpu: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ block: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ sleep: fc.double({ min: 0, max: 5, noNaN: true }) }),
    fc.record({ io: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ threadpool: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ threadpool: fc.integer({ min: 0, max: 5 }), slow: fc.boolean() }),
    fc.record({ ready: fc.integer({ min: 0, max: 3 }) }),
    fc.constant<Step>({ microtask: true }),
    fc.constant<Step>({ nextTick: true }),
    fc.constant<Step>({ immediate: true }),
    fc.constant<Step>({ yield: true }),
    fc.constant<Step>({ selfWake: true }),
    fc.constant<Step>({ spawn: "child" }),
    fc.constant<Step>({ join: true }),
    fc.constant<Step>({ spawnBlocking: [{ cpu: 2 }, { repeat: 2, steps: [{ block: 1 }] }] }),
    fc.constant<Step>({ parallel: { items: 3, cpu: 1 } }),
    fc.constant<Step>({ interval: { everyMs: 2, count: 3 }, steps: [{ cpu: 1 }] }),
  );
  const scenario = fc.record({
    steps: fc.array(leaf, { maxLength: 6 }),
    count: fc.integer({ min: 1, max: 12 }),
    processes: fc.integer({ min: 1, max: 3 }),
    cores: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(),
  });

  it("complete every task, keep threads to one thing at a time, and repeat exactly", () => {
    fc.assert(
      fc.property(scenario, ({ steps, count, processes, cores, seed }) => {
        const tasks: TaskOptions[] = [
          { name: "a", count, steps },
          { name: "child", spawnedOnly: true, steps: [{ cpu: 1 }, { sleep: 1 }] },
        ];
        const run = () => outcomeOf(tasks, { processes, cores }, { seed, trace: true });
        const outcome = run();
        assert.equal(outcome.endReason, "completed");
        for (const task of outcome.tasks) assert.equal(task.completed, task.arrived);
        const { segments, waits } = outcome.trace ?? assert.fail("no trace");
        const busyUntil = new Map<number, number>();
        for (let index = 0; index < segments.length; index++) {
          const lane = segments.lane[index];
          assert.ok(segments.startNs[index] >= (busyUntil.get(lane) ?? 0));
          busyUntil.set(lane, segments.endNs[index]);
        }
        for (let index = 0; index < waits.length; index++) {
          // A timer may fire early, by the fraction that its delay loses and the one that libuv's clock loses; nothing
          // else may begin before it can.
          const early = waits.timer[index] === 1 ? 2e6 : 0;
          assert.ok(waits.startNs[index] >= waits.readyNs[index] - early);
        }
        assert.deepEqual(toResult(run()), toResult(outcome));
      }),
      { numRuns: 200 },
    );
  });
});
