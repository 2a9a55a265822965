/**
 * What a run leaves behind: samples and counters, not yet summarised. `report/metrics.ts` makes the Result from it.
 * Times are virtual nanoseconds; the scenario's time zero is 0.
 */
import type { DurationHistogram } from "../engine/histogram.js";
import type { Trace } from "../engine/trace.js";
import type { MachineCosts } from "./machine-costs.js";

export interface RunOptions {
  /** Record a trace. Default: false. Without one a run is faster and needs far less memory. */
  readonly trace?: boolean;
  /** Events after which the run stops. Default: `defaultMaxEvents`. */
  readonly maxEvents?: number;
  /** Tasks after which the run stops, so that a cycle of spawns ends. Default: `defaultMaxTasks`. */
  readonly maxTasks?: number;
  /** The costs of a machine that was measured. Default: `defaultMachineCosts`. */
  readonly costs?: Partial<MachineCosts>;
  /** Called now and then with what has been done so far. */
  readonly onProgress?: (progress: Progress) => void;
  /** Asked now and then; true stops the run, which then returns what it has. */
  readonly shouldStop?: () => boolean;
}

export interface Progress {
  readonly nowNs: number;
  readonly events: number;
  readonly completedTasks: number;
}

/** The limits of a run that sets none itself. */
export const defaultMaxEvents = 200_000_000;
export const defaultMaxTasks = 5_000_000;

/**
 * Why a run ended.
 * - `completed`: every task has completed, and none will arrive any more.
 * - `stopAfter`: the scenario's own `stopAfterMs` was reached.
 * - `events`, `tasks`: a limit of RunOptions was reached.
 * - `interrupted`: `shouldStop` said so.
 * - `exited`: the process of Node.js ended by an error that nobody caught.
 * - `idle`: nothing can happen any more although tasks are unfinished.
 */
export type EndReason =
  "completed" | "stopAfter" | "events" | "tasks" | "interrupted" | "exited" | "idle";

/** The tasks of one name, in the order in which they arrived. */
export interface TaskOutcome {
  readonly name: string;
  readonly arrived: number;
  readonly completed: number;
  /** Ended by a panic, and by an abort. */
  readonly panicked?: number;
  readonly aborted?: number;
  /** Completion minus arrival, or minus the spawn; one for each completed task. */
  readonly latencyNs: Float64Array;
  /** First poll minus arrival; one for each task that was polled. */
  readonly startDelayNs: Float64Array;
  /** How long after its due time each awaited timer was acted on; one for each such timer. */
  readonly latenessNs: Float64Array;
  /** When each arrived and completed (NaN: not yet), to see whether the backlog grows. */
  readonly arrivalNs: Float64Array;
  readonly completedNs: Float64Array;
}

/** One worker, or one event loop of Node. Counters are named after Tokio's metrics. */
export interface WorkerOutcome {
  readonly name: string;
  /** `worker_total_busy_duration` without the time in which a task blocked the thread. */
  readonly busyNs: number;
  /** Inside a step that blocks the thread and takes no processor. */
  readonly blockedNs: number;
  /** Without work: asleep, or in the driver. */
  readonly parkedNs: number;
  /** `worker_poll_count` */
  readonly pollCount: number;
  /** `worker_steal_operations` */
  readonly stealOperations: number;
  /** `worker_steal_count`: tasks stolen. */
  readonly stealCount: number;
  /** `worker_park_count` */
  readonly parkCount: number;
  /** `worker_noop_count`: wake-ups that found no work. */
  readonly noopCount: number;
  /** `worker_local_schedule_count` */
  readonly localScheduleCount: number;
  /** `worker_overflow_count`: times that the local queue was full. */
  readonly overflowCount: number;
  /** Node's own figures of an event loop. */
  readonly eventLoop?: EventLoopOutcome;
}

export interface EventLoopOutcome {
  /** `performance.eventLoopUtilization().utilization`, 0 to 1: the share of the time not spent waiting for events. */
  readonly utilization: number;
  /** The samples of `monitorEventLoopDelay`, which include its resolution of 10 ms. */
  readonly delayNs: Float64Array;
}

export interface BlockingPoolOutcome {
  /** Most threads at once, the workers' own not counted. */
  readonly peakThreads: number;
  readonly peakQueue: number;
  readonly threadsStarted: number;
}

export interface RunOutcome {
  readonly endReason: EndReason;
  /**
   * True when a limit cut off work that the scenario asks for. An open load that ends at its `stopAfterMs` is not
   * stopped; a finite one that has not completed by then is.
   */
  readonly stopped: boolean;
  /** Ended by an error that nobody caught: that of a task of this name. */
  readonly exit?: { readonly task: string; readonly atNs: number };
  /** The completion of the last task that completed; the end of the run where none did. */
  readonly makespanNs: number;
  /** When the run ended. */
  readonly endNs: number;
  readonly events: number;
  /** In the order of the scenario's `tasks`. */
  readonly tasks: readonly TaskOutcome[];
  readonly workers: readonly WorkerOutcome[];
  readonly blockingPool: BlockingPoolOutcome;
  /** `remote_schedule_count`: tasks that were put into the injection queue from outside the workers. */
  readonly remoteScheduleCount: number;
  /** `budget_forced_yield_count` */
  readonly budgetForcedYieldCount: number;
  /** The deepest that the injection queue has been (`global_queue_depth`). */
  readonly peakGlobalQueueDepth: number;
  /** How long polls took; of the workers and event loops alone. */
  readonly pollTimes: DurationHistogram;
  /** How long tasks that could run waited to be polled. */
  readonly scheduleLatencies: DurationHistogram;
  readonly trace: Trace | null;
}
