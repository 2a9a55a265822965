/**
 * A worker's run queue (tokio 1.24 queue.rs): a ring of 256 tasks, first in first out, from whose front others steal.
 * The LIFO slot is not part of it and can't be stolen from.
 */
import { noTask } from "../task-table.js";

export const localQueueCapacity = 256;
const mask = localQueueCapacity - 1;

export class LocalQueue {
  readonly #tasks = new Int32Array(localQueueCapacity);
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length === localQueueCapacity;
  }

  /** Appends a task; the queue must not be full. */
  pushBack(task: number): void {
    this.#tasks[(this.#head + this.#length) & mask] = task;
    this.#length++;
  }

  /** The oldest task, or -1. */
  popFront(): number {
    if (this.#length === 0) return noTask;
    const task = this.#tasks[this.#head];
    this.#head = (this.#head + 1) & mask;
    this.#length--;
    return task;
  }

  /** The newest task, or -1. */
  popBack(): number {
    if (this.#length === 0) return noTask;
    this.#length--;
    return this.#tasks[(this.#head + this.#length) & mask];
  }

  /**
   * Moves half of this queue, the oldest and rounded up, into a thief's (queue.rs: steal_into2). Returns how many; 0
   * when there is nothing, or when the thief's queue is more than half full.
   */
  stealInto(thief: LocalQueue): number {
    if (thief.#length > localQueueCapacity / 2) return 0;
    const count = this.#length - (this.#length >> 1);
    for (let moved = 0; moved < count; moved++) thief.pushBack(this.popFront());
    return count;
  }

  /** The task at a place, counted from the oldest. */
  at(place: number): number {
    return this.#tasks[(this.#head + place) & mask];
  }
}
