import assert from "node:assert/strict";
import { SegmentState } from "../../../simulator/src/engine/trace.js";
import type { Progress } from "../../../simulator/src/runtime/outcome.js";
import type { Step } from "../../../simulator/src/scenario/types.js";
import { currentThread, multiThread, simulate, task } from "./scenarios.js";

describe("the limits of a run", () => {
  it("come sooner where thousands of threads wait for a processor, as each choice goes through them", () => {
    const computing = (threads: number): ReturnType<typeof simulate> =>
      simulate(
        multiThread(1, { cores: 1, maxBlockingThreads: threads }),
        [task("a", [{ spawnBlocking: [{ cpu: 20 }] }], { count: threads })],
        {},
        { maxEvents: 200_000 },
      );
    assert.equal(computing(100).stopped, false);
    const outcome = computing(1000);
    assert.deepEqual([outcome.endReason, outcome.stopped], ["events", true]);
    assert.ok(outcome.events < 100_000, `${outcome.events}`);
  });

  for (const runtime of [multiThread(2), currentThread()]) {
    describe(runtime.flavor, () => {
      it("stops a cycle of spawns at the most tasks allowed, with what it has", () => {
        const cycle: Step[] = [{ cpu: 0.1 }, { spawn: "a", count: 2 }];
        const outcome = simulate(runtime, [task("a", cycle)], {}, { maxTasks: 1_000 });
        assert.equal(outcome.endReason, "tasks");
        assert.equal(outcome.stopped, true);
        assert.equal(outcome.tasks[0]?.arrived, 1_000);
        assert.ok((outcome.tasks[0]?.completed ?? 0) > 100);
      });

      it("stops after the most events allowed", () => {
        const outcome = simulate(
          runtime,
          [task("a", [{ repeat: 1e9, steps: [{ selfWake: true }] }])],
          {},
          { maxEvents: 50_000 },
        );
        assert.equal(outcome.endReason, "events");
        assert.equal(outcome.stopped, true);
        assert.ok(outcome.events >= 50_000 && outcome.events < 50_100);
      });

      it("stops even a loop in which nothing takes time", () => {
        const outcome = simulate(
          runtime,
          [task("a", [{ repeat: 1e9, steps: [{ cpu: 0 }] }])],
          {},
          { maxEvents: 100 },
        );
        assert.equal(outcome.endReason, "events");
      });

      for (const [name, step] of [
        ["that compute nothing", { cpu: 0 }],
        ["that join nobody", { join: true }],
        ["of a closure", { spawnBlocking: [{ repeat: 1e7, steps: [{ cpu: 0 }] }] }],
      ] as const) {
        it(`stops loops within one another ${name}, which would take hours, after as many turns`, () => {
          const nested: Step = { repeat: 1e7, steps: [{ repeat: 1e7, steps: [step] }] };
          const outcome = simulate(runtime, [task("a", [nested])], {}, { maxEvents: 200_000 });
          assert.equal(outcome.endReason, "events");
        });
      }

      it("can be interrupted, and says how far it is", () => {
        const seen: Progress[] = [];
        const outcome = simulate(
          runtime,
          [task("a", [{ repeat: 1e9, steps: [{ sleep: 1 }] }])],
          {},
          {
            onProgress: (progress) => void seen.push(progress),
            shouldStop: () => seen.length === 4,
          },
        );
        assert.equal(outcome.endReason, "interrupted");
        assert.equal(outcome.stopped, true);
        assert.equal(seen.length, 4);
        assert.ok((seen[3]?.nowNs ?? 0) > (seen[2]?.nowNs ?? 0));
      });

      it("ends at the scenario's own time, cutting off a finite load but not an open one", () => {
        const finite = simulate(runtime, [task("a", [{ block: 50 }])], { stopAfterMs: 20 });
        assert.deepEqual([finite.endReason, finite.stopped], ["stopAfter", true]);
        const arrival = { everyMs: 10 };
        const open = simulate(runtime, [task("a", [{ block: 4 }], { arrival })], {
          stopAfterMs: 95,
        });
        assert.deepEqual([open.endReason, open.stopped], ["stopAfter", false]);
        assert.equal(open.endNs, 95e6);
        assert.deepEqual([open.tasks[0]?.arrived, open.tasks[0]?.completed], [10, 10]);
      });

      it("counts and records what its threads were in the middle of", () => {
        const { workers, trace } = simulate(
          runtime,
          [task("a", [{ cpu: 10 }, { block: 50 }])],
          { stopAfterMs: 30 },
          { trace: true },
        );
        const sum = (of: (worker: (typeof workers)[number]) => number): number =>
          workers.reduce((total, worker) => total + of(worker), 0) / 1e6;
        assert.ok(Math.abs(sum((worker) => worker.busyNs) - 10) < 0.1);
        assert.ok(Math.abs(sum((worker) => worker.blockedNs) - 20) < 0.1);
        assert.ok(trace !== null);
        const last = Array.from(trace.segments.state).lastIndexOf(SegmentState.blocked);
        assert.equal(trace.segments.endNs[last], 30e6);
      });
    });
  }
});
