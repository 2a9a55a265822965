/**
 * The threads: piscina starts them on demand, hands them messages and ends the idle ones. It is never given more jobs
 * than there may be threads, so its own queue holds only jobs whose thread is starting; which job comes next is decided
 * by the pool, because piscina's queue starts no thread in place of one that died, and mixes up the order of jobs that
 * can be aborted.
 */
import { Piscina } from "piscina";
import type { TaskQueue } from "piscina";
import type { Limits } from "./limits.js";
import type { Job } from "./job.js";
import type { Outcome } from "./message.js";

type Task = Parameters<TaskQueue["push"]>[0];

/** Jobs whose thread is starting, in order. */
class Starting implements TaskQueue {
  readonly #tasks: Task[] = [];
  readonly #jobs = new WeakMap<Task, Job>();
  /** The job that is being given to piscina: piscina's task for it may come in here. */
  entering: Job | undefined;

  get size(): number {
    return this.#tasks.length;
  }

  push(task: Task): void {
    this.#know(task);
    this.#tasks.push(task);
  }

  unshift(task: Task): void {
    this.#know(task);
    this.#tasks.unshift(task);
  }

  shift(): Task | null {
    return this.#tasks.shift() ?? null;
  }

  remove(task: Task): void {
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
  }

  /** Takes the first job out for good. */
  take(): Job | undefined {
    const task = this.shift();
    return task === null ? undefined : this.#jobs.get(task);
  }

  #know(task: Task): void {
    if (this.entering !== undefined) this.#jobs.set(task, this.entering);
  }
}

export class Threads {
  readonly #starting = new Starting();
  readonly #piscina: Piscina<unknown, Outcome>;
  readonly #onStranded: (job: Job, error: unknown) => void;
  /** What a thread said as it died without a job. */
  #lastError: unknown;

  /**
   * @param maxThreads how many there may be; also how many jobs are run at once at most.
   * @param onStranded told of a job whose thread did not start, with the reason.
   */
  constructor(maxThreads: number, limits: Limits, onStranded: (job: Job, error: unknown) => void) {
    this.#onStranded = onStranded;
    this.#piscina = new Piscina({
      filename: require.resolve("./worker.js"),
      minThreads: 0,
      maxThreads,
      idleTimeout: limits.idleTimeoutMs,
      taskQueue: this.#starting,
      stricterFIFO: true,
      recordTiming: false,
      ...(limits.resourceLimits === undefined ? {} : { resourceLimits: limits.resourceLimits }),
    });
    this.#piscina.on("error", (error: unknown) => {
      this.#lastError = error;
    });
    // Piscina reports the error right after this event, hence the microtask.
    this.#piscina.on("workerDestroy", () => {
      queueMicrotask(() => {
        this.#afterDeath();
      });
    });
  }

  get count(): number {
    return this.#piscina.threads.length;
  }

  /** Runs the job on a thread, starting one if need be. */
  run(job: Job): Promise<Outcome> {
    const { message, transfer } = job;
    this.#starting.entering = job;
    try {
      return transfer === undefined
        ? this.#piscina.run(message)
        : this.#piscina.run(message, { transferList: [...transfer] as never[] });
    } finally {
      this.#starting.entering = undefined;
    }
  }

  /** Ends all threads. */
  async end(): Promise<void> {
    await this.#piscina.destroy();
  }

  #afterDeath(): void {
    const error = this.#lastError;
    this.#lastError = undefined;
    // More jobs than starting threads: one of those did not start.
    const job = this.#piscina.queueSize > 0 ? this.#starting.take() : undefined;
    if (job !== undefined) {
      this.#onStranded(job, error ?? new Error("the thread ended as it started"));
    } else if (error !== undefined) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.emitWarning(
        `A job had ended when this was thrown in its thread: ${text}`,
        "SpawnBlockingWarning",
      );
    }
  }
}
