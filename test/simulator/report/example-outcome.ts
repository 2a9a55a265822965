/** Outcomes of runs made by hand. */
import { DurationHistogram } from "../../../simulator/src/engine/histogram.js";
import type { RunOutcome, TaskOutcome } from "../../../simulator/src/runtime/outcome.js";

/** Tasks that arrive at these times and complete at these (undefined: never), all started on arrival unless told. */
export function exampleTask(
  name: string,
  timesMs: readonly { arrival: number; completed?: number; started?: boolean }[],
): TaskOutcome {
  const ns = (ms: number | undefined) => (ms === undefined ? NaN : ms * 1e6);
  const completed = timesMs.filter((times) => times.completed !== undefined);
  return {
    name,
    arrived: timesMs.length,
    completed: completed.length,
    latencyNs: Float64Array.from(completed, (times) => ns(times.completed) - ns(times.arrival)),
    startDelayNs: new Float64Array(timesMs.filter((times) => times.started !== false).length),
    latenessNs: new Float64Array(),
    arrivalNs: Float64Array.from(timesMs, (times) => ns(times.arrival)),
    completedNs: Float64Array.from(timesMs, (times) => ns(times.completed)),
  };
}

export function exampleOutcome(tasks: readonly TaskOutcome[], endMs: number): RunOutcome {
  return {
    endReason: "stopAfter",
    stopped: false,
    makespanNs: endMs * 1e6,
    endNs: endMs * 1e6,
    events: 1,
    tasks,
    workers: [],
    blockingPool: { peakThreads: 0, peakQueue: 0, threadsStarted: 0 },
    remoteScheduleCount: 0,
    budgetForcedYieldCount: 0,
    peakGlobalQueueDepth: 0,
    pollTimes: new DurationHistogram(),
    scheduleLatencies: new DurationHistogram(),
    trace: null,
  };
}
