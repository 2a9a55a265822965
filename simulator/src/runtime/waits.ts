/** Follows each task from the instant at which it could run to the one at which it does, for the trace. */
import { Float64Column, Int32Column, Uint8Column } from "../engine/columns.js";
import type { Simulation } from "../engine/simulation.js";
import type { TraceBuffer } from "../engine/trace-buffer.js";

export class Waits {
  readonly #trace: TraceBuffer;
  readonly #readyNs = new Float64Column();
  readonly #queuedNs = new Float64Column();
  readonly #queue = new Int32Column();
  readonly #timer = new Uint8Column();
  /** 1 while the task stands in a queue although it can't run: it was woken for nothing. */
  readonly #empty = new Uint8Column();
  readonly #emptyQueue = new Int32Column();
  readonly #simulation: Simulation;

  constructor(trace: TraceBuffer, simulation: Simulation) {
    this.#trace = trace;
    this.#simulation = simulation;
  }

  /**
   * The task, or its closure, can run from `atNs` on: it has arrived, or what it awaited has happened. One that could
   * already (it has been aborted) goes on waiting.
   */
  ready(task: number, atNs: number, timer: boolean): void {
    this.#know(task);
    if (this.#waits(task)) return;
    const stands = this.#empty.at(task) === 1;
    this.#readyNs.set(task, atNs);
    this.#queuedNs.set(task, stands ? this.#simulation.now : NaN);
    if (stands) this.#queue.set(task, this.#emptyQueue.at(task));
    this.#empty.set(task, 0);
    this.#timer.set(task, timer ? 1 : 0);
  }

  /** The task stands in a queue now; the first time counts as the instant, the last queue as the place. */
  queued(task: number, queue: number, nowNs: number): void {
    this.#know(task);
    if (this.#empty.at(task) === 1) {
      this.#emptyQueue.set(task, queue);
      return;
    }
    this.#queue.set(task, queue);
    if (!this.#waits(task)) this.ready(task, nowNs, false);
    if (Number.isNaN(this.#queuedNs.at(task))) this.#queuedNs.set(task, nowNs);
  }

  /**
   * The task will be queued although what it awaits has not happened: to be polled in vain is not to wait. Its closure
   * may be waiting for a thread meanwhile.
   */
  emptyPoll(task: number): void {
    this.#know(task);
    this.#empty.set(task, 1);
  }

  /** A thread has taken the task up. */
  started(task: number, nowNs: number): void {
    if (task >= this.#readyNs.length) return;
    if (this.#empty.at(task) === 1) this.#empty.set(task, 0);
    else this.closureStarted(task, nowNs);
  }

  /** A thread has taken the task's closure up. */
  closureStarted(task: number, nowNs: number): void {
    if (!this.#waits(task)) return;
    this.#record(task, nowNs);
    this.#readyNs.set(task, NaN);
  }

  /** Records the waits that have not ended. */
  finish(): void {
    for (let task = 0; task < this.#readyNs.length; task++) {
      if (this.#waits(task)) this.#record(task, NaN);
    }
  }

  #waits(task: number): boolean {
    return !Number.isNaN(this.#readyNs.at(task));
  }

  #know(task: number): void {
    while (this.#readyNs.length <= task) {
      this.#readyNs.push(NaN);
      this.#queuedNs.push(NaN);
      this.#queue.push(-1);
      this.#timer.push(0);
      this.#empty.push(0);
      this.#emptyQueue.push(-1);
    }
  }

  #record(task: number, startNs: number): void {
    this.#trace.wait(
      task,
      this.#readyNs.at(task),
      this.#queuedNs.at(task),
      startNs,
      this.#queue.at(task),
      this.#timer.at(task) === 1,
    );
  }
}
