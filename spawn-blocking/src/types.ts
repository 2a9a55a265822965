/** The types of the package's interface. */
import type { ResourceLimits, Transferable } from "node:worker_threads";

/** What a job mostly does: one that computes takes a core, one that waits (synchronous I/O) takes none. */
export type JobKind = "compute" | "wait";

/** The promise of a job's result, by which the job can also be stopped while it waits for a thread. */
export interface JoinHandle<T> extends Promise<T> {
  /**
   * Stops the job if it has not started: the promise rejects with a `JoinError` whose `reason` is "aborted". A job that
   * runs goes on.
   *
   * @returns whether the job was stopped.
   */
  abort(): boolean;
}

export interface SpawnOptions {
  /** Stops the job as `abort()` does. */
  readonly signal?: AbortSignal;
  /** Memory and ports that are handed over to the thread rather than copied; the caller has them no longer. */
  readonly transfer?: readonly Transferable[];
  /** Hands memory of the result (its own, or that of its direct members) over rather than copying it. */
  readonly transferResult?: boolean;
  /** A job that mostly waits may use a thread beyond the number of cores. Default: "compute". */
  readonly kind?: JobKind;
}

export interface SpawnBlocking {
  /**
   * Runs a self-contained function on a thread. It is sent as text: it sees its arguments and globals, and nothing of
   * what stands around it; fetch built-in modules inside with `process.getBuiltinModule("node:crypto")`.
   *
   * Arguments and result are copied by the structured clone algorithm, when a thread takes the job; Buffers stay
   * Buffers.
   *
   * @throws JoinError (as a rejection) if the function throws, the job is aborted, or the thread dies.
   * @throws SpawnError (as a rejection) if the job can't be taken, or a value can't be sent.
   */
  <R>(fn: () => R, args?: readonly [], options?: SpawnOptions): JoinHandle<Awaited<R>>;
  <A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    args: readonly [...A],
    options?: SpawnOptions,
  ): JoinHandle<Awaited<R>>;
  /**
   * Runs an export of a module on a thread: `spawnBlocking<typeof hash>(new URL("./work.js", import.meta.url), "hash",
   * [password])`. The thread loads the module once.
   *
   * @param url a URL, the text of one, or an absolute path.
   */
  <F extends (...args: never[]) => unknown = (...args: unknown[]) => unknown>(
    url: URL | string,
    exportName: string,
    args?: Readonly<Parameters<F>>,
    options?: SpawnOptions,
  ): JoinHandle<Awaited<ReturnType<F>>>;
}

export interface ParallelMapOptions<Rest extends readonly unknown[] = readonly []> {
  /** Stops the rest: what runs ends with its chunk. */
  readonly signal?: AbortSignal;
  /** Further arguments of the function, after the item and its index. */
  readonly args?: Rest;
  /** How many threads to use at most. Default: as many as the pool has. */
  readonly maxThreads?: number;
}

type ItemFunction = (item: never, index: number, ...rest: never[]) => unknown;
type RestOf<F extends ItemFunction> =
  Parameters<F> extends [unknown, number, ...infer Rest] ? Rest : readonly [];

export interface ParallelMap {
  /**
   * Calls a self-contained function with each item and its index, on all threads, in chunks that adapt to how long items
   * take. Results come in the order of the items.
   *
   * @throws JoinError (as a rejection) at the first item that throws; its `index` is that item's. The rest is stopped.
   */
  <T, R, Rest extends readonly unknown[] = readonly []>(
    items: Iterable<T>,
    fn: (item: T, index: number, ...rest: Rest) => R,
    options?: ParallelMapOptions<readonly [...Rest]>,
  ): Promise<Awaited<R>[]>;
  /** The same with an export of a module. */
  <F extends ItemFunction>(
    items: Iterable<Parameters<F>[0]>,
    url: URL | string,
    exportName: string,
    options?: ParallelMapOptions<RestOf<F>>,
  ): Promise<Awaited<ReturnType<F>>[]>;
}

export interface PoolOptions {
  /** Threads for jobs that compute. Default: the number of cores. */
  readonly maxThreads?: number;
  /** Further threads for jobs that mostly wait (`kind: "wait"`): they need no core of their own. Default: 32. */
  readonly maxWaitThreads?: number;
  /** Jobs that may wait for a thread; one more is refused. Default: 100,000. */
  readonly maxQueuedJobs?: number;
  /** How long a thread without work is kept, in milliseconds. Default: 10,000. */
  readonly idleTimeoutMs?: number;
  /** Limits for the memory of each thread, as of `worker_threads`. Default: Node's. */
  readonly resourceLimits?: ResourceLimits;
}

export interface TimeSummary {
  readonly count: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export interface Figures {
  /** Threads that run, starting and idle ones included. */
  readonly threads: number;
  readonly runningJobs: number;
  /** Jobs that wait for a thread. */
  readonly queuedJobs: number;
  /** Jobs that have ended, by how. */
  readonly ended: Readonly<Record<JobFigures["outcome"], number>>;
  /** From the call to the result, less the time that the function ran. */
  readonly waitTime: TimeSummary;
  /** How long functions ran. */
  readonly runTime: TimeSummary;
}

/** A message on the channel `spawn-blocking:job`. */
export interface JobFigures {
  /** `refused`: an argument or the result could not be sent. */
  readonly outcome: "returned" | "threw" | "aborted" | "died" | "refused";
  /** In milliseconds, as in `Figures`; undefined for a job that did not run to its end. */
  readonly waitMs: number | undefined;
  readonly runMs: number | undefined;
  /** A snapshot of the pool's figures. */
  figures(): Figures;
}
