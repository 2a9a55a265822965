/** The result of a run, version 1: what `--format json` prints. Times are milliseconds. */
import type { Cause } from "../explain/cause.js";

/** A statistic over samples; the whole statistic is null where there were none. */
export interface Summary {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

export interface TaskResult {
  readonly completed: number;
  /** Of those that ended otherwise: by a panic, and by an abort. Left out where there are none. */
  readonly panicked?: number;
  readonly aborted?: number;
  /** Completion minus arrival, or minus the spawn. */
  readonly latencyMs: Summary | null;
  /** First poll minus arrival. */
  readonly startDelayMs: Summary | null;
  /** How long after its due time each awaited timer was acted on. */
  readonly latenessMs: Summary | null;
}

export interface WorkerResult {
  readonly busyMs: number;
  readonly blockedMs: number;
  readonly parkedMs: number;
  readonly polls: number;
  readonly steals: number;
  readonly stolenTasks: number;
  /**
   * Node: `performance.eventLoopUtilization().utilization`, 0 to 1. Says nothing of latency: time in which the loop is
   * blocked counts as active.
   */
  readonly eventLoopUtilization?: number;
  /**
   * Node: what `monitorEventLoopDelay` shows, its resolution of 10 ms included. A block is one sample, however many
   * requests wait for its end, so percentiles hide stalls.
   */
  readonly eventLoopDelayMs?: Summary | null;
}

/** How many durations fell into each bucket. */
export interface Histogram {
  /** Where each bucket ends, itself included; the last takes the rest and has no end. */
  readonly boundsMs: readonly number[];
  /** One more than there are bounds. */
  readonly counts: readonly number[];
}

/**
 * Tokio's metrics by Tokio's names (tokio::runtime::RuntimeMetrics). A figure of each worker is a list by the worker's
 * index; durations are milliseconds. Of the depths, and of the pool's threads, it is the highest in the run. On Node.js a
 * worker is an event loop, and a poll is a callback with its microtasks.
 */
export interface Metrics {
  readonly num_workers: number;
  readonly num_blocking_threads: number;
  readonly blocking_queue_depth: number;
  readonly global_queue_depth: number;
  readonly remote_schedule_count: number;
  readonly budget_forced_yield_count: number;
  readonly worker_park_count: readonly number[];
  readonly worker_noop_count: readonly number[];
  readonly worker_poll_count: readonly number[];
  /** Busy, or blocked inside a task: Tokio cannot tell them apart. */
  readonly worker_total_busy_duration: readonly number[];
  /** Over the whole run; Tokio's own is a moving average. */
  readonly worker_mean_poll_time: readonly number[];
  readonly worker_steal_count: readonly number[];
  readonly worker_steal_operations: readonly number[];
  readonly worker_local_schedule_count: readonly number[];
  readonly worker_overflow_count: readonly number[];
  readonly poll_time_histogram: Histogram;
  readonly schedule_latency_histogram: Histogram;
}

export interface Result {
  readonly version: 1;
  readonly makespanMs: number;
  readonly events: number;
  readonly tasks: Readonly<Record<string, TaskResult>>;
  readonly workers: readonly WorkerResult[];
  readonly blockingPool: { readonly peakThreads: number; readonly peakQueue: number };
  readonly metrics: Metrics;
  /** True when the run was stopped at a limit; the figures are those up to there. */
  readonly stopped: boolean;
  /** Node.js: the process ended, by an error that a task of this name threw and nobody caught. */
  readonly exit?: { readonly code: 1; readonly task: string; readonly atMs: number };
  /** Names of the tasks that arrive faster than they complete: their latency has no meaning. */
  readonly growing: readonly string[];
  readonly causes: readonly Cause[];
}
