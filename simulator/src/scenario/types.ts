/**
 * Scenario, version 1: the input of a simulation. Times are milliseconds.
 * Version 1 grows by adding optional fields and steps.
 */

export interface Scenario {
  readonly version: 1;
  /** Seed of every random choice. Default 1. */
  readonly seed?: number;
  /** The virtual time at which the run is stopped. Default: when all tasks have completed. */
  readonly stopAfterMs?: number;
  readonly runtime: RuntimeOptions;
  readonly tasks: readonly TaskOptions[];
}

export type RuntimeOptions = MultiThreadOptions | CurrentThreadOptions | NodeOptions;

export interface MultiThreadOptions {
  readonly flavor: "multi-thread";
  readonly workerThreads?: number;
  readonly maxBlockingThreads?: number;
  readonly threadKeepAliveMs?: number;
  /** Left out: the version's default (61; self-tuned on 1.53). */
  readonly globalQueueInterval?: number;
  readonly eventInterval?: number;
  readonly lifoSlot?: boolean;
  readonly cores?: number;
  readonly tokio?: "1.24" | "1.53";
  /** 1.53 only. */
  readonly eagerDriverHandoff?: boolean;
  /** Threads of the data-parallel pool. Default: `cores`. */
  readonly parallelThreads?: number;
}

export interface CurrentThreadOptions {
  readonly flavor: "current-thread";
  readonly maxBlockingThreads?: number;
  readonly threadKeepAliveMs?: number;
  readonly globalQueueInterval?: number;
  readonly eventInterval?: number;
  readonly cores?: number;
  readonly tokio?: "1.24" | "1.53";
  /** All tasks run in a `LocalSet`, whose intervals are its own. Default: false. */
  readonly localSet?: boolean;
  readonly parallelThreads?: number;
}

export interface NodeOptions {
  readonly flavor: "node";
  readonly processes?: number;
  /** libuv's pool of threads, one for each process. Default 4. */
  readonly threadpoolSize?: number;
  /** The pool that `spawnBlocking` uses, one for each process. Default 4. */
  readonly workerThreads?: number;
  readonly parallelThreads?: number;
  /** Worker threads are started by the jobs that first need them. Default: they run from the start. */
  readonly coldWorkers?: boolean;
  /** How long such a thread lives that is idle, before it ends. Default 10,000, as in the package spawn-blocking. */
  readonly threadKeepAliveMs?: number;
  /**
   * What becomes of an error (`panic`) that nobody awaits by the time the microtasks after it have run: "throw" ends the
   * process with code 1, as Node.js does by itself; "warn" lets it go on, as where whatever starts tasks catches what
   * they throw. Default: "warn". One process only.
   */
  readonly unhandledRejections?: "throw" | "warn";
  readonly cores?: number;
}

export interface TaskOptions {
  readonly name: string;
  /** How many of it arrive in all. Default 1; with an arrival that repeats, unbounded until `stopAfterMs`. */
  readonly count?: number;
  readonly arrival?: Arrival;
  /** Starts only through a `spawn` step. */
  readonly spawnedOnly?: boolean;
  readonly steps: readonly Step[];
}

export type Arrival =
  | { readonly atMs: number }
  | { readonly everyMs: number; readonly fromMs?: number }
  | { readonly poissonPerSecond: number; readonly fromMs?: number }
  /** So many at once, again and again. */
  | {
      readonly burst: { readonly count: number; readonly everyMs: number };
      readonly fromMs?: number;
    };

/** Milliseconds, or a distribution that is drawn from anew each time. */
export type Duration =
  | number
  | { readonly dist: "constant"; readonly value: number }
  | { readonly dist: "uniform"; readonly min: number; readonly max: number }
  | { readonly dist: "exponential"; readonly mean: number }
  | { readonly dist: "log-normal"; readonly median: number; readonly sigma: number }
  | { readonly dist: "empirical"; readonly samples: readonly number[] };

/** The line of source code that a step stands for. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

interface StepBase {
  readonly at?: SourceLine;
}

export interface CpuStep extends StepBase {
  readonly cpu: Duration;
}
export interface BlockStep extends StepBase {
  readonly block: Duration;
}
export interface SleepStep extends StepBase {
  readonly sleep: Duration;
}
export interface IntervalStep extends StepBase {
  readonly interval: {
    readonly everyMs: number;
    readonly count: number;
    readonly phaseMs?: number;
    readonly phaseStepMs?: number;
    readonly missed?: "burst" | "delay" | "skip";
  };
  readonly steps: readonly Step[];
}
export interface IoStep extends StepBase {
  readonly io: Duration;
}
export interface YieldStep extends StepBase {
  readonly yield: true;
}
export interface SelfWakeStep extends StepBase {
  readonly selfWake: true;
}
export interface ReadyStep extends StepBase {
  readonly ready: number;
  readonly cpu?: Duration;
}
export interface SpawnStep extends StepBase {
  readonly spawn: string;
  readonly count?: number;
}
export interface JoinStep extends StepBase {
  readonly join: true;
}
/**
 * The task ends here by a panic. Who joins it gets a JoinError, and goes on. In a closure of `spawnBlocking` the closure
 * ends, and the task itself gets the JoinError; one of `blockInPlace` is part of its task. On Node.js it is an error that
 * is thrown, and caught by whoever awaits the task or the closure.
 */
export interface PanicStep extends StepBase {
  readonly panic: true;
}
/** Aborts the tasks that it has spawned and not joined (JoinHandle::abort). */
export interface AbortStep extends StepBase {
  readonly abort: true;
}
export interface SpawnBlockingStep extends StepBase {
  readonly spawnBlocking: readonly Step[];
}
export interface BlockInPlaceStep extends StepBase {
  readonly blockInPlace: readonly Step[];
}
export interface ParallelStep extends StepBase {
  readonly parallel: {
    readonly items: number;
    readonly cpu: Duration;
    /**
     * The item, counted from 0, that panics after it has computed. Rayon goes on with everything but what its thread would
     * have run after it in one go; then the panic is that of the task that awaits.
     */
    readonly panicAt?: number;
  };
}
export interface ThreadpoolStep extends StepBase {
  readonly threadpool: Duration;
  /** As dns.lookup: such operations get at most half of the threads, rounded up, at a time. */
  readonly slow?: boolean;
}
/** Node: awaits a promise that is resolved already. */
export interface MicrotaskStep extends StepBase {
  readonly microtask: true;
}
/** Node: awaits process.nextTick. */
export interface NextTickStep extends StepBase {
  readonly nextTick: true;
}
/** Node: awaits setImmediate. */
export interface ImmediateStep extends StepBase {
  readonly immediate: true;
}
export interface RepeatStep extends StepBase {
  readonly repeat: number;
  readonly steps: readonly Step[];
}

export type Step =
  | CpuStep
  | BlockStep
  | SleepStep
  | IntervalStep
  | IoStep
  | YieldStep
  | SelfWakeStep
  | ReadyStep
  | SpawnStep
  | JoinStep
  | PanicStep
  | AbortStep
  | SpawnBlockingStep
  | BlockInPlaceStep
  | ParallelStep
  | ThreadpoolStep
  | MicrotaskStep
  | NextTickStep
  | ImmediateStep
  | RepeatStep;
