/**
 * Tokio's blocking pool (1.24 runtime/blocking/pool.rs): one queue, first in first out, and threads that are started on
 * demand up to a cap and exit after a time without work. The threads of a multi-thread runtime's workers belong to it.
 */
import { IntegerQueue } from "../engine/integer-queue.js";
import { notifyNs, wakeLatencyNs } from "./costs.js";
import type { BlockingPoolOutcome } from "./outcome.js";
import type { Executor } from "./tokio/executor.js";
import { Ran } from "./tokio/executor.js";
import type { TokioMachine } from "./tokio/machine.js";
import { TokioThread } from "./tokio/tokio-thread.js";
import type { ThreadLoop } from "./tokio/tokio-thread.js";
import { noTask } from "./task-table.js";

/** Where a thread of the pool goes on. */
const Phase = { fetch: 0, run: 1, idle: 2 } as const;

const noJob = -1;

export interface BlockingPoolOptions {
  /** Most threads, the workers' own included. */
  readonly cap: number;
  readonly keepAliveNs: number;
  /** Has a thread run the loop of a worker whose core was given up; false: somebody has the core. */
  readonly runWorker: (worker: number, thread: TokioThread) => boolean;
  /** Wakes the task whose closure is done, from a thread that is no worker. Returns the cost. */
  readonly closureDone: (task: number) => number;
}

export class BlockingPool implements ThreadLoop {
  readonly #machine: TokioMachine;
  readonly #executor: Executor;
  readonly #options: BlockingPoolOptions;
  /** Jobs: a task whose closure to run, or -2 - n for worker n's loop. */
  readonly #jobs = new IntegerQueue();
  /** Idle threads; the one that has been so for longest is notified first. */
  readonly #idle = new IntegerQueue();
  /** Threads that have been notified, and wake. */
  #threads = 0;
  #workerThreads = 0;
  #named = 0;
  /**
   * Until when a thread is being created. The pool's lock is held meanwhile (pool.rs: spawn_task), so that a burst of
   * jobs keeps the threads that it starts from fetching any: whoever creates the next has the lock again before one of
   * those that wait for it has woken.
   */
  #creatingUntilNs = 0;
  /** When the thread that was started last, or woken for the lock, comes for the lock. */
  #comesForLockNs = 0;
  /** Threads that wait for the lock. */
  readonly #lockWaiters = new IntegerQueue();
  readonly #unlockedKind: number;
  readonly #keepAliveKind: number;
  readonly #keepAliveArmed = new Set<number>();
  readonly #queueId: number;
  #peakThreads = 0;
  #peakQueue = 0;
  #started = 0;

