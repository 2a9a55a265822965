/**
 * A pool for data parallelism as rayon has it (rayon-core 1.10): each thread pushes and pops jobs at the back of a deque
 * of its own, idle threads steal one at a time from the front. A range of items is split in halves, and a half that was
 * stolen is split again, so that uneven items even out.
 */
import { Queue } from "../engine/queue.js";
import type { Random } from "../engine/random.js";
import type { Simulation } from "../engine/simulation.js";
import { SegmentState } from "../engine/trace.js";
import type { TraceBuffer } from "../engine/trace-buffer.js";
import {
  computeNs,
  notifyNs,
  parallelJobNs,
  parallelNoticeNs,
  parallelSpinNs,
  wakeLatencyNs,
} from "./costs.js";
import { OsThread } from "./os-thread.js";
import type { Threads } from "./threads.js";
import type { Waits } from "./waits.js";

/** The machine that the pool's threads run on. */
export interface ParallelMachine {
  readonly simulation: Simulation;
  readonly threads: Threads;
  readonly latencies: Random;
  readonly interrupts: Random;
  readonly trace: TraceBuffer | null;
  readonly waits: Waits | null;
}

export interface ParallelPoolOptions {
  readonly threads: number;
  /** Draws where thieves begin. */
  readonly random: Random;
  /** All items of a task are done; returns what telling it costs the thread, in nanoseconds. */
  readonly done: (task: number) => number;
}

/** What a task has submitted. */
interface Batch {
  readonly task: number;
  readonly location: number;
  /** The time of the items before each, and of all. */
  readonly workBeforeNs: readonly number[];
  /** The item that panics; -1: none does. */
  readonly panicAt: number;
}

/** A range of a batch's items, as something to run (rayon's job). */
interface Job {
  readonly batch: Batch;
  readonly first: number;
  readonly end: number;
  readonly isRoot: boolean;
  /** How often it may still be split (plumbing/mod.rs: Splitter). */
  splits: number;
  done: boolean;
  /** The thread that waits for it. */
  waiter: ParallelThread | null;
}

/** A call of rayon's `join`, or of a leaf, on a thread's stack. */
interface Frame {
  readonly job: Job;
  readonly migrated: boolean;
  stage: Stage;
  right: Job | null;
}

const Stage = { begin: 0, leftDone: 1, complete: 2 } as const;
type Stage = (typeof Stage)[keyof typeof Stage];

const Rest = { awake: 0, spinning: 1, sleeping: 2 } as const;
type Rest = (typeof Rest)[keyof typeof Rest];

class ParallelThread extends OsThread {
  readonly pool: DataParallelPool;
  readonly index: number;
  readonly deque = new Queue<Job>();
  readonly frames: Frame[] = [];
  rest: Rest = Rest.sleeping;
  /** Counted as inactive: looks for work, or sleeps. */
  inactive = true;
  spinUntilNs = 0;
  computingSinceNs = -1;

  constructor(id: number, lane: number, pool: DataParallelPool, index: number) {
    super(id, lane);
    this.pool = pool;
    this.index = index;
  }

  override resume(): void {
    this.pool.resume(this);
  }

  override finish(): void {
    if (this.computingSinceNs >= 0) this.pool.endComputing(this);
  }
}

export class DataParallelPool {
  readonly #machine: ParallelMachine;
  readonly #options: ParallelPoolOptions;
  readonly #threads: ParallelThread[];
  readonly #injector = new Queue<Job>();
  readonly #queueId: number;
  #sleeping: number;
  #inactive: number;

