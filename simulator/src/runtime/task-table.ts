/**
 * All tasks of a run as columns, with the state that every runtime needs: where a task stands in its program, its
 * loops, its parent and children, and the instants from which latencies are computed. A runtime that needs more of a
 * task keeps a column of its own.
 */
import { Float64Column } from "../engine/columns.js";
import { DurationHistogram } from "../engine/histogram.js";
import type { Trace } from "../engine/trace.js";
import { Instruction } from "./instructions.js";
import type { TaskOutcome } from "./outcome.js";
import type { Program } from "./program.js";

/** How far a task is with what it awaits. */
export const Await = {
  /** It awaits nothing. */
  none: 0,
  /** Begun (its due time is set), but put off for lack of budget. */
  begun: 1,
  /** Registered: something will wake the task. */
  registered: 2,
  /** What it awaited has happened; the task has not seen it yet. */
  done: 3,
} as const;
export type Await = (typeof Await)[keyof typeof Await];

/** How a task ended that did not complete. */
export const Failure = { none: 0, panicked: 1, aborted: 2 } as const;
export type Failure = (typeof Failure)[keyof typeof Failure];

/** No task. */
export const noTask = -1;

/** Jumps of loops after which the clock gets a say. */
export const jumpsBetweenEvents = 10_000;

export class TaskTable {
  readonly program: Program;
  /** How long polls took, on Node.js callbacks with their microtasks. */
  readonly pollTimes = new DurationHistogram();
  /** How long tasks that could run waited to be polled. */
  readonly scheduleLatencies = new DurationHistogram();
  length = 0;
  completed = 0;
  /** When the last one completed that has not failed; NaN before. */
  #lastCompletedNs = NaN;

  /** The class: an index into the scenario's tasks. */
  classOf = new Int32Array(0);
  /** The instruction at which the task stands. */
  place = new Int32Array(0);
  /** `Await` */
  awaiting = new Uint8Array(0);
  /** `Failure` */
  failure = new Uint8Array(0);
  /** Bits whose meaning is the runtime's. */
  flags = new Uint8Array(0);
  /** The task's index among those of its class. */
  ordinal = new Int32Array(0);
  arrivalNs = new Float64Array(0);
  firstPollNs = new Float64Array(0);
  completedNs = new Float64Array(0);
  /** When it was last put where a thread will find it. */
  scheduledNs = new Float64Array(0);
  /** When the timer that it awaits is due, or the I/O done. */
  dueNs = new Float64Array(0);
  /** The task that spawned it, or -1. */
  parent = new Int32Array(0);
  /** Of the tasks that it spawned: the first that it has not joined, and the last. */
  firstChild = new Int32Array(0);
  lastChild = new Int32Array(0);
  nextSibling = new Int32Array(0);

  #slots = new Float64Array(0);
  #capacity = 0;
  #jumps = 0;
  readonly #arrived: Int32Array;
  readonly #lateness: Float64Column[];

  constructor(program: Program, expectedTasks: number) {
    this.program = program;
    this.#arrived = new Int32Array(program.entry.length);
    this.#lateness = Array.from(program.entry, () => new Float64Column());
    this.#grow(Math.max(16, expectedTasks));
  }

