/** The pool: takes jobs, runs them on its threads in order, and settles their promises. */
import { SpawnError } from "./errors.js";
import { Recorder } from "./figures.js";
import type { Job } from "./job.js";
import { Lane } from "./lane.js";
import { isLarge } from "./large-bytes.js";
import { limitsOf } from "./limits.js";
import type { Limits } from "./limits.js";
import type { Code, JobMessage, Outcome } from "./message.js";
import { abortedError, deathError, thrownError } from "./outcome-error.js";
import { mapInParallel } from "./parallel-map.js";
import { areAllPlain, compact, examine, locate, replaceAt, restore } from "./sendable.js";
import { rebuildThrown } from "./thrown.js";
import { checkOptions, invalid, readCall } from "./spawn.js";
import { unsendableArgument } from "./unsendable-argument.js";
import type {
  Figures,
  JobFigures,
  JobKind,
  JoinHandle,
  ParallelMap,
  PoolOptions,
  SpawnBlocking,
  SpawnOptions,
} from "./types.js";

const MISSING_IN_TRANSFER = "ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST";

export class Pool {
  static readonly name = "Pool";
  /** Runs a function, or an export of a module, on a thread of this pool. */
  readonly spawnBlocking: SpawnBlocking;
  /** Maps items across the threads of this pool; results come in the order of the items. */
  readonly parallelMap: ParallelMap;

  readonly #limits: Limits;
  /** Each made for its first job. */
  readonly #lanes: Partial<Record<JobKind, Lane>> = {};
  readonly #recorder = new Recorder(() => this.figures());
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  /** @throws SpawnError where an option is unknown or out of range. */
  constructor(options: PoolOptions = {}) {
    this.#limits = limitsOf(options);
    this.spawnBlocking = (
      first: unknown,
      second?: unknown,
      third?: unknown,
      fourth?: unknown,
    ): JoinHandle<never> => this.#spawn(first, second, third, fourth) as JoinHandle<never>;
    this.parallelMap = mapInParallel.bind(undefined, {
      width: this.#limits.maxThreads,
      spawn: (message, options) => this.#submit(message, options),
    }) as ParallelMap;
  }