  constructor(machine: ParallelMachine, options: ParallelPoolOptions) {
    this.#machine = machine;
    this.#options = options;
    this.#threads = Array.from({ length: options.threads }, (_, index) => {
      const lane = machine.trace?.addLane({ name: `parallel ${index}`, kind: "parallel" }) ?? -1;
      return machine.threads.add((id) => new ParallelThread(id, lane, this, index));
    });
    this.#sleeping = options.threads;
    this.#inactive = options.threads;
    this.#queueId =
      machine.trace?.addQueue({ name: "parallel injector", kind: "parallel", lane: -1 }) ?? -1;
  }

  /**
   * Submits the items of a task from outside the pool; `durationNs` is called once for each. Item `panicAt` panics (-1:
   * none does). Returns what that costs the calling thread.
   */
  submit(
    task: number,
    location: number,
    items: number,
    panicAt: number,
    durationNs: () => number,
  ): number {
    // A plain array: many tasks with a few items each are common, and a typed one costs 100 bytes more.
    const workBeforeNs = new Array<number>(items + 1);
    workBeforeNs[0] = 0;
    for (let item = 0; item < items; item++) {
      workBeforeNs[item + 1] = workBeforeNs[item] + durationNs();
    }
    const batch: Batch = { task, location, workBeforeNs, panicAt };
    const wasEmpty = this.#injector.length === 0;
    const splits = this.#options.threads;
    this.#injector.pushBack(newJob(batch, 0, items, splits, true));
    const { simulation, waits } = this.#machine;
    waits?.closureQueued(task, this.#queueId, simulation.now);
    this.#sampleInjector();
    return parallelJobNs + this.#newJobs(wasEmpty);
  }

  resume(thread: ParallelThread): void {
    for (;;) {
      const cost = this.#step(thread);
      if (cost < 0) return;
      if (cost > 0 && !this.#machine.threads.spend(thread, cost)) return;
    }
  }

  /** Goes one step on. Returns what that costs; below 0 when the thread computes or rests. */
  #step(thread: ParallelThread): number {
    if (thread.computingSinceNs >= 0) this.endComputing(thread);
    const frame = thread.frames.at(-1);
    if (frame === undefined) return this.#findWork(thread, null);
    switch (frame.stage) {
      case Stage.begin:
        return this.#begin(thread, frame);
      case Stage.leftDone:
        return this.#leftDone(thread, frame);
      case Stage.complete:
        return this.#complete(thread, frame);
    }
  }

  /** plumbing/mod.rs: bridge_producer_consumer's helper. */
  #begin(thread: ParallelThread, frame: Frame): number {
    const { job } = frame;
    const { batch, first, end } = job;
    const length = end - first;
    if (length >= 2 && this.#maySplit(job, frame.migrated)) {
      const middle = first + Math.floor(length / 2);
      const { splits } = job;
      const right = newJob(batch, middle, end, splits, false);
      const wasEmpty = thread.deque.length === 0;
      frame.right = right;
      frame.stage = Stage.leftDone;
      thread.deque.pushBack(right);
      thread.frames.push(newFrame(newJob(batch, first, middle, splits, false), false));
      return parallelJobNs + this.#newJobs(wasEmpty);
    }
    frame.stage = Stage.complete;
    let work = 0;
    // A panic unwinds this loop over items, and none but this: join waits for its other half first (join_recover_from_panic).
    const panics = first <= batch.panicAt && batch.panicAt < end;
    const last = panics ? batch.panicAt + 1 : end;
    for (let item = first; item < last; item++) {
      const length = batch.workBeforeNs[item + 1] - batch.workBeforeNs[item];
      work += computeNs(length, this.#machine.interrupts);
    }
    thread.computingSinceNs = this.#machine.simulation.now;
    return this.#machine.threads.spend(thread, work) ? 0 : -1;
  }

  #maySplit(job: Job, migrated: boolean): boolean {
    if (migrated) {
      job.splits = Math.max(this.#options.threads, job.splits >> 1);
      return true;
    }
    if (job.splits === 0) return false;
    job.splits >>= 1;
    return true;
  }

  /** join/mod.rs: the left half is done; the right one is still there to be popped, or was stolen. */
  #leftDone(thread: ParallelThread, frame: Frame): number {
    const { right } = frame;
    if (right === null || right.done) {
      frame.stage = Stage.complete;
      return this.#workFound(thread);
    }
    const job = thread.deque.popBack();
    if (job === undefined) return this.#findWork(thread, right);
    if (job === right) frame.stage = Stage.complete;
    thread.frames.push(newFrame(job, job !== right));
    return parallelJobNs;
  }

  #complete(thread: ParallelThread, frame: Frame): number {
    const { job } = frame;
    thread.frames.pop();
    job.done = true;
    const { waiter } = job;
    if (job.isRoot) return this.#options.done(job.batch.task);
    return waiter === null ? 0 : this.#wake(waiter);
  }

  /** registry.rs: wait_until. Steals and looks into the injector, then rests until there is work or the latch is set. */
  #findWork(thread: ParallelThread, latch: Job | null): number {
    const { simulation, threads } = this.#machine;
    if (!thread.inactive) {
      thread.inactive = true;
      this.#inactive++;
      thread.spinUntilNs = simulation.now + parallelSpinNs;
    }
    const job = this.#steal(thread) ?? this.#popInjector();
    if (job !== undefined) {
      thread.frames.push(newFrame(job, !job.isRoot));
      return parallelJobNs + this.#workFound(thread);
    }
    if (latch !== null) latch.waiter = thread;
    if (simulation.now < thread.spinUntilNs) {
      thread.rest = Rest.spinning;
      threads.wakeAt(thread, thread.spinUntilNs);
    } else {
      thread.rest = Rest.sleeping;
      this.#sleeping++;
      threads.wait(thread);
    }
    return -1;
  }

  #steal(thread: ParallelThread): Job | undefined {
    const { simulation, trace } = this.#machine;
    const start = this.#options.random.below(this.#threads.length);
    for (let step = 0; step < this.#threads.length; step++) {
      const victim = this.#threads[(start + step) % this.#threads.length];
      const job = victim.deque.popFront();
      if (job === undefined) continue;
      trace?.steal(simulation.now, victim.lane, thread.lane, 1);
      return job;
    }
    return undefined;
  }

  #popInjector(): Job | undefined {
    const job = this.#injector.popFront();
    if (job === undefined) return undefined;
    const { simulation, waits } = this.#machine;
    waits?.closureStarted(job.batch.task, simulation.now);
    this.#sampleInjector();
    return job;
  }

  /** sleep/mod.rs: whoever stops being idle wakes up to two of those who sleep. Returns the cost. */
  #workFound(thread: ParallelThread): number {
    thread.rest = Rest.awake;
    if (!thread.inactive) return 0;
    thread.inactive = false;
    this.#inactive--;
    return this.#wakeAny(Math.min(this.#sleeping, 2));
  }

  /** sleep/mod.rs: new_jobs, for one job. Returns the cost. */
  #newJobs(queueWasEmpty: boolean): number {
    const { simulation, threads } = this.#machine;
    for (const thread of this.#threads) {
      if (thread.rest !== Rest.spinning) continue;
      threads.wakeAt(thread, simulation.now + parallelNoticeNs);
    }
    if (this.#sleeping === 0) return 0;
    const awakeButIdle = this.#inactive - this.#sleeping;
    return !queueWasEmpty || awakeButIdle < 1 ? this.#wakeAny(1) : 0;
  }

  /** Wakes sleeping threads, those of the lowest index first. Returns the cost. */
  #wakeAny(count: number): number {
    let cost = 0;
    let left = count;
    for (const thread of this.#threads) {
      if (left === 0) break;
      if (thread.rest !== Rest.sleeping) continue;
      cost += this.#wake(thread);
      left--;
    }
    return cost;
  }

  #wake(thread: ParallelThread): number {
    const { latencies, simulation, threads } = this.#machine;
    if (thread.rest === Rest.awake) return 0;
    if (thread.rest === Rest.spinning) {
      threads.wakeAt(thread, simulation.now + parallelNoticeNs);
      return 0;
    }
    this.#sleeping--;
    thread.rest = Rest.awake;
    thread.spinUntilNs = simulation.now + parallelSpinNs;
    threads.wakeAt(thread, simulation.now + wakeLatencyNs(latencies));
    return notifyNs(threads.costs.notifyNs, latencies);
  }

  /** Records what the thread has computed. */
  endComputing(thread: ParallelThread): void {
    const { simulation, trace } = this.#machine;
    const batch = thread.frames.at(-1)?.job.batch;
    trace?.segment(
      thread.lane,
      thread.computingSinceNs,
      simulation.now,
      SegmentState.running,
      batch?.task ?? -1,
      batch?.location ?? -1,
      false,
    );
    thread.computingSinceNs = -1;
  }

  #sampleInjector(): void {
    const { simulation, trace } = this.#machine;
    trace?.queueSize(this.#queueId, simulation.now, this.#injector.length);
  }
}

function newJob(batch: Batch, first: number, end: number, splits: number, isRoot: boolean): Job {
  return { batch, first, end, isRoot, splits, done: false, waiter: null };
}

function newFrame(job: Job, migrated: boolean): Frame {
  return { job, migrated, stage: Stage.begin, right: null };
}
