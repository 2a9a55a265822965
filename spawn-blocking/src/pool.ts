/** The pool: takes jobs, runs them on its threads in order, and settles their promises. */
import { SpawnError } from "./errors.js";
import { Recorder } from "./figures.js";
import type { Job } from "./job.js";
import { Lane } from "./lane.js";
import { limitsOf } from "./limits.js";
import type { Limits } from "./limits.js";
import type { Code, JobMessage, Outcome } from "./message.js";
import { abortedError, deathError, thrownError } from "./outcome-error.js";
import { mapInParallel } from "./parallel-map.js";
import { compact, examine, pathText, replaceAt, restore } from "./sendable.js";
import { rebuildThrown } from "./thrown.js";
import { checkOptions, invalid, readCall } from "./spawn.js";
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
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  /** @throws SpawnError where an option is unknown or out of range. */
  constructor(options: PoolOptions = {}) {
    this.#limits = limitsOf(options);
    this.#lanes = {
      compute: new Lane(this.#limits.maxThreads),
      wait: new Lane(this.#limits.maxWaitThreads),
    };
    this.spawnBlocking = (...given: unknown[]): JoinHandle<never> =>
      this.#spawn(given) as JoinHandle<never>;
    this.parallelMap = mapInParallel.bind(undefined, {
      width: this.#limits.maxThreads,
      spawn: (message, options) => this.#submit(message, options),
    }) as ParallelMap;
  }

  /** A snapshot of threads, queue and times. */
  figures(): Figures {
    const { compute, wait } = this.#lanes;
    return {
      threads: (compute.threads?.count ?? 0) + (wait.threads?.count ?? 0),
      runningJobs: compute.running + wait.running,
      queuedJobs: compute.queued + wait.queued,
      ...this.#recorder.summary(),
    };
  }

  /** Takes no more jobs, waits for those that it has, and ends the threads. */
  close(): Promise<void> {
    this.#closed ??= this.#drained().then(async () => {
      await Promise.all([this.#lanes.compute.threads?.end(), this.#lanes.wait.threads?.end()]);
    });
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

  #spawn(given: readonly unknown[]): JoinHandle<unknown> {
    let options: SpawnOptions;
    let message: JobMessage;
    try {
      const call = readCall("spawnBlocking", given);
      const args = call.second ?? [];
      if (!Array.isArray(args)) throw invalid("spawnBlocking wants the arguments in an array");
      options = checkOptions("spawnBlocking", call.options);
      message = messageOf(call, args.map(compact), options.transferResult);
    } catch (error) {
      return refused(error);
    }
    return this.#submit(message, options);
  }

  #submit(message: JobMessage, options: SpawnOptions): JoinHandle<unknown> {
    if (this.#closed !== undefined) {
      return refused(new SpawnError("ERR_SPAWN_BLOCKING_CLOSED", "the pool is closed"));
    }
    const { signal, transfer, kind = "compute" } = options;
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
    let job: Job | undefined;
    const promise = new Promise<unknown>((resolve, reject) => {
      const spawnedAt = performance.now();
      job = {
        message,
        kind,
        transfer,
        spawnedAt,
        resolve,
        reject,
        place: -1,
        forgetSignal: undefined,
      };
    }) as JoinHandle<unknown>;
    const created = job as unknown as Job;
    promise.abort = () => this.#abort(created, undefined);
    if (lane.hasRoom()) this.#start(created, lane);
    else this.#queue(created, lane, signal);
    return promise;
  }

  #queue(job: Job, lane: Lane, signal: AbortSignal | undefined): void {
    lane.add(job);
    if (signal === undefined) return;
    const onAbort = (): void => void this.#abort(job, signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    job.forgetSignal = () => {
      signal.removeEventListener("abort", onAbort);
    };
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
    lane.threads ??= new Threads(lane.limit, this.#limits, (stranded, error) => {
      this.#leave(stranded);
      this.#reject(stranded, "died", deathError(error, "could not start"));
    });
    lane.threads.run(job).then(
      (outcome) => {
        this.#leave(job);
        this.#settle(job, outcome);
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
    // By index: taking a tuple apart would go through its iterator, for each job.
    const runMs = outcome[0];
    const buffers = outcome[2];
    const failure = outcome[3];
    const totalMs = performance.now() - job.spawnedAt;
    if (failure === undefined) {
      this.#recorder.record("returned", totalMs, runMs);
      job.resolve(resultOf(outcome));
    } else if (failure.kind === "threw") {
      this.#recorder.record("threw", totalMs, runMs);
      const restored = buffers === undefined ? failure : restore(failure, buffers);
      job.reject(thrownError(job.message, restored));
    } else {
      this.#recorder.record("refused", totalMs, runMs);
      job.reject(new SpawnError("ERR_SPAWN_BLOCKING_NOT_CLONEABLE", failure.message));
    }
  }

  #reject(job: Job, outcome: JobFigures["outcome"], error: unknown): void {
    this.#recorder.record(outcome, performance.now() - job.spawnedAt, undefined);
    job.reject(error);
  }
}

/** @throws SpawnError where an argument can't be sent. */
function messageOf(code: Code, args: unknown[], transferResult: boolean | undefined): JobMessage {
  const { buffers, unsendable } = examine(args);
  if (unsendable !== undefined) {
    const { path, description } = unsendable;
    throw new SpawnError(
      "ERR_SPAWN_BLOCKING_NOT_CLONEABLE",
      `${pathText("args", path)} is ${description}, which can't be sent to another thread`,
    );
  }
  return buffers === undefined && transferResult !== true
    ? [code.source, code.exportName, args]
    : [code.source, code.exportName, args, { buffers, transferResult: transferResult === true }];
}

/** The result as the function returned it: Buffers are Buffers, and errors have their properties. */
function resultOf(outcome: Outcome): unknown {
  const buffers = outcome[2];
  const errors = outcome[4];
  const result = buffers === undefined ? outcome[1] : restore(outcome[1], buffers);
  if (errors === undefined) return result;
  const list = errors.buffers === undefined ? errors.list : restore(errors.list, errors.buffers);
  return list.reduce(
    (root, { path, thrown }) => replaceAt(root, path, () => rebuildThrown(thrown)),
    result,
  );
}

/** Of a job that never was: a handle that is rejected. */
function refused(error: unknown): JoinHandle<never> {
  return Object.assign(Promise.reject(error as Error), { abort: () => false });
}

/** What `postMessage` throws, before a thread has seen the job. */
function isRefusedClone(error: unknown): error is DOMException {
  return error instanceof DOMException && error.name === "DataCloneError";
}
