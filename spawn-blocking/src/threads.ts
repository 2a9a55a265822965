/**
 * The threads: piscina starts them on demand, hands them messages and ends the idle ones. It is never given more jobs
 * than there may be threads, so its own queue holds only jobs whose thread is starting; which job comes next is decided
 * by the pool, because piscina's queue starts no thread in place of one that died, and mixes up the order of jobs that
 * can be aborted.
 */
import { Piscina, queueOptionsSymbol } from "piscina";
import type { TaskQueue } from "piscina";
import type { Limits } from "./limits.js";
import type { Job } from "./job.js";
import type { Outcome } from "./message.js";
import type { Parcel } from "./parcel.js";

type Task = Parameters<TaskQueue["push"]>[0];

/** Jobs whose thread is starting, in order. */
class Starting implements TaskQueue {
  readonly #tasks: Task[] = [];

  get size(): number {
    return this.#tasks.length;
  }
  push(task: Task): void {
    this.#tasks.push(task);
  }
  unshift(task: Task): void {
    this.#tasks.unshift(task);
  }
  shift(): Task | null {
    return this.#tasks.shift() ?? null;
  }
  remove(task: Task): void {
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
  }
}

export class Threads {
  readonly #starting = new Starting();
  readonly #piscina: Piscina<unknown, Parcel<Outcome>>;
  /** What a thread said as it died without a job. */
  #lastError: unknown;

  /** @param onStranded told of a job whose thread did not start, with the reason. */
  constructor(limits: Limits, onStranded: (job: Job, error: unknown) => void) {
    this.#piscina = new Piscina({
      filename: require.resolve("./worker.js"),
      minThreads: 0,
      maxThreads: limits.maxThreads + limits.maxWaitThreads,
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
        this.#afterDeath(onStranded);
      });
    });
  }

  get count(): number {
    return this.#piscina.threads.length;
  }

  /** Runs the job on a thread, starting one if need be. */
  run(job: Job): Promise<Parcel<Outcome>> {
    const { message, transfer } = job;
    Object.defineProperty(message, queueOptionsSymbol, { value: job });
    return this.#piscina.run(
      message,
      transfer === undefined ? {} : { transferList: [...transfer] as never[] },
    );
  }

  /** Ends all threads. */
  async end(): Promise<void> {
    await this.#piscina.destroy();
  }

  #afterDeath(onStranded: (job: Job, error: unknown) => void): void {
    const error = this.#lastError;
    this.#lastError = undefined;
    // More jobs than starting threads: one of those did not start.
    const task = this.#piscina.queueSize > 0 ? this.#starting.shift() : null;
    if (task !== null) {
      onStranded(
        task[queueOptionsSymbol as never],
        error ?? new Error("the thread ended as it started"),
      );
    } else if (error !== undefined) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.emitWarning(
        `A job had ended when this was thrown in its thread: ${text}`,
        "SpawnBlockingWarning",
      );
    }
  }
}
