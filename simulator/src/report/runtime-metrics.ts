/** Tokio's metrics by Tokio's names, from the counters of a run. */
import { DurationHistogram } from "../engine/histogram.js";
import type { RunOutcome, WorkerOutcome } from "../runtime/outcome.js";
import type { Histogram, Metrics } from "./result.js";

const nsPerMs = 1e6;

export function runtimeMetrics(outcome: RunOutcome): Metrics {
  const { blockingPool, workers } = outcome;
  const each = (figure: (worker: WorkerOutcome) => number) => workers.map(figure);
  return {
    num_workers: workers.length,
    num_blocking_threads: blockingPool.peakThreads,
    blocking_queue_depth: blockingPool.peakQueue,
    global_queue_depth: outcome.peakGlobalQueueDepth,
    remote_schedule_count: outcome.remoteScheduleCount,
    budget_forced_yield_count: outcome.budgetForcedYieldCount,
    worker_park_count: each(({ parkCount }) => parkCount),
    worker_noop_count: each(({ noopCount }) => noopCount),
    worker_poll_count: each(({ pollCount }) => pollCount),
    worker_total_busy_duration: each((worker) => busyNs(worker) / nsPerMs),
    worker_mean_poll_time: each((worker) =>
      worker.pollCount === 0 ? 0 : busyNs(worker) / worker.pollCount / nsPerMs,
    ),
    worker_steal_count: each(({ stealCount }) => stealCount),
    worker_steal_operations: each(({ stealOperations }) => stealOperations),
    worker_local_schedule_count: each(({ localScheduleCount }) => localScheduleCount),
    worker_overflow_count: each(({ overflowCount }) => overflowCount),
    poll_time_histogram: histogram(outcome.pollTimes),
    schedule_latency_histogram: histogram(outcome.scheduleLatencies),
  };
}

function busyNs({ blockedNs, busyNs: computingNs }: WorkerOutcome): number {
  return computingNs + blockedNs;
}

/** Buckets above the highest that has a sample are left out, but for the one that takes the rest. */
function histogram({ counts }: DurationHistogram): Histogram {
  const last = counts.findLastIndex((count) => count > 0);
  const bounded = Math.min(last + 1, counts.length - 1);
  return {
    boundsMs: Array.from(
      { length: bounded },
      (_, bucket) => DurationHistogram.boundNs(bucket) / nsPerMs,
    ),
    counts: [...counts.subarray(0, bounded), counts[bounded]],
  };
}
