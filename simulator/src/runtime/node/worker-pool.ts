/**
 * A pool of worker threads: that of `spawnBlocking`, and the data-parallel one. The event loop deals out the jobs, by
 * messages, to threads that have reported that they are free: while the loop is blocked, no thread gets its next job
 * and nobody hears of what is done, however many threads are free by then (piscina's ThreadPool is of this kind, and so
 * is every pool on `worker_threads`, whose threads do not take jobs themselves).
 *
 * A data-parallel job is dealt to every thread; each takes the next item that nobody has taken, through shared memory.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import type { LaneKind, QueueKind } from "../../engine/trace.js";
import { wakeLatencyNs } from "../costs.js";
import { Instruction } from "../instructions.js";
import { noTask } from "../task-table.js";
import type { MessageReceiver } from "./async-handles.js";
import { jobCosts } from "./job-costs.js";
import type { NodeMachine } from "./machine.js";
import { PoolThread } from "./pool-thread.js";
import type { JobSource } from "./pool-thread.js";

/** A task's job: items not yet begun, and threads that have not yet reported the end of their share. */
interface Job {
  toBegin: number;
  shares: number;
}

/** For how long the code that posts messages, and its data, stay in the processor's caches. */
const warmNs = 1_000_000;

/** What a thread has: a task's job, or one of these. */
const Has = { nothing: -1, start: -2, started: -3 } as const;

export interface WorkerPoolOptions {
  readonly size: number;
  readonly name: string;
  readonly laneKind: LaneKind;
  readonly queueKind: QueueKind;
  /** Threads are started by the jobs that need them. */
  readonly cold: boolean;
  /** After how long a thread without a job ends, so that the next job starts one anew. */
  readonly keepAliveNs: number;
  /** Sends the loop a thread's message; `completed` is the task whose last share it reports, or `noTask`. */
  readonly send: (thread: number, completed: number) => void;
}

export class WorkerPool implements JobSource, MessageReceiver {
  readonly machine: NodeMachine;
  readonly options: WorkerPoolOptions;
  peakBusy = 0;
  peakQueue = 0;
  threadsStarted = 0;
  #postedNs = -Infinity;
  #busy = 0;
  #starting = 0;
  readonly #threads: PoolThread[] = [];
  /** For each thread, the task whose job it has, or another of `Has`. */
  readonly #has: Int32Array;
  /** Threads that have reported that they are free, and those that have not been started. */
  readonly #free = new IntegerQueue();
  /** Since when each is free. */
  readonly #freeSinceNs: Float64Array;
  readonly #notStarted = new IntegerQueue();
  /** Shares that no thread has: a task once for each. */
  readonly #waiting = new IntegerQueue();
  readonly #jobs = new Map<number, Job>();
  readonly #queue: number;

  constructor(machine: NodeMachine, options: WorkerPoolOptions) {
    this.machine = machine;
    this.options = options;
    const { cold, laneKind, name, queueKind, size } = options;
    this.#has = new Int32Array(size).fill(Has.nothing);
    this.#freeSinceNs = new Float64Array(size);
    this.#queue = machine.trace?.addQueue({ name, kind: queueKind, lane: -1 }) ?? -1;
    for (let index = 0; index < size; index++) {
      const lane = machine.trace?.addLane({ name: `${name} ${index}`, kind: laneKind }) ?? -1;
      this.#threads.push(machine.threads.add((id) => new PoolThread(id, lane, index, this)));
      (cold ? this.#notStarted : this.#free).pushBack(index);
    }
    if (!cold) this.threadsStarted = size;
  }

  /** Deals out the job at which the task stands, or queues it. Returns what that costs the loop, in nanoseconds. */
  submit(task: number): number {
    const { program, simulation, tasks, waits } = this.machine;
    const place = tasks.place[task];
    const parallel = program.code[place] === Instruction.parallel;
    const shares = parallel ? this.options.size : 1;
    this.#jobs.set(task, { toBegin: parallel ? program.count[place] : 1, shares });
    for (let share = 0; share < shares; share++) this.#waiting.pushBack(task);
    waits?.ready(task, simulation.now, false);
    waits?.queued(task, this.#queue, simulation.now);
    const costNs = this.#deal();
    this.peakQueue = Math.max(this.peakQueue, this.#waiting.length);
    return costNs;
  }

  /** The loop has a thread's message: it is free. Returns what dealing out the next job costs the loop. */
  received(thread: number): number {
    this.#freeSinceNs[thread] = this.machine.simulation.now;
    this.#free.pushBack(thread);
    return this.#deal();
  }

  awake(): void {
    // It was the loop's doing, which counts none of them.
  }

  startNs({ index }: PoolThread): number {
    if (this.#has[index] !== Has.start) return 0;
    this.#has[index] = Has.started;
    return this.machine.threads.costs.workerStartNs ?? jobCosts.startNs;
  }

  take({ index }: PoolThread): number {
    const task = this.#has[index];
    if (task === Has.started) {
      this.#has[index] = Has.nothing;
      this.#starting--;
      this.options.send(index, noTask);
      return noTask;
    }
    const { simulation, waits } = this.machine;
    const job = task === Has.nothing ? undefined : this.#jobs.get(task);
    if (job === undefined) return noTask;
    if (job.toBegin > 0) {
      job.toBegin--;
      waits?.started(task, simulation.now);
      this.#busy++;
      this.peakBusy = Math.max(this.peakBusy, this.#busy);
      return task;
    }
    this.#has[index] = Has.nothing;
    job.shares--;
    if (job.shares === 0) this.#jobs.delete(task);
    this.options.send(index, job.shares === 0 ? task : noTask);
    return noTask;
  }

  finish(): void {
    this.#busy--;
  }

  /** Records what the threads are in the middle of, at the end of the run. */
  flush(): void {
    for (const thread of this.#threads) thread.recordActivity();
  }

  /** Gives what waits to the threads that are free, and starts threads for the rest; returns what that costs the loop. */
  #deal(): number {
    const { latencies, simulation, threads, trace } = this.machine;
    let costNs = 0;
    this.#endIdle();
    while (this.#waiting.length > 0 && this.#free.length > 0) {
      const index = this.#free.popFront();
      this.#has[index] = this.#waiting.popFront();
      const at = simulation.now + costNs + jobCosts.messageNs + wakeLatencyNs(latencies);
      threads.wakeAt(this.#threads[index], at);
      costNs += this.#postNs(simulation.now + costNs);
    }
    while (this.#waiting.length > this.#starting && this.#notStarted.length > 0) {
      const index = this.#notStarted.popFront();
      this.#has[index] = Has.start;
      this.#starting++;
      this.threadsStarted++;
      const at = simulation.now + costNs + wakeLatencyNs(latencies);
      threads.wakeAt(this.#threads[index], at);
    }
    trace?.queueSize(this.#queue, simulation.now, this.#waiting.length);
    return costNs;
  }

  /** Ends the threads that have been free for too long. Looked at when a job needs one: until then nobody can tell. */
  #endIdle(): void {
    const freeBefore = this.machine.simulation.now - this.options.keepAliveNs;
    while (this.#free.length > 0 && this.#freeSinceNs[this.#free.at(0)] <= freeBefore) {
      this.#notStarted.pushBack(this.#free.popFront());
    }
  }

  #postNs(now: number): number {
    const costNs = now - this.#postedNs < warmNs ? jobCosts.nextPostNs : jobCosts.postNs;
    this.#postedNs = now;
    return costNs;
  }
}