  /** A snapshot of threads, queue and times. */
  figures(): Figures {
    const lanes = Object.values(this.#lanes);
    const sum = (figure: (lane: Lane) => number): number =>
      lanes.reduce((total, lane) => total + figure(lane), 0);
    return {
      threads: sum((lane) => lane.threads),
      // A thread has its next job a moment before the promise of the last one settles.
      runningJobs: sum((lane) => Math.min(lane.running, lane.limit)),
      queuedJobs: sum((lane) => lane.waiting),
      ...this.#recorder.summary(),
    };
  }

  /** Takes no more jobs, waits for those that it has, and ends the threads. */
  close(): Promise<void> {
    this.#closed ??= this.#drained().then(async () => {
      await Promise.all(Object.values(this.#lanes).map((lane) => lane.end()));
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
    return Object.values(this.#lanes).every((lane) => lane.running === 0 && lane.waiting === 0);
  }

  #spawn(first: unknown, second: unknown, third: unknown, fourth: unknown): JoinHandle<unknown> {
    let options: SpawnOptions;
    let message: JobMessage;
    try {
      const call = readCall("spawnBlocking", first, second, third, fourth);
      const args = call.second ?? [];
      if (!Array.isArray(args)) throw invalid("spawnBlocking wants the arguments in an array");
      options = checkOptions("spawnBlocking", call.options);
      message = messageOf(call, args, options);
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
    const lane = (this.#lanes[kind] ??= this.#newLane(kind));
    const room = lane.hasRoom();
    if (!room && lane.waiting >= this.#limits.maxQueuedJobs) {
      return refused(
        new SpawnError(
          "ERR_SPAWN_BLOCKING_QUEUE_FULL",
          `${lane.waiting} jobs are waiting for a thread, as many as the pool allows (maxQueuedJobs): ` +
            "work arrives faster than its threads can do it",
        ),
      );
    }
    let job: Job | undefined;
    const promise = new Promise<unknown>((resolve, reject) => {
      job = {
        message,
        kind,
        transfer: transfer?.slice() ?? (message[2].some(isLarge) ? [] : undefined),
        spawnedAt: performance.now(),
        resolve,
        reject,
        started: false,
        task: undefined,
        place: -1,
        forgetSignal: undefined,
      };
    }) as JoinHandle<unknown>;
    const created = job as unknown as Job;
    promise.abort = () => this.#abort(created, undefined);
    if (!room && signal !== undefined) this.#follow(signal, created);
    lane.add(created);
    return promise;
  }

  #newLane(kind: JobKind): Lane {
    const { maxThreads, maxWaitThreads } = this.#limits;
    return new Lane(kind === "wait" ? maxWaitThreads : maxThreads, this.#limits, {
      onOutcome: (job, outcome) => {
        this.#settle(job, outcome);
        this.#afterJob();
      },
      onFailed: (job, error) => {
        this.#fail(job, error);
        this.#afterJob();
      },
      onStranded: (job, error) => {
        this.#reject(job, "died", deathError(error, "could not start"));
        this.#afterJob();
      },
    });
  }

  #follow(signal: AbortSignal, job: Job): void {
    const onAbort = (): void => void this.#abort(job, signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    job.forgetSignal = () => {
      signal.removeEventListener("abort", onAbort);
    };
  }

  #abort(job: Job, reason: unknown): boolean {
    if (this.#lanes[job.kind]?.remove(job) !== true) return false;
    job.forgetSignal?.();
    this.#reject(job, "aborted", abortedError(reason));
    this.#afterJob();
    return true;
  }

  #fail(job: Job, error: unknown): void {
    if (!isRefusedClone(error)) {
      this.#reject(job, "died", deathError(error, "died while it ran the job"));
      return;
    }
    const [, , args, extras] = job.message;
    const unsendable = locate(args, job.transfer);
    const refusal =
      unsendable === undefined || unsendable.path.length === 0
        ? new SpawnError(
            "ERR_SPAWN_BLOCKING_NOT_CLONEABLE",
            `the arguments can't be sent to another thread: ${error.message}`,
            { cause: error },
          )
        : unsendableArgument(unsendable, extras?.chunkStart, error);
    this.#reject(job, "refused", refusal);
  }

  #afterJob(): void {
    if (this.#onDrained !== undefined && this.#isIdle()) this.#onDrained();
  }

  #settle(job: Job, outcome: Outcome): void {
    const totalMs = performance.now() - job.spawnedAt;
    if (typeof outcome === "number") {
      this.#recorder.record("returned", totalMs, outcome);
      job.resolve(undefined);
      return;
    }
    // By index: taking a tuple apart would go through its iterator, for each job.
    const runMs = outcome[0];
    const buffers = outcome[2];
    const failure = outcome[3];
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
function messageOf(code: Code, args: unknown[], options: SpawnOptions): JobMessage {
  const { transfer, transferResult } = options;
  if (areAllPlain(args) && transferResult !== true) {
    return [code.source, code.exportName, args.slice()];
  }
  const sent = args.map(compact);
  const { buffers, unsendable } = examine(sent);
  // What is handed over may be of a kind that can't be copied: the platform says so where it is not.
  if (unsendable !== undefined && transfer === undefined) {
    throw unsendableArgument(unsendable, undefined);
  }
  if (transferResult === true)
    return [code.source, code.exportName, sent, { buffers, transferResult }];
  return buffers === undefined
    ? [code.source, code.exportName, sent]
    : [code.source, code.exportName, sent, { buffers }];
}

/** The result as the function returned it: Buffers are Buffers, and errors have their properties. */
function resultOf(outcome: Exclude<Outcome, number>): unknown {
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
function isRefusedClone(error: unknown): error is Error {
  if (error instanceof DOMException) return error.name === "DataCloneError";
  return error instanceof TypeError && "code" in error && error.code === MISSING_IN_TRANSFER;
}
