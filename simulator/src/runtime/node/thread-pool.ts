/**
 * Pools of threads beside an event loop, first in first out: libuv's, the workers' of `spawnBlocking`, and those of
 * the data-parallel pool. A job is a task of the loop, which awaits it.
 *
 * All threads have been started (libuv starts them at first use, pools of workers when they are made): a worker's
 * start, some 20 ms (docs/performance.md), is not part of a job.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import { SegmentState } from "../../engine/trace.js";
import type { LaneKind, QueueKind } from "../../engine/trace.js";
import { computeNs, sleepNs, wakeLatencyNs } from "../costs.js";
import { Instruction } from "../instructions.js";
import { OsThread } from "../os-thread.js";
import { durationOf } from "../program.js";
import { noTask } from "../task-table.js";
import { jobCosts } from "./job-costs.js";
import type { NodeMachine } from "./machine.js";

/** Stands in the queue for all slow operations that wait (threadpool.c: run_slow_work_message). */
const slowMarker = -2;

/** Jobs of `parallel` steps: the items not yet begun, and those not yet done. */
interface Items {
  toBegin: number;
  toFinish: number;
}

export interface ThreadPoolOptions {
  readonly size: number;
  readonly name: string;
  readonly laneKind: LaneKind;
  readonly queueKind: QueueKind;
  /** Whether a job arrives as a message to a worker rather than through shared memory. */
  readonly byMessage: boolean;
  /** Called on one of the pool's threads when a task's job is done. */
  readonly done: (task: number) => void;
}

export class ThreadPool {
  readonly machine: NodeMachine;
  readonly options: ThreadPoolOptions;
  peakBusy = 0;
  peakQueue = 0;
  /** Threads with a job, and threads on their way to one. */
  #busy = 0;
  #waking = 0;
  readonly #threads: PoolThread[] = [];
  readonly #idle = new IntegerQueue();
  readonly #jobs = new IntegerQueue();
  readonly #items = new Map<number, Items>();
  /** Slow operations that wait, and how many run: at most half of the threads, rounded up (threadpool.c). */
  readonly #slowJobs = new IntegerQueue();
  readonly #mostSlow: number;
  #slowRunning = 0;
  readonly #queue: number;

  constructor(machine: NodeMachine, options: ThreadPoolOptions) {
    this.machine = machine;
    this.options = options;
    this.#mostSlow = Math.floor((options.size + 1) / 2);
    this.#queue =
      machine.trace?.addQueue({ name: options.name, kind: options.queueKind, lane: -1 }) ?? -1;
    for (let index = 0; index < options.size; index++) {
      const name = `${options.name} ${index}`;
      const lane = machine.trace?.addLane({ name, kind: options.laneKind }) ?? -1;
      this.#threads.push(machine.threads.add((id) => new PoolThread(id, lane, index, this)));
      this.#idle.pushBack(index);
    }
  }

  /** Queues the job at which the task stands. */
  submit(task: number): void {
    const { program, simulation, tasks, waits } = this.machine;
    const place = tasks.place[task];
    const count = program.code[place] === Instruction.parallel ? program.count[place] : 1;
    this.#items.set(task, { toBegin: count, toFinish: count });
    if (this.#isSlow(task)) {
      this.#slowJobs.pushBack(task);
      if (this.#slowJobs.length === 1) this.#jobs.pushBack(slowMarker);
    } else this.#jobs.pushBack(task);
    const waiting = this.#jobs.length + Math.max(0, this.#slowJobs.length - 1);
    this.peakQueue = Math.max(this.peakQueue, waiting - this.#idle.length - this.#waking);
    waits?.ready(task, simulation.now, false);
    waits?.queued(task, this.#queue, simulation.now);
    this.#sampleQueue();
    this.#wakeIdle(Math.min(count, this.#idle.length), this.options.byMessage);
  }

  #wakeIdle(count: number, byMessage: boolean): void {
    const { simulation } = this.machine;
    for (let wanted = count; wanted > 0; wanted--) {
      const thread = this.#threads[this.#idle.popFront()];
      const latency = wakeLatencyNs(this.machine.latencies);
      this.#waking++;
      const message = byMessage ? jobCosts.messageNs : 0;
      this.machine.threads.wakeAt(thread, simulation.now + latency + message);
    }
  }

  /** A thread that was asleep is awake. */
  awake(): void {
    this.#waking--;
  }

  /** Takes the next job for a thread, or puts it to sleep and returns -1. */
  take(thread: PoolThread): number {
    const { simulation, waits } = this.machine;
    if (!this.#hasJob()) {
      this.#idle.pushBack(thread.index);
      return noTask;
    }
    const task = this.#jobs.at(0) === slowMarker ? this.#takeSlow() : this.#jobs.at(0);
    const items = this.#itemsOf(task);
    waits?.started(task, simulation.now);
    if (--items.toBegin === 0 && this.#jobs.length > 0 && this.#jobs.at(0) === task) {
      this.#jobs.popFront();
      this.#sampleQueue();
    }
    this.#busy++;
    this.peakBusy = Math.max(this.peakBusy, this.#busy);
    return task;
  }

  /** A thread is done with a job, or with one item of it. */
  finish(task: number): void {
    this.#busy--;
    if (this.#isSlow(task)) this.#slowRunning--;
    const items = this.#itemsOf(task);
    if (--items.toFinish > 0) return;
    this.#items.delete(task);
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
      this.#wakeIdle(Math.min(1, this.#idle.length), false);
    }
    this.#sampleQueue();
    return task;
  }

  #isSlow(task: number): boolean {
    const { program, tasks } = this.machine;
    const place = tasks.place[task];
    return program.code[place] === Instruction.threadpool && program.count[place] === 1;
  }

  #itemsOf(task: number): Items {
    const items = this.#items.get(task);
    if (items === undefined) throw new Error(`task ${task} has no job in ${this.options.name}`);
    return items;
  }

  #sampleQueue(): void {
    const { simulation, trace } = this.machine;
    trace?.queueSize(this.#queue, simulation.now, this.#jobs.length);
  }
}

class PoolThread extends OsThread {
  readonly index: number;
  readonly #pool: ThreadPool;
  #asleep = true;
  #task = noTask;
  /** Jobs of more than one instruction: a closure. */
  #inClosure = false;
  #state: SegmentState = SegmentState.running;
  #sinceNs = NaN;
  #location = -1;

