import assert from "node:assert/strict";
import { toResult } from "../../../simulator/src/report/metrics.js";
import type { RunOutcome } from "../../../simulator/src/runtime/outcome.js";
import type { Step, TaskOptions } from "../../../simulator/src/scenario/types.js";
import { parseScenario } from "../../../simulator/src/scenario/validate.js";
import { currentThread, makespanMs, multiThread, outcomeOf, simulate, task } from "./scenarios.js";

const node = { flavor: "node", cores: 2 } as const;
const child = task("child", [{ sleep: 50 }], { spawnedOnly: true });

describe("tasks that fail", () => {
  it("let whoever joins them go on, when they panic", () => {
    const outcome = simulate(multiThread(2), [
      task("parent", [{ spawn: "faulty", count: 3 }, { join: true }, { sleep: 5 }]),
      task("faulty", [{ sleep: 5 }, { panic: true }, { sleep: 1000 }], { spawnedOnly: true }),
    ]);
    const { completed, latencyNs, panicked } = outcomeOf(outcome, "faulty");
    assert.deepEqual([completed, latencyNs.length, panicked], [0, 0, 3]);
    assert.equal(outcomeOf(outcome, "parent").completed, 1);
    assert.ok(makespanMs(outcome) < 15);
    assert.equal(toResult(outcome).tasks["faulty"]?.panicked, 3);
    assert.equal("panicked" in (toResult(outcome).tasks["parent"] ?? {}), false);
  });

  for (const runtime of [multiThread(2), currentThread()]) {
    it(`end without waiting for what they await, when they are aborted (${runtime.flavor})`, () => {
      const outcome = simulate(runtime, [
        task("parent", [
          { spawn: "child", count: 4 },
          { sleep: 5 },
          { abort: true },
          { join: true },
        ]),
        child,
      ]);
      assert.deepEqual(outcomeOf(outcome, "child").aborted, 4);
      assert.equal(outcomeOf(outcome, "child").completed, 0);
      assert.ok(makespanMs(outcome) < 8);
    });
  }

  it("leave the end of the run as the makespan, where none has completed", () => {
    const steps = [{ block: 20 }, { panic: true }] as const;
    for (const runtime of [multiThread(1), currentThread(), node]) {
      assert.ok(makespanMs(simulate(runtime, [task("faulty", steps)])) > 20, runtime.flavor);
    }
  });

  it("go on up to their next await, when they are aborted while they run", () => {
    const outcome = simulate(multiThread(2), [
      task("parent", [{ spawn: "busy", count: 2 }, { block: 5 }, { abort: true }, { join: true }]),
      task("busy", [{ block: 20 }, { sleep: 100 }], { spawnedOnly: true }),
    ]);
    assert.equal(outcomeOf(outcome, "busy").aborted, 2);
    assert.ok(makespanMs(outcome) > 20 && makespanMs(outcome) < 22, `${makespanMs(outcome)}`);
  });

  it("have waited since the abort, whatever they awaited happens before their turn comes", () => {
    const { trace } = simulate(
      multiThread(1),
      [
        task("parent", [
          { spawn: "faulty" },
          { sleep: 5 },
          { abort: true },
          { block: 10 },
          { join: true },
        ]),
        task("faulty", [{ spawnBlocking: [{ block: 10 }] }], { spawnedOnly: true }),
      ],
      {},
      { trace: true },
    );
    const { length, queuedNs, startNs, task: of } = trace?.waits ?? assert.fail("no trace");
    const last = Array.from({ length }, (_, wait) => wait).findLast((wait) => of[wait] === 1) ?? -1;
    const waited = ((startNs[last] ?? NaN) - (queuedNs[last] ?? NaN)) / 1e6;
    assert.ok(waited > 9 && waited < 12, `${waited}`);
  });

  it("have completed all the same, when the abort comes too late", () => {
    const outcome = simulate(multiThread(2), [
      task("parent", [{ spawn: "child" }, { sleep: 60 }, { abort: true }, { join: true }]),
      child,
    ]);
    assert.equal(outcomeOf(outcome, "child").completed, 1);
  });

  for (const runtime of [multiThread(2), currentThread()]) {
    it(`leave a task that awaits a closure a JoinError, with which it goes on (${runtime.flavor})`, () => {
      const outcome = simulate(runtime, [
        task("a", [
          {
            spawnBlocking: [{ block: 5 }, { repeat: 3, steps: [{ panic: true }] }, { block: 1000 }],
          },
          { spawnBlocking: [{ block: 5 }] },
        ]),
      ]);
      const { completed, panicked } = outcomeOf(outcome, "a");
      assert.deepEqual([completed, panicked], [1, 0]);
      assert.ok(makespanMs(outcome) > 10 && makespanMs(outcome) < 12, `${makespanMs(outcome)}`);
      // The thread lives on, and takes the second closure too.
      assert.equal(outcome.blockingPool.threadsStarted, 1);
    });
  }

  it("are torn down by a panic in block_in_place, and the worker has its core back", () => {
    const outcome = simulate(multiThread(1, { maxBlockingThreads: 1 }), [
      // No thread is left to take the core.
      task("hog", [{ spawnBlocking: [{ block: 100 }] }]),
      task("faulty", [
        { sleep: 5 },
        { blockInPlace: [{ block: 5 }, { panic: true }] },
        { block: 1000 },
      ]),
      task("after", [{ block: 5 }], { arrival: { atMs: 8 } }),
    ]);
    const { completed, panicked } = outcomeOf(outcome, "faulty");
    assert.deepEqual([completed, panicked], [0, 1]);
    const [latencyNs] = outcomeOf(outcome, "after").latencyNs;
    assert.ok(latencyNs > 5e6 && latencyNs < 10e6, `${latencyNs}`);
  });

  for (const runtime of [multiThread(2), currentThread()]) {
    it(`panic when they await data-parallel work of which an item has (${runtime.flavor})`, () => {
      const outcome = simulate({ ...runtime, parallelThreads: 2 }, [
        task("parent", [{ spawn: "faulty" }, { join: true }, { sleep: 5 }]),
        task("faulty", [{ parallel: { items: 16, cpu: 2, panicAt: 3 } }, { sleep: 1000 }], {
          spawnedOnly: true,
        }),
      ]);
      const { completed, panicked } = outcomeOf(outcome, "faulty");
      assert.deepEqual([completed, panicked], [0, 1]);
      assert.equal(outcomeOf(outcome, "parent").completed, 1);
      assert.ok(makespanMs(outcome) > 21 && makespanMs(outcome) < 23, `${makespanMs(outcome)}`);
    });
  }

  it("throw on Node.js, and let whoever joins them go on", () => {
    const outcome = simulate(node, [
      task("parent", [{ spawn: "faulty", count: 3 }, { join: true }, { cpu: 1 }]),
      task("faulty", [{ sleep: 5 }, { panic: true }, { sleep: 1000 }], { spawnedOnly: true }),
    ]);
    const { completed, panicked } = outcomeOf(outcome, "faulty");
    assert.deepEqual([completed, panicked], [0, 3]);
    assert.equal(outcomeOf(outcome, "parent").completed, 1);
    assert.ok(makespanMs(outcome) > 5 && makespanMs(outcome) < 12, `${makespanMs(outcome)}`);
  });

  it("end a worker thread's closure alone, when that throws", () => {
    const closure = [
      { repeat: 3, steps: [{ block: 5 }, { panic: true }] },
      { block: 1000 },
    ] as const;
    const outcome = simulate({ ...node, workerThreads: 1 }, [
      task("a", [{ spawnBlocking: closure }, { spawnBlocking: [{ block: 5 }] }]),
    ]);
    const { completed, panicked } = outcomeOf(outcome, "a");
    assert.deepEqual([completed, panicked], [1, 0]);
    assert.ok(makespanMs(outcome) > 10 && makespanMs(outcome) < 13, `${makespanMs(outcome)}`);
    assert.equal(outcome.blockingPool.threadsStarted, 5, "libuv's four, and the one worker");
  });

  describe("end the process of Node.js that does not catch its errors", () => {
    const faulty = task("faulty", [{ sleep: 5 }, { panic: true }], { spawnedOnly: true });
    const alive = task("alive", [{ sleep: 50 }]);
    const exitOf = (tasks: TaskOptions[]): RunOutcome["exit"] =>
      simulate({ ...node, unhandledRejections: "throw" }, tasks).exit;

    it("when nobody awaits them", () => {
      const outcome = simulate({ ...node, unhandledRejections: "throw" }, [
        task("request", [{ sleep: 5 }, { panic: true }]),
        alive,
      ]);
      assert.equal(outcome.exit?.task, "request");
      assert.ok(outcome.endNs > 5e6 && outcome.endNs < 8e6, `${outcome.endNs}`);
      assert.deepEqual([outcome.endReason, outcome.stopped], ["exited", false]);
      assert.equal(outcomeOf(outcome, "alive").completed, 0);
      const { exit } = toResult(outcome);
      assert.deepEqual([exit?.code, exit?.task], [1, "request"]);
    });

    it("when whoever started them awaits them only later", () => {
      const late = task("parent", [{ spawn: "faulty" }, { sleep: 20 }, { join: true }]);
      assert.equal(exitOf([late, faulty, alive])?.task, "faulty");
      const inNextTurn = task("parent", [{ spawn: "now" }, { immediate: true }, { join: true }]);
      const now = task("now", [{ panic: true }], { spawnedOnly: true });
      assert.equal(exitOf([inNextTurn, now, alive])?.task, "now");
    });

    it("but not when they are awaited by the time the microtasks have run", () => {
      const awaits = task("parent", [{ spawn: "faulty" }, { join: true }]);
      assert.equal(exitOf([awaits, faulty, alive]), undefined);
      const after = [{ spawn: "now" }, { microtask: true }, { microtask: true }, { join: true }];
      const now = task("now", [{ panic: true }], { spawnedOnly: true });
      assert.equal(exitOf([task("parent", after as Step[]), now, alive]), undefined);
    });

    it("and not where whatever starts tasks catches what they throw", () => {
      const outcome = simulate(node, [task("request", [{ panic: true }]), alive]);
      assert.deepEqual([outcome.exit, outcomeOf(outcome, "alive").completed], [undefined, 1]);
    });
  });

  it("cannot be aborted on Node.js, which has no such thing", () => {
    const parsed = parseScenario({
      version: 1,
      runtime: { flavor: "node" },
      tasks: [
        {
          name: "a",
          steps: [{ abort: true }],
        },
      ],
    });
    assert.deepEqual(parsed.ok ? [] : parsed.errors.map(({ path }) => path), [
      "tasks[0].steps[0].abort",
    ]);
  });
});

describe("bursts", () => {
  it("bring several tasks at once, at a fixed rate", () => {
    const burst = { count: 3, everyMs: 10 };
    const outcome = simulate(multiThread(2), [
      task("a", [{ cpu: 1 }], { count: 7, arrival: { burst, fromMs: 5 } }),
    ]);
    const arrivals = Array.from(outcomeOf(outcome, "a").arrivalNs, (each) =>
      Math.floor(each / 1e6),
    );
    assert.deepEqual(arrivals, [5, 5, 5, 15, 15, 15, 25]);
  });

  it("go on until stopAfterMs", () => {
    const burst = { count: 2, everyMs: 10 };
    const tasks = [task("a", [{ cpu: 1 }], { arrival: { burst } })];
    assert.equal(outcomeOf(simulate(multiThread(2), tasks, { stopAfterMs: 25 }), "a").arrived, 6);
  });
});
