/** A thread of a pool beside an event loop: it asks its pool for jobs, one after the other, and sleeps without. */
import { SegmentState } from "../../engine/trace.js";
import { computeNs, sleepNs } from "../costs.js";
import { Instruction } from "../instructions.js";
import { OsThread } from "../os-thread.js";
import { durationOf } from "../program.js";
import { jumpsBetweenEvents, noTask } from "../task-table.js";
import type { NodeMachine } from "./machine.js";

/** Where a thread's jobs come from. */
export interface JobSource {
  readonly machine: NodeMachine;
  /** A thread that was asleep is awake. */
  awake(): void;
  /** What a thread computes before it asks for its first job, in nanoseconds; 0 from then on. */
  startNs(thread: PoolThread): number;
  /** Takes the next job for a thread; `noTask`: there is none, and the thread sleeps until it is woken. */
  take(thread: PoolThread): number;
  /** A thread is done with a job, or with one item of it. */
  finish(task: number): void;
}

export class PoolThread extends OsThread {
  readonly index: number;
  readonly #pool: JobSource;
  #asleep = true;
  #task = noTask;
  /** Jobs of more than one instruction: a closure. */
  #inClosure = false;
  #state: SegmentState = SegmentState.running;
  #sinceNs = NaN;
  #location = -1;

  constructor(id: number, lane: number, index: number, pool: JobSource) {
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
        const startNs = this.#pool.startNs(this);
        if (startNs > 0 && !this.#pool.machine.threads.spend(this, startNs)) return;
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
          this.#pool.machine.simulation.countTurns(jumpsBetweenEvents);
          if (!threads.spend(this, 1)) return false;
          break;
        case Instruction.panic:
          // What a closure throws is sent to the loop in its result's place; the thread lives on.
          tasks.place[task] = program.target[place];
          return true;
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