  constructor(id: number, lane: number, index: number, pool: ThreadPool) {
    super(id, lane);
    this.index = index;
    this.#pool = pool;
  }

  override resume(): void {
    this.recordActivity();
    if (this.#asleep) {
      this.#asleep = false;
      this.#pool.awake();
    }
    for (;;) {
      if (this.#task === noTask) {
        this.#task = this.#pool.take(this);
        this.#asleep = this.#task === noTask;
        if (this.#asleep) {
          this.#pool.machine.threads.wait(this);
          return;
        }
        if (!this.#begin()) return;
      }
      if (this.#inClosure && !this.#continueClosure()) return;
      const task = this.#task;
      this.#task = noTask;
      this.#pool.finish(task);
    }
  }

  recordActivity(): void {
    const { simulation, trace } = this.#pool.machine;
    if (Number.isNaN(this.#sinceNs)) return;
    const { now } = simulation;
    trace?.segment(this.lane, this.#sinceNs, now, this.#state, this.#task, this.#location, false);
    this.#sinceNs = NaN;
  }

  /** Begins the job; true: already over, or a closure to go on with. */
  #begin(): boolean {
    const { durations, program, tasks } = this.#pool.machine;
    const place = tasks.place[this.#task];
    this.#location = program.location[place];
    this.#inClosure = false;
    switch (program.code[place] as Instruction) {
      case Instruction.threadpool:
        return this.#block(durationOf(program, place, durations));
      case Instruction.parallel:
        return this.#compute(durationOf(program, place, durations));
      default:
        this.#inClosure = true;
        return true;
    }
  }

  /** Runs the closure on; true: it has ended. */
  #continueClosure(): boolean {
    const { durations, program, tasks, threads } = this.#pool.machine;
    const task = this.#task;
    for (;;) {
      const instruction = tasks.nextInstruction(task);
      const place = tasks.place[task];
      this.#location = program.location[place];
      switch (instruction) {
        case Instruction.cpu:
          tasks.place[task]++;
          if (!this.#compute(durationOf(program, place, durations))) return false;
          break;
        case Instruction.block:
          tasks.place[task]++;
          if (!this.#block(durationOf(program, place, durations))) return false;
          break;
        case Instruction.loopEnd:
          if (!threads.spend(this, 1)) return false;
          break;
        default:
          return true;
      }
    }
  }

  #compute(workNs: number): boolean {
    const { interrupts, threads } = this.#pool.machine;
    if (workNs === 0) return true;
    this.#enter(SegmentState.running);
    if (!threads.spend(this, computeNs(workNs, interrupts))) return false;
    this.recordActivity();
    return true;
  }

  #block(lengthNs: number): boolean {
    const { latencies, threads } = this.#pool.machine;
    if (lengthNs === 0) return true;
    this.#enter(SegmentState.blocked);
    if (!threads.sleep(this, sleepNs(lengthNs, latencies))) return false;
    this.recordActivity();
    return true;
  }

  #enter(state: SegmentState): void {
    this.#state = state;
    this.#sinceNs = this.#pool.machine.simulation.now;
  }
}
