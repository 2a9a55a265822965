/** What holds for every scenario. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Trace } from "../../../simulator/src/engine/trace.js";
import { SegmentState } from "../../../simulator/src/engine/trace.js";
import type { RunOutcome } from "../../../simulator/src/runtime/outcome.js";
import { run } from "../../../simulator/src/runtime/run.js";
import type { Scenario, Step } from "../../../simulator/src/scenario/types.js";
import { arbitraryScenario } from "./arbitrary-scenario.js";

const runs = { numRuns: 60 };

function traced(scenario: Scenario): RunOutcome & { readonly trace: Trace } {
  const outcome = run(scenario, { trace: true, maxEvents: 5_000_000 });
  assert.ok(outcome.trace !== null);
  return { ...outcome, trace: outcome.trace };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of the trace by a key, in order of time. */
function stretchesBy(trace: Trace, key: (segment: number) => number): Stretch[][] {
  const groups: Stretch[][] = [];
  for (let segment = 0; segment < trace.segments.length; segment++) {
    const of = key(segment);
    if (of < 0) continue;
    const from = trace.segments.startNs[segment] ?? NaN;
    const to = trace.segments.endNs[segment] ?? NaN;
    (groups[of] ??= []).push({ from, to });
  }
  for (const group of groups) group?.sort((a, b) => a.from - b.from);
  return groups.filter((group) => group !== undefined);
}

function assertNoOverlap(groups: readonly Stretch[][], what: string, toleranceNs = 0): void {
  for (const group of groups) {
    group.reduce((before, stretch) => {
      assert.ok(
        stretch.from >= before.to - toleranceNs,
        `${what} at ${stretch.from} and until ${before.to}`,
      );
      return stretch;
    });
  }
}

/** The least time that the steps take on a task of their own, in milliseconds; drawn durations count as nothing. */
function criticalPath(steps: readonly Step[]): number {
  const of = (value: unknown): number => (typeof value === "number" ? value : 0);
  const panic = steps.findIndex((step) => "panic" in step);
  return steps.slice(0, panic < 0 ? steps.length : panic).reduce((sum, step) => {
    if ("ready" in step) return sum + step.ready * of(step.cpu);
    if ("cpu" in step) return sum + of(step.cpu);
    if ("block" in step) return sum + of(step.block);
    if ("sleep" in step) return sum + of(step.sleep);
    if ("io" in step) return sum + of(step.io);
    if ("spawnBlocking" in step) return sum + criticalPath(step.spawnBlocking);
    if ("blockInPlace" in step) return sum + criticalPath(step.blockInPlace);
    if ("repeat" in step) return sum + step.repeat * criticalPath(step.steps);
    if ("interval" in step) return sum + step.interval.count * criticalPath(step.steps);
    return sum;
  }, 0);
}

describe("every run", () => {
  it("ends every task that arrives, and polls none before it has arrived", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { endReason, stopped, tasks, trace } = traced(scenario);
        assert.equal(endReason, "completed");
        assert.equal(stopped, false);
        for (const { aborted = 0, arrived, completed, latencyNs, panicked = 0 } of tasks) {
          assert.equal(completed + aborted + panicked, arrived);
          assert.equal(latencyNs.length, completed);
        }
        for (let task = 0; task < trace.tasks.length; task++) {
          const arrival = trace.tasks.arrivalNs[task] ?? NaN;
          const first = trace.tasks.firstPollNs[task] ?? NaN;
          const completed = trace.tasks.completedNs[task] ?? NaN;
          assert.ok(arrival <= completed && completed <= trace.endNs);
          // One that was aborted may never have been polled.
          if (!Number.isNaN(first)) assert.ok(arrival <= first && first <= completed);
        }
      }),
      runs,
    );
  });

  it("has each thread do one thing at a time, and no task run on two threads at once", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { trace } = traced(scenario);
        assertNoOverlap(
          stretchesBy(trace, (segment) => trace.segments.lane[segment] ?? -1),
          "a thread does two things",
        );
        const onParallelLane = (segment: number): boolean =>
          trace.lanes[trace.segments.lane[segment] ?? -1]?.kind === "parallel";
        assertNoOverlap(
          stretchesBy(trace, (segment) =>
            onParallelLane(segment) ? -1 : (trace.segments.task[segment] ?? -1),
          ),
          "a task runs twice",
          // A closure may begin on its thread while the poll that handed it over still waits for a thread to start.
          1_000_000,
        );
      }),
      runs,
    );
  });

  it("has a task in one queue at a time, and time never goes back for it", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { waits, tasks } = traced(scenario).trace;
        const aborts = JSON.stringify(scenario.tasks).includes('"abort"');
        const startedAt = new Float64Array(tasks.length);
        for (let wait = 0; wait < waits.length; wait++) {
          const task = waits.task[wait] ?? -1;
          const ready = waits.readyNs[wait] ?? NaN;
          const queued = waits.queuedNs[wait] ?? NaN;
          const start = waits.startNs[wait] ?? NaN;
          // A task that is aborted while it waits never starts; without aborts each wait ends.
          if (aborts && Number.isNaN(start)) continue;
          assert.ok(queued <= start, `queued at ${queued}, started at ${start}`);
          // A due time lies in the task's own past where the task came late to its timer.
          if (waits.timer[wait] === 0) assert.ok(ready <= queued);
          assert.ok(queued >= (startedAt[task] ?? NaN), "queued before its last poll began");
          startedAt[task] = start;
        }
      }),
      runs,
    );
  });

  it("takes at least each task's critical path, and all the work divided by the threads", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { tasks, trace } = traced(scenario);
        tasks.forEach(({ latencyNs }, index) => {
          const least = criticalPath(scenario.tasks[index]?.steps ?? []) * 1e6;
          for (const latency of latencyNs) assert.ok(latency >= least - 1);
        });
        const { segments } = trace;
        const busy = trace.lanes.map(() => 0);
        let computing = 0;
        for (let segment = 0; segment < segments.length; segment++) {
          const state = segments.state[segment];
          if (state !== SegmentState.running && state !== SegmentState.blocked) continue;
          const length = (segments.endNs[segment] ?? NaN) - (segments.startNs[segment] ?? NaN);
          const lane = segments.lane[segment] ?? -1;
          busy[lane] = (busy[lane] ?? NaN) + length;
          if (state === SegmentState.running) computing += length;
        }
        for (const each of busy) assert.ok(each <= trace.endNs + 1);
        assert.ok(computing / trace.lanes.length <= trace.endNs + 1);
      }),
      runs,
    );
  });

  it("gives the same outcome for the same seed, with and without a trace", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const first = traced(scenario);
        assert.deepEqual(traced(scenario), first);
        assert.deepEqual(run(scenario), { ...first, trace: null });
      }),
      runs,
    );
  });
});

