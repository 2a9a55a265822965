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

export interface Result {
  readonly version: 1;
  readonly makespanMs: number;
  readonly events: number;
  readonly tasks: Readonly<Record<string, TaskResult>>;
  readonly workers: readonly WorkerResult[];
  readonly blockingPool: { readonly peakThreads: number; readonly peakQueue: number };
  /** True when the run was stopped at a limit; the figures are those up to there. */
  readonly stopped: boolean;
  /** Names of the tasks that arrive faster than they complete: their latency has no meaning. */
  readonly growing: readonly string[];
  readonly causes: readonly Cause[];
}
