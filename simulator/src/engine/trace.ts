/**
 * The trace of a run, as columns: what each thread did when, who waited for what. Times are virtual nanoseconds since
 * the scenario's time zero, held as whole numbers in doubles (exact up to 104 days).
 */

/** What a thread was doing during a segment. Time that no segment covers was spent parked. */
export const SegmentState = {
  /** Computing for a task. */
  running: 0,
  /** Inside a task that blocks the thread: no processor used, and no other task can run here. */
  blocked: 1,
  /** Waiting in the driver, for timers and I/O on behalf of the whole runtime. */
  driver: 2,
  /** Looking for work to steal, or other work of the scheduler itself. */
  scheduling: 3,
} as const;
export type SegmentState = (typeof SegmentState)[keyof typeof SegmentState];

export type LaneKind =
  "worker" | "event-loop" | "blocking" | "worker-thread" | "libuv" | "parallel";

/** A thread, drawn as one lane. */
export interface Lane {
  readonly name: string;
  readonly kind: LaneKind;
}

export type QueueKind =
  "local" | "lifo" | "injection" | "blocking" | "parallel" | "libuv" | "event-loop";

export interface Queue {
  readonly name: string;
  readonly kind: QueueKind;
  /** The lane that owns it, or -1 for a shared queue. */
  readonly lane: number;
}

export interface Trace {
  readonly lanes: readonly Lane[];
  readonly queues: readonly Queue[];
  readonly taskNames: readonly string[];
  /** Source lines that segments point to. */
  readonly locations: readonly { readonly file: string; readonly line: number }[];
  readonly tasks: {
    readonly length: number;
    /** Index into `taskNames`. */
    readonly name: Int32Array;
    readonly arrivalNs: Float64Array;
    /** NaN: never polled. */
    readonly firstPollNs: Float64Array;
    /** NaN: not completed. */
    readonly completedNs: Float64Array;
  };
  readonly segments: {
    readonly length: number;
    readonly lane: Int32Array;
    readonly startNs: Float64Array;
    readonly endNs: Float64Array;
    readonly state: Uint8Array;
    /** Index into `tasks`, or -1. */
    readonly task: Int32Array;
    /** Index into `locations`, or -1. */
    readonly location: Int32Array;
    /** 1 where the task had been stolen from another worker just before. */
    readonly stolen: Uint8Array;
  };
  readonly steals: {
    readonly length: number;
    readonly atNs: Float64Array;
    readonly fromLane: Int32Array;
    readonly toLane: Int32Array;
    readonly count: Int32Array;
  };
  readonly queueSamples: {
    readonly length: number;
    readonly queue: Int32Array;
    readonly atNs: Float64Array;
    readonly size: Int32Array;
  };
  /** Each time that a task could have run and did not yet. */
  readonly waits: {
    readonly length: number;
    readonly task: Int32Array;
    /** When it could have run: the arrival, the timer's due time, the completion of what it awaited. */
    readonly readyNs: Float64Array;
    /** When the scheduler put it in a queue: later than `readyNs` when nobody looked at the timers. */
    readonly queuedNs: Float64Array;
    /** When it came into the queue in which it waited last, out of another or out of a LIFO slot; else as `queuedNs`. */
    readonly placedNs: Float64Array;
    /** When a thread took it up. NaN: still waiting at the end. */
    readonly startNs: Float64Array;
    /** The queue in which it waited last; index into `queues`. */
    readonly queue: Int32Array;
    /** 1 where the wait began with an awaited timer. */
    readonly timer: Uint8Array;
  };
  /** The end of the run. */
  readonly endNs: number;
}
