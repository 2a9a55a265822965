/**
 * libuv's pool of threads (threadpool.c): first in first out, shared by whatever the process asks of it. A job is a task
 * of the loop, which awaits it. libuv starts all its threads at first use; here they run from the start.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import { wakeLatencyNs } from "../costs.js";
import { noTask } from "../task-table.js";
import type { NodeMachine } from "./machine.js";
import { PoolThread } from "./pool-thread.js";
import type { JobSource } from "./pool-thread.js";

/** Stands in the queue for all slow operations that wait (threadpool.c: run_slow_work_message). */
const slowMarker = -2;

export interface ThreadPoolOptions {
  readonly size: number;
  readonly name: string;
  /** Called on one of the pool's threads when a task's job is done. */
  readonly done: (task: number) => void;
}

export class ThreadPool implements JobSource {
  readonly machine: NodeMachine;
  readonly options: ThreadPoolOptions;
  readonly threadsStarted: number;
  peakBusy = 0;
  peakQueue = 0;
  /** Threads with a job, and threads on their way to one. */
  #busy = 0;
  #waking = 0;
  readonly #threads: PoolThread[] = [];
  readonly #idle = new IntegerQueue();
  readonly #jobs = new IntegerQueue();
  /** Slow operations that wait, and how many run: at most half of the threads, rounded up (threadpool.c). */
  readonly #slowJobs = new IntegerQueue();
  readonly #mostSlow: number;
  #slowRunning = 0;
  readonly #queue: number;

  constructor(machine: NodeMachine, options: ThreadPoolOptions) {
    this.machine = machine;
    this.options = options;
    this.threadsStarted = options.size;
    this.#mostSlow = Math.floor((options.size + 1) / 2);
    this.#queue = machine.trace?.addQueue({ name: options.name, kind: "libuv", lane: -1 }) ?? -1;
    for (let index = 0; index < options.size; index++) {
      const name = `${options.name} ${index}`;
      const lane = machine.trace?.addLane({ name, kind: "libuv" }) ?? -1;
      this.#threads.push(machine.threads.add((id) => new PoolThread(id, lane, index, this)));
      this.#idle.pushBack(index);
    }
  }

  /** Queues the job at which the task stands. */
  submit(task: number): void {
    const { simulation, waits } = this.machine;
    if (this.#isSlow(task)) {
      this.#slowJobs.pushBack(task);
      if (this.#slowJobs.length === 1) this.#jobs.pushBack(slowMarker);
    } else this.#jobs.pushBack(task);
    const waiting = this.#jobs.length + Math.max(0, this.#slowJobs.length - 1);
    this.peakQueue = Math.max(this.peakQueue, waiting - this.#idle.length - this.#waking);
    waits?.ready(task, simulation.now, false);
    waits?.queued(task, this.#queue, simulation.now);
    this.#sampleQueue();
    this.#wakeIdle();
  }

  /** Wakes a thread that sleeps, if any does. */
  #wakeIdle(): void {
    if (this.#idle.length === 0) return;
    const { latencies, simulation, threads } = this.machine;
    this.#waking++;
    const thread = this.#threads[this.#idle.popFront()];
    threads.wakeAt(thread, simulation.now + wakeLatencyNs(latencies));
  }

  awake(): void {
    this.#waking--;
  }

  startNs(): number {
    return 0;
  }

  take(thread: PoolThread): number {
    const { simulation, waits } = this.machine;
    if (!this.#hasJob()) {
      this.#idle.pushBack(thread.index);
      return noTask;
    }
    const task = this.#jobs.at(0) === slowMarker ? this.#takeSlow() : this.#jobs.popFront();
    this.#sampleQueue();
    waits?.started(task, simulation.now);
    this.#busy++;
    this.peakBusy = Math.max(this.peakBusy, this.#busy);
    return task;
  }

  finish(task: number): void {
    this.#busy--;
    if (this.#isSlow(task)) this.#slowRunning--;
    this.options.done(task);
  }

  /** Records what the threads are in the middle of, at the end of the run. */
  flush(): void {
    for (const thread of this.#threads) thread.recordActivity();
  }

  /** Whether the queue's head is something to run; slow operations that may not are put behind the others. */
  #hasJob(): boolean {
    if (this.#jobs.length === 0) return false;
    if (this.#jobs.at(0) !== slowMarker || this.#slowRunning < this.#mostSlow) return true;
    if (this.#jobs.length === 1) return false;
    this.#jobs.pushBack(this.#jobs.popFront());
    return true;
  }

  /** The next slow operation; if more wait, so does the marker, at the queue's end. */
  #takeSlow(): number {
    this.#jobs.popFront();
    this.#slowRunning++;
    const task = this.#slowJobs.popFront();
    if (this.#slowJobs.length > 0) {
      this.#jobs.pushBack(slowMarker);
      this.#wakeIdle();
    }
    return task;
  }

  #isSlow(task: number): boolean {
    const { program, tasks } = this.machine;
    const place = tasks.place[task];
    return program.count[place] === 1;
  }

  #sampleQueue(): void {
    const { simulation, trace } = this.machine;
    trace?.queueSize(this.#queue, simulation.now, this.#jobs.length);
  }
}
