/** Follows each task from the instant at which it could run to the one at which it does, for the trace. */
import { Float64Column, Int32Column, Uint8Column } from "../engine/columns.js";
import type { Simulation } from "../engine/simulation.js";
import type { TraceBuffer } from "../engine/trace-buffer.js";

/** What of a task waits. */
const Waiting = { nothing: 0, poll: 1, closure: 2 } as const;

export class Waits {
  readonly #trace: TraceBuffer;
  readonly #simulation: Simulation;
  /** `Waiting` */
  readonly #waiting = new Uint8Column();
  readonly #readyNs = new Float64Column();
  readonly #queuedNs = new Float64Column();
  readonly #placedNs = new Float64Column();
  readonly #queue = new Int32Column();
  readonly #timer = new Uint8Column();
  /** The queue in which the task stands to be polled, or -1. */
  readonly #stands = new Int32Column();
  /** 1 while it stands there although it can't run: it was woken for nothing. */
  readonly #empty = new Uint8Column();

  constructor(trace: TraceBuffer, simulation: Simulation) {
    this.#trace = trace;
    this.#simulation = simulation;
  }

  /**
   * The task can run from `atNs` on: it has arrived, or what it awaited has happened. One that could already (it has been
   * aborted) goes on waiting.
   */
  ready(task: number, atNs: number, timer: boolean): void {
    this.#know(task);
    if (this.#waiting.at(task) !== Waiting.nothing) return;
    const queue = this.#stands.at(task);
    this.#waiting.set(task, Waiting.poll);
    this.#readyNs.set(task, atNs);
    this.#queuedNs.set(task, queue < 0 ? NaN : this.#simulation.now);
    this.#placedNs.set(task, this.#simulation.now);
    this.#queue.set(task, queue);
    this.#empty.set(task, 0);
    this.#timer.set(task, timer ? 1 : 0);
  }

  /** The task stands in a queue now; the first time counts as the instant, the last queue as the place. */
  queued(task: number, queue: number, nowNs: number): void {
    this.#know(task);
    this.#stands.set(task, queue);
    if (this.#empty.at(task) === 1 || this.#waiting.at(task) === Waiting.closure) return;
    this.ready(task, nowNs, false);
    if (Number.isNaN(this.#queuedNs.at(task))) this.#queuedNs.set(task, nowNs);
    this.#placedNs.set(task, nowNs);
    this.#queue.set(task, queue);
  }

  /** The task will be queued although what it awaits has not happened: to be polled in vain is not to wait. */
  emptyPoll(task: number): void {
    this.#know(task);
    this.#empty.set(task, 1);
  }

  /** A thread has taken the task up. */
  started(task: number, nowNs: number): void {
    if (task >= this.#readyNs.length) return;
    this.#stands.set(task, -1);
    this.#empty.set(task, 0);
    if (this.#waiting.at(task) === Waiting.poll) this.#record(task, nowNs);
  }

  /** The task's closure waits for a thread, whatever polls of the task find meanwhile. */
  closureQueued(task: number, queue: number, nowNs: number): void {
    this.#know(task);
    this.#waiting.set(task, Waiting.closure);
    this.#readyNs.set(task, nowNs);
    this.#queuedNs.set(task, nowNs);
    this.#placedNs.set(task, nowNs);
    this.#queue.set(task, queue);
    this.#timer.set(task, 0);
  }

  /** A thread has taken the task's closure up. */
  closureStarted(task: number, nowNs: number): void {
    if (this.#waiting.at(task) === Waiting.closure) this.#record(task, nowNs);
  }

  /** Records the waits that have not ended. */
  finish(): void {
    for (let task = 0; task < this.#readyNs.length; task++) {
      if (this.#waiting.at(task) !== Waiting.nothing) this.#record(task, NaN);
    }
  }

  #know(task: number): void {
    while (this.#readyNs.length <= task) {
      this.#waiting.push(Waiting.nothing);
      this.#readyNs.push(NaN);
      this.#queuedNs.push(NaN);
      this.#placedNs.push(NaN);
      this.#queue.push(-1);
      this.#timer.push(0);
      this.#stands.push(-1);
      this.#empty.push(0);
    }
  }

  #record(task: number, startNs: number): void {
    this.#waiting.set(task, Waiting.nothing);
    this.#trace.wait(
      task,
      this.#readyNs.at(task),
      this.#queuedNs.at(task),
      this.#placedNs.at(task),
      startNs,
      this.#queue.at(task),
      this.#timer.at(task) === 1,
    );
  }
}