  constructor(machine: TokioMachine, executor: Executor, options: BlockingPoolOptions) {
    this.#machine = machine;
    this.#executor = executor;
    this.#options = options;
    this.#keepAliveKind = machine.simulation.handle((id) => {
      this.#keepAliveOver(id);
    });
    this.#unlockedKind = machine.simulation.handle(() => {
      this.#wakeLockWaiter();
    });
    this.#queueId =
      machine.trace?.addQueue({ name: "blocking pool", kind: "blocking", lane: -1 }) ?? -1;
  }

  /** Adds the thread of a worker, which counts against the cap. */
  addWorkerThread(worker: number): TokioThread {
    this.#threads++;
    this.#workerThreads++;
    return this.#addThread(`worker ${worker}`, "worker");
  }

  /** How long a thread that wants the lock sleeps; 0 where it is free. */
  lockedForNs(): number {
    const { latencies, simulation } = this.#machine;
    const left = this.#creatingUntilNs - simulation.now;
    return left > 0 ? left + wakeLatencyNs(latencies) : 0;
  }

  /** Queues a task's closure. Returns what that costs the calling thread. */
  spawnClosure(task: number): number {
    const { simulation, waits } = this.#machine;
    waits?.closureQueued(task, this.#queueId, simulation.now);
    return this.#spawn(task);
  }

  /** Queues a worker's loop, as block_in_place does. Returns the cost. */
  spawnWorkerLoop(worker: number): number {
    return this.#spawn(-2 - worker);
  }

  /** Takes a thread back whose worker loop has ended: it is an ordinary thread of the pool now. */
  adopt(thread: TokioThread): void {
    thread.loop = this;
    thread.phase = Phase.fetch;
    this.#machine.threads.resumeSoon(thread);
  }

  resume(thread: TokioThread): void {
    const { threads, simulation } = this.#machine;
    for (;;) {
      switch (thread.phase) {
        case Phase.fetch: {
          if (simulation.now < this.#creatingUntilNs) {
            this.#lockWaiters.pushBack(thread.id);
            threads.wait(thread);
            return;
          }
          this.#wakeLockWaiter();
          const job = this.#jobs.popFront();
          if (job === noJob) {
            this.#goIdle(thread);
            return;
          }
          this.#sampleQueue();
          if (job < noJob) {
            if (this.#options.runWorker(-2 - job, thread)) return;
            break;
          }
          thread.task = job;
          thread.inClosure = true;
          thread.budget = Infinity;
          this.#machine.waits?.closureStarted(job, simulation.now);
          this.#executor.begin(thread);
          thread.phase = Phase.run;
          break;
        }
        case Phase.run: {
          if (this.#executor.run(thread) === Ran.suspended) return;
          this.#executor.end(thread);
          const { task } = thread;
          thread.task = noTask;
          thread.inClosure = false;
          thread.phase = Phase.fetch;
          if (!threads.spend(thread, this.#options.closureDone(task))) return;
          break;
        }
        default:
          // Notified: look for work.
          thread.phase = Phase.fetch;
      }
    }
  }

  finish(thread: TokioThread): void {
    this.#executor.finish(thread);
  }

  outcome(): BlockingPoolOutcome {
    return {
      peakThreads: this.#peakThreads,
      peakQueue: this.#peakQueue,
      threadsStarted: this.#started,
    };
  }

  #spawn(job: number): number {
    const { simulation, threads, latencies } = this.#machine;
    this.#jobs.pushBack(job);
    this.#peakQueue = Math.max(this.#peakQueue, this.#jobs.length);
    this.#sampleQueue();
    if (this.#idle.length > 0) {
      const thread = threads.all[this.#idle.popFront()];
      threads.wakeAt(thread, simulation.now + wakeLatencyNs(latencies));
      return notifyNs(threads.costs.notifyNs, latencies);
    }
    if (this.#threads >= this.#options.cap) return 0;
    const created = simulation.now + threads.costs.threadStartNs;
    this.#creatingUntilNs = created;
    simulation.schedule(created, this.#unlockedKind, 0, 0);
    this.#threads++;
    this.#started++;
    this.#peakThreads = Math.max(this.#peakThreads, this.#threads - this.#workerThreads);
    const thread = this.#addThread(`blocking ${this.#named++}`, "blocking");
    thread.phase = Phase.fetch;
    const isWaitedFor = this.#lockWaiters.length > 0 || this.#comesBefore(created);
    this.#comesForLockNs = created + threads.costs.threadFirstInstructionNs;
    threads.startAt(thread, this.#comesForLockNs);
    const unlockNs = isWaitedFor ? notifyNs(threads.costs.notifyNs, latencies) : 0;
    return created - simulation.now + unlockNs;
  }

  /** Whether a thread that is on its way finds the lock held until then, and has to be woken by who gives it back. */
  #comesBefore(unlockedNs: number): boolean {
    return this.#comesForLockNs > this.#machine.simulation.now && this.#comesForLockNs < unlockedNs;
  }

  /** The lock is free: the kernel wakes one of those that wait for it, which may find it taken again. */
  #wakeLockWaiter(): void {
    const { latencies, simulation, threads } = this.#machine;
    if (this.#lockWaiters.length === 0) return;
    const thread = threads.all[this.#lockWaiters.popFront()];
    this.#comesForLockNs = simulation.now + wakeLatencyNs(latencies);
    threads.wakeAt(thread, this.#comesForLockNs);
  }

  #addThread(name: string, kind: "worker" | "blocking"): TokioThread {
    const lane = this.#machine.trace?.addLane({ name, kind }) ?? -1;
    return this.#machine.threads.add((id) => new TokioThread(id, lane, this));
  }

  #goIdle(thread: TokioThread): void {
    thread.phase = Phase.idle;
    thread.idleSinceNs = this.#machine.simulation.now;
    this.#idle.pushBack(thread.id);
    this.#machine.threads.wait(thread);
    this.#armKeepAlive(thread);
  }

  // One pending event for each thread, however often it goes idle.
  #armKeepAlive(thread: TokioThread): void {
    if (this.#keepAliveArmed.has(thread.id)) return;
    this.#keepAliveArmed.add(thread.id);
    const until = thread.idleSinceNs + this.#options.keepAliveNs;
    this.#machine.simulation.schedule(until, this.#keepAliveKind, thread.id, 0);
  }

  #keepAliveOver(id: number): void {
    const thread = this.#machine.threads.all[id] as TokioThread;
    this.#keepAliveArmed.delete(id);
    if (thread.loop !== this || thread.phase !== Phase.idle) return;
    if (this.#machine.simulation.now < thread.idleSinceNs + this.#options.keepAliveNs) {
      this.#armKeepAlive(thread);
    } else if (this.#idle.remove(id)) this.#threads--;
  }

  #sampleQueue(): void {
    const { trace, simulation } = this.#machine;
    trace?.queueSize(this.#queueId, simulation.now, this.#jobs.length);
  }
}
