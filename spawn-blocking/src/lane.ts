/**
 * Jobs of one kind, and their threads: piscina starts threads on demand, hands them jobs out of the queue and ends the
 * idle ones. What it does not do is done here: when a thread dies while jobs wait, it starts none in its place.
 */
import { Piscina } from "piscina";
import type { Job } from "./job.js";
import { copyLarge } from "./large-bytes.js";
import type { Limits } from "./limits.js";
import type { Outcome } from "./message.js";
import { Queue } from "./queue.js";

type LoadBalancer = NonNullable<
  NonNullable<ConstructorParameters<typeof Piscina>[0]>["loadBalancer"]
>;
type Thread = Piscina["threads"][number];

/** Told how a job ended; the lane has let go of it before. */
export interface LaneEvents {
  readonly onOutcome: (job: Job, outcome: Outcome) => void;
  /** Its thread died under it, or did not take its message. */
  readonly onFailed: (job: Job, error: unknown) => void;
  /** Its thread did not start. */
  readonly onStranded: (job: Job, error: unknown) => void;
}

export class Lane {
  /** How many threads there may be. */
  readonly limit: number;
  /** Jobs that a thread has or starts for, up to the time when their promise settles. */
  running = 0;
  /** Jobs that wait for one of the threads that there may be. */
  waiting = 0;
  readonly #queue = new Queue();
  readonly #piscina: Piscina<unknown, Outcome>;
  readonly #events: LaneEvents;
  /** Threads that have started, as far as they have not ended. */
  #ready: readonly Thread[] = [];
  /** How many threads have ended since anyone looked. */
  #ended = 0;
  /** What a thread said as it died without a job. */
  #lastError: unknown;

  constructor(limit: number, limits: Limits, events: LaneEvents) {
    this.limit = limit;
    this.#events = events;
    this.#piscina = new Piscina({
      filename: require.resolve("./worker.js"),
      minThreads: 0,
      maxThreads: limit,
      idleTimeout: limits.idleTimeoutMs,
      taskQueue: this.#queue,
      // What no thread is free for goes back to the front of the queue.
      stricterFIFO: true,
      recordTiming: false,
      loadBalancer: this.#freeThread,
      ...(limits.resourceLimits === undefined ? {} : { resourceLimits: limits.resourceLimits }),
    });
    this.#piscina.on("workerCreate", ({ id }: { id: number }) => {
      const thread = this.#piscina.threads.find(({ threadId }) => threadId === id);
      if (thread !== undefined) this.#ready = [...this.#ready, thread];
    });
    this.#piscina.on("error", (error: unknown) => {
      this.#lastError = error;
    });
    this.#piscina.on("workerDestroy", () => {
      // Piscina reports the error, and forgets the thread, right after this event.
      if (this.#ended++ === 0) queueMicrotask(this.#afterDeath);
    });
  }

  get threads(): number {
    return this.#piscina.threads.length;
  }

  hasRoom(): boolean {
    return this.running + this.waiting < this.limit;
  }

  /** Runs the job on a thread as soon as one is free, starting one if need be. */
  add(job: Job): void {
    job.started = this.hasRoom();
    if (job.started) this.running++;
    else this.waiting++;
    this.#give(job, false);
  }

  /** Takes a job out that waits. @returns whether it waited. */
  remove(job: Job): boolean {
    if (job.started || !this.#queue.takeOut(job)) return false;
    this.waiting--;
    return true;
  }

  /** Ends all threads. */
  async end(): Promise<void> {
    await this.#piscina.destroy();
  }

  #give(job: Job, first: boolean): void {
    const { message, transfer } = job;
    this.#queue.expect(job, first);
    const outcome =
      transfer === undefined
        ? this.#piscina.run(message)
        : this.#piscina.run(message, { transferList: transfer as never[] });
    this.#queue.claim();
    outcome.then(
      (value) => {
        this.running--;
        this.#events.onOutcome(job, value);
      },
      (error: unknown) => {
        this.running--;
        this.#events.onFailed(job, error);
      },
    );
  }

  /** Asked by piscina for each job: any thread without a job will do. */
  readonly #freeThread: LoadBalancer = (_task, threads) => {
    for (const thread of threads) {
      if (thread.currentUsage === 0) {
        const job = this.#queue.claim();
        this.#start(job);
        // Only now, so that jobs that wait hold no memory of their own; piscina posts message and list next.
        if (job?.transfer?.length === 0) job.transfer.push(...copyLarge(job.message[2]));
        return thread;
      }
    }
    return null;
  };

  #start(job: Job | undefined): void {
    if (job === undefined || job.started) return;
    job.started = true;
    this.waiting--;
    this.running++;
    job.forgetSignal?.();
  }

  readonly #afterDeath = (): void => {
    const error = this.#lastError;
    this.#lastError = undefined;
    const threads = new Set(this.#piscina.threads);
    const ready = this.#ready.filter((thread) => threads.has(thread));
    const starting = this.#ended - (this.#ready.length - ready.length);
    this.#ready = ready;
    this.#ended = 0;
    if (starting > 0 && this.#queue.size > 0) this.#strand(starting, error);
    else if (error !== undefined) warn(error);
    this.#replace(threads.size - ready.length);
  };

  /** As many threads as that did not start. */
  #strand(count: number, error: unknown): void {
    for (let left = count; left > 0; left--) {
      const job = this.#queue.takeFirst();
      if (job === undefined) return;
      this.#start(job);
      this.running--;
      this.#events.onStranded(job, error ?? new Error("the thread ended as it started"));
    }
  }

  /** Piscina starts a thread for each job that it is given while there may be more: so it is given some again. */
  #replace(starting: number): void {
    const missing = Math.min(this.limit - this.threads, this.#queue.size - starting);
    for (let left = missing; left > 0; left--) {
      const job = this.#queue.takeFirst();
      if (job === undefined) return;
      this.#give(job, true);
    }
  }
}

function warn(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.emitWarning(
    `A job had ended when this was thrown in its thread: ${text}`,
    "SpawnBlockingWarning",
  );
}