  /** Adds a task that has just arrived, or that `parent` (or -1) has just spawned; returns its index. */
  add(classIndex: number, now: number, parent: number): number {
    if (this.length === this.#capacity) this.#grow(this.#capacity * 2);
    const task = this.length++;
    this.classOf[task] = classIndex;
    this.place[task] = this.program.entry[classIndex];
    this.ordinal[task] = this.#arrived[classIndex]++;
    this.arrivalNs[task] = now;
    this.firstPollNs[task] = NaN;
    this.completedNs[task] = NaN;
    this.scheduledNs[task] = now;
    this.parent[task] = parent;
    this.firstChild[task] = noTask;
    this.lastChild[task] = noTask;
    this.nextSibling[task] = noTask;
    if (parent !== noTask) this.#append(parent, task);
    return task;
  }

  /** A task has ended: as its steps do, or as `failure` says. */
  complete(task: number, now: number): void {
    this.completedNs[task] = now;
    if (this.failure[task] === Failure.none) this.#lastCompletedNs = now;
    this.completed++;
  }

  /** When the last task completed that has not failed; the end of the run where none has. */
  makespanNs(endNs: number): number {
    return Number.isNaN(this.#lastCompletedNs) ? endNs : this.#lastCompletedNs;
  }

  /** Whether it has ended, in whatever way. */
  isComplete(task: number): boolean {
    return this.completedNs[task] === this.completedNs[task];
  }

  /** Whether its parent has joined it. */
  isJoined(task: number): boolean {
    const parent = this.parent[task];
    if (parent === noTask) return false;
    let child = this.firstChild[parent];
    while (child !== noTask && child !== task) child = this.nextSibling[child];
    return child === noTask;
  }

  /** Takes the first of the tasks that `task` spawned off the list of those that it has yet to join. */
  joined(task: number): void {
    this.firstChild[task] = this.nextSibling[this.firstChild[task]];
    if (this.firstChild[task] === noTask) this.lastChild[task] = noTask;
  }

  slot(task: number, slot: number): number {
    return this.#slots[task * this.program.slots + slot];
  }

  setSlot(task: number, slot: number, value: number): void {
    this.#slots[task * this.program.slots + slot] = value;
  }

  /** Records how long after its due time the timer that `task` awaited was acted on. */
  recordLateness(task: number, latenessNs: number): void {
    this.#lateness[this.classOf[task]].push(latenessNs);
  }

  /**
   * Follows the control flow from where the task stands to the next instruction that means something to a runtime,
   * and returns it. Every so many jumps it returns `loopEnd`, for the runtime to let an event pass: that is how a loop
   * in which nothing takes time still reaches the limit of a run.
   */
  nextInstruction(task: number): Instruction {
    const { code, slot, count, target } = this.program;
    let at = this.place[task];
    for (;;) {
      const instruction = code[at] as Instruction;
      if (instruction === Instruction.loopBegin) {
        this.setSlot(task, slot[at], count[at]);
        at++;
      } else if (instruction === Instruction.loopEnd) {
        if (++this.#jumps > jumpsBetweenEvents) {
          this.#jumps = 0;
          this.place[task] = at;
          return instruction;
        }
        const left = this.slot(task, slot[at]) - 1;
        this.setSlot(task, slot[at], left);
        at = left > 0 ? target[at] : at + 1;
      } else {
        this.place[task] = at;
        return instruction;
      }
    }
  }

  /** The columns of a trace. */
  traceColumns(): Trace["tasks"] {
    return {
      length: this.length,
      name: this.classOf.subarray(0, this.length),
      arrivalNs: this.arrivalNs.subarray(0, this.length),
      firstPollNs: this.firstPollNs.subarray(0, this.length),
      completedNs: this.completedNs.subarray(0, this.length),
    };
  }

  /** The samples of each class, in the order of the scenario's tasks. */
  outcomes(): TaskOutcome[] {
    const samples = Array.from(this.#arrived, (arrived) => new Samples(arrived));
    for (let task = 0; task < this.length; task++) {
      samples[this.classOf[task]].add(
        this.arrivalNs[task],
        this.firstPollNs[task],
        this.completedNs[task],
        this.failure[task] as Failure,
      );
    }
    return samples.map((of, index) => ({
      name: this.program.classNames[index],
      arrived: of.arrived,
      completed: of.completed,
      panicked: of.panicked,
      aborted: of.aborted,
      latencyNs: of.latencyNs.subarray(0, of.completed),
      startDelayNs: of.startDelayNs.subarray(0, of.started),
      latenessNs: this.#lateness[index].values(),
      arrivalNs: of.arrivalNs,
      completedNs: of.completedNs,
    }));
  }

  #append(parent: number, child: number): void {
    const last = this.lastChild[parent];
    if (last === noTask) this.firstChild[parent] = child;
    else this.nextSibling[last] = child;
    this.lastChild[parent] = child;
  }

  #grow(capacity: number): void {
    this.#capacity = capacity;
    this.classOf = widen(new Int32Array(capacity), this.classOf);
    this.place = widen(new Int32Array(capacity), this.place);
    this.awaiting = widen(new Uint8Array(capacity), this.awaiting);
    this.failure = widen(new Uint8Array(capacity), this.failure);
    this.flags = widen(new Uint8Array(capacity), this.flags);
    this.ordinal = widen(new Int32Array(capacity), this.ordinal);
    this.arrivalNs = widen(new Float64Array(capacity), this.arrivalNs);
    this.firstPollNs = widen(new Float64Array(capacity), this.firstPollNs);
    this.completedNs = widen(new Float64Array(capacity), this.completedNs);
    this.scheduledNs = widen(new Float64Array(capacity), this.scheduledNs);
    this.dueNs = widen(new Float64Array(capacity), this.dueNs);
    this.parent = widen(new Int32Array(capacity), this.parent);
    this.firstChild = widen(new Int32Array(capacity), this.firstChild);
    this.lastChild = widen(new Int32Array(capacity), this.lastChild);
    this.nextSibling = widen(new Int32Array(capacity), this.nextSibling);
    this.#slots = widen(new Float64Array(capacity * this.program.slots), this.#slots);
  }
}

/** The samples of one class. */
class Samples {
  arrived = 0;
  started = 0;
  completed = 0;
  panicked = 0;
  aborted = 0;
  readonly latencyNs: Float64Array;
  readonly startDelayNs: Float64Array;
  readonly arrivalNs: Float64Array;
  readonly completedNs: Float64Array;

  constructor(tasks: number) {
    this.latencyNs = new Float64Array(tasks);
    this.startDelayNs = new Float64Array(tasks);
    this.arrivalNs = new Float64Array(tasks);
    this.completedNs = new Float64Array(tasks);
  }

  /** NaN: it was not polled, or has not completed. */
  add(arrivalNs: number, firstPollNs: number, completedNs: number, failure: Failure): void {
    this.arrivalNs[this.arrived] = arrivalNs;
    this.completedNs[this.arrived++] = completedNs;
    if (!Number.isNaN(firstPollNs)) this.startDelayNs[this.started++] = firstPollNs - arrivalNs;
    if (failure === Failure.panicked) this.panicked++;
    else if (failure === Failure.aborted) this.aborted++;
    else if (!Number.isNaN(completedNs)) this.latencyNs[this.completed++] = completedNs - arrivalNs;
  }
}

function widen<Column extends Float64Array | Int32Array | Uint8Array>(
  to: Column,
  from: Column,
): Column {
  to.set(from);
  return to;
}