/** What is left of some stretches, in order, when others are taken away. */
function without(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  return taken.reduce<Stretch[]>(
    (left, { from, to }) =>
      left.flatMap((stretch) =>
        [
          { from: stretch.from, to: Math.min(stretch.to, from) },
          { from: Math.max(stretch.from, to), to: stretch.to },
        ].filter((each) => each.from < each.to),
      ),
    [...stretches],
  );
}

/** When all processors had something to compute. */
function busyStretches({ segments }: Trace, cores: number): Stretch[] {
  const changes: { readonly at: number; readonly by: number }[] = [];
  for (let segment = 0; segment < segments.length; segment++) {
    if (segments.state[segment] !== SegmentState.running) continue;
    changes.push({ at: segments.startNs[segment] ?? NaN, by: 1 });
    changes.push({ at: segments.endNs[segment] ?? NaN, by: -1 });
  }
  changes.sort((a, b) => a.at - b.at || b.by - a.by);
  const stretches: Stretch[] = [];
  let computing = 0;
  changes.forEach(({ at, by }, index) => {
    computing += by;
    const to = changes[index + 1]?.at ?? at;
    if (computing >= cores && to > at) stretches.push({ from: at, to });
  });
  return stretches;
}

/**
 * Waking one worker after the other takes this long at most: each is woken by the one before, which has found work, and
 * a wake-up costs some 20 µs, rarely 100 (costs.ts).
 */
const wakingNs = 500_000;

describe("every run of the multi-thread runtime", () => {
  it("leaves no worker asleep while a task lies where it could take it and a processor is free", () => {
    // With its budget spent, a worker of Tokio's moves the LIFO slot's task to its queue and wakes nobody.
    const stealable = arbitraryScenario.filter(
      ({ runtime, tasks }) =>
        runtime.flavor === "multi-thread" && !JSON.stringify(tasks).includes('"ready"'),
    );
    fc.assert(
      fc.property(stealable, (scenario) => {
        const { trace, workers } = traced(scenario);
        const { waits, segments } = trace;
        // A worker's lane is no more its own once block_in_place has moved the core.
        if (trace.lanes.some(({ kind }) => kind === "blocking")) return;
        const busy = busyStretches(trace, scenario.runtime.cores ?? NaN);
        const active = workers.map((_, lane) =>
          stretchesBy(trace, (segment) =>
            segments.lane[segment] === lane && segments.state[segment] !== SegmentState.driver
              ? 0
              : -1,
          ).flat(),
        );
        for (let wait = 0; wait < waits.length; wait++) {
          const kind = trace.queues[waits.queue[wait] ?? -1]?.kind;
          if (kind !== "local" && kind !== "injection") continue;
          const from = waits.placedNs[wait] ?? NaN;
          const to = waits.startNs[wait] ?? NaN;
          if (!(to - from > wakingNs)) continue;
          const free = without([{ from, to }], busy);
          active.forEach((stretches, worker) => {
            for (const sleep of without(free, stretches)) {
              assert.ok(
                sleep.to - sleep.from <= wakingNs,
                `worker ${worker} sleeps from ${sleep.from} to ${sleep.to}`,
              );
            }
          });
        }
      }),
      runs,
    );
  });
});
