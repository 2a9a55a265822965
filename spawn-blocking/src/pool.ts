/** The pool: takes jobs, runs them on its threads in order, and settles their promises. */
import { SpawnError } from "./errors.js";
import { Recorder } from "./figures.js";
import type { Job } from "./job.js";
import { Lane } from "./lane.js";
import { limitsOf } from "./limits.js";
import type { Limits } from "./limits.js";
import type { JobMessage, Outcome } from "./message.js";
import { abortedError, deathError, thrownError } from "./outcome-error.js";
import { mapInParallel } from "./parallel-map.js";
import { compact, pack, pathText, unpack } from "./parcel.js";
import { checkOptions, invalid, readCall } from "./spawn.js";
import type { Call } from "./spawn.js";
import { Threads } from "./threads.js";
import type {
  Figures,
  JobFigures,
  JoinHandle,
  ParallelMap,
  PoolOptions,
  SpawnBlocking,
  SpawnOptions,
} from "./types.js";

export class Pool {
  /** Runs a function, or an export of a module, on a thread of this pool. */
  readonly spawnBlocking: SpawnBlocking;
  /** Maps items across the threads of this pool; results come in the order of the items. */
  readonly parallelMap: ParallelMap;

  readonly #limits: Limits;
  readonly #lanes: Readonly<Record<Job["kind"], Lane>>;
  readonly #recorder = new Recorder(() => this.figures());
  #threads: Threads | undefined;
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  /** @throws SpawnError where an option is unknown or out of range. */
  constructor(options: PoolOptions = {}) {
    this.#limits = limitsOf(options);
    this.#lanes = {
      compute: new Lane(this.#limits.maxThreads),
      wait: new Lane(this.#limits.maxWaitThreads),
    };
    this.spawnBlocking = (first: unknown, ...rest: unknown[]): JoinHandle<never> =>
      this.#spawn(first, rest) as JoinHandle<never>;
    this.parallelMap = mapInParallel.bind(undefined, {
      width: this.#limits.maxThreads,
      spawn: (message, options) => this.#submit(message, options),
    }) as ParallelMap;
  }

  /** A snapshot of threads, queue and times. */
  figures(): Figures {
    const { compute, wait } = this.#lanes;
    return {
      threads: this.#threads?.count ?? 0,
      runningJobs: compute.running + wait.running,
      queuedJobs: compute.queued + wait.queued,
      ...this.#recorder.summary(),
    };
  }

  /** Takes no more jobs, waits for those that it has, and ends the threads. */
  close(): Promise<void> {
    this.#closed ??= this.#drained().then(() => this.#threads?.end());
    return this.#closed;
  }

  #drained(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onDrained = resolve;
    });
  }

  #isIdle(): boolean {
    return Object.values(this.#lanes).every((lane) => lane.running === 0 && lane.queued === 0);
  }

  #spawn(first: unknown, others: readonly unknown[]): JoinHandle<unknown> {
    let call: Call;
    let options: SpawnOptions;
    let message: JobMessage;
    try {
      call = readCall("spawnBlocking", first, others);
      const [args = [], given] = call.rest;
      if (!Array.isArray(args)) throw invalid("spawnBlocking wants the arguments in an array");
      options = checkOptions("spawnBlocking", given);
      const packed = pack(args.map(compact));
      if ("unsendable" in packed) {
        const { path, description } = packed.unsendable;
        throw new SpawnError(
          "ERR_SPAWN_BLOCKING_NOT_CLONEABLE",
          `${pathText("args", path)} is ${description}, which can't be sent to another thread`,
        );
      }
      message = { code: call.code, args: packed };
    } catch (error) {
      return refused(error);
    }
    return this.#submit(message, options);
  }

  #submit(message: JobMessage, options: SpawnOptions): JoinHandle<unknown> {
    if (this.#closed !== undefined) {
      return refused(new SpawnError("ERR_SPAWN_BLOCKING_CLOSED", "the pool is closed"));
    }
    const { signal, transfer, kind = "compute", transferResult } = options;
    if (signal?.aborted) return refused(abortedError(signal.reason));
    const lane = this.#lanes[kind];
    if (!lane.hasRoom() && lane.queued >= this.#limits.maxQueuedJobs) {
      return refused(
        new SpawnError(
          "ERR_SPAWN_BLOCKING_QUEUE_FULL",
          `${lane.queued} jobs are waiting for a thread, as many as the pool allows (maxQueuedJobs): ` +
            "work arrives faster than its threads can do it",
        ),
      );
    }
    let abort: (() => boolean) | undefined;
    const promise = new Promise<unknown>((resolve, reject) => {
      const job: Job = {
        message: transferResult ? { ...message, transferResult } : message,
        kind,
        transfer,
        spawnedAt: performance.now(),
        resolve,
        reject,
        forgetSignal: undefined,
      };
      abort = () => this.#abort(job, undefined);
      if (lane.hasRoom()) {
        this.#start(job, lane);
        return;
      }
      lane.add(job);
      if (signal !== undefined) {
        const onAbort = (): void => void this.#abort(job, signal.reason);
        signal.addEventListener("abort", onAbort, { once: true });
        job.forgetSignal = () => {
          signal.removeEventListener("abort", onAbort);
        };
      }
    });
    return Object.assign(promise, { abort: abort ?? (() => false) });
  }

  #abort(job: Job, reason: unknown): boolean {
    if (!this.#lanes[job.kind].remove(job)) return false;
    job.forgetSignal?.();
    this.#reject(job, "aborted", abortedError(reason));
    this.#afterJob();
    return true;
  }

  #start(job: Job, lane: Lane): void {
    lane.running++;
    job.forgetSignal?.();
    this.#threads ??= new Threads(this.#limits, (stranded, error) => {
      this.#leave(stranded);
      this.#reject(stranded, "died", deathError(error, "could not start"));
    });
    this.#threads.run(job).then(
      (parcel) => {
        this.#leave(job);
        this.#settle(job, unpack(parcel));
      },
      (error: unknown) => {
        this.#leave(job);
        if (isRefusedClone(error)) {
          const text = `the arguments can't be sent to another thread: ${error.message}`;
          this.#reject(
            job,
            "refused",
            new SpawnError("ERR_SPAWN_BLOCKING_NOT_CLONEABLE", text, { cause: error }),
          );
        } else {
          this.#reject(job, "died", deathError(error, "died while it ran the job"));
        }
      },
    );
  }

  /** The job has left its thread: the next may have it. */
  #leave(job: Job): void {
    const lane = this.#lanes[job.kind];
    lane.running--;
    for (let next = lane.next(); next !== undefined; next = lane.next()) this.#start(next, lane);
    this.#afterJob();
  }

  #afterJob(): void {
    if (this.#onDrained !== undefined && this.#isIdle()) this.#onDrained();
  }

  #settle(job: Job, outcome: Outcome): void {
    const totalMs = performance.now() - job.spawnedAt;
    if (outcome.kind === "value") {
      this.#recorder.record("returned", totalMs, outcome.runMs);
      job.resolve(outcome.value);
    } else if (outcome.kind === "thrown") {
      this.#recorder.record("threw", totalMs, outcome.runMs);
      job.reject(thrownError(job.message, outcome));
    } else {
      this.#recorder.record("refused", totalMs, outcome.runMs);
      job.reject(new SpawnError("ERR_SPAWN_BLOCKING_NOT_CLONEABLE", outcome.message));
    }
  }

  #reject(job: Job, outcome: JobFigures["outcome"], error: unknown): void {
    this.#recorder.record(outcome, performance.now() - job.spawnedAt, undefined);
    job.reject(error);
  }
}

/** Of a job that never was: a handle that is rejected. */
function refused(error: unknown): JoinHandle<never> {
  return Object.assign(Promise.reject(error as Error), { abort: () => false });
}

/** What `postMessage` throws, before a thread has seen the job. */
function isRefusedClone(error: unknown): error is DOMException {
  return error instanceof DOMException && error.name === "DataCloneError";
}
