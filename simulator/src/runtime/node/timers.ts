/**
 * Node's JavaScript timers (v20 lib/internal/timers.js): a list for each duration, the lists ordered by when their
 * first timer expires. Times here are whole milliseconds of libuv's clock, as there.
 */

interface TimerList {
  readonly ms: number;
  /** In order of insertion, from `first` on. */
  readonly tasks: number[];
  readonly startMs: number[];
  first: number;
  expiryMs: number;
  /** Of lists that expire at the same time, the older number goes first (compareTimersLists). */
  id: number;
}

/** The longest timeout; a longer one, and one below 1 ms, becomes 1 ms (Timeout's constructor). */
const longestMs = 2 ** 31 - 1;

/** The whole milliseconds that setTimeout makes of a delay. */
export function timeoutMs(delayMs: number): number {
  return delayMs >= 1 && delayMs <= longestMs ? Math.trunc(delayMs) : 1;
}

export class NodeTimers {
  readonly #lists = new Map<number, TimerList>();
  /** A binary heap, as Node's own. Only its head ever changes: nothing new can expire before what is due. */
  readonly #heap: TimerList[] = [];
  #ids = 0;
  // The round of processTimers: its idea of the time, and whether it is within the head's list.
  #nowMs = 0;
  #inList = false;

  /** When the earliest list expires; Infinity without timers. */
  get nextExpiryMs(): number {
    return this.#heap.length === 0 ? Infinity : this.#heap[0].expiryMs;
  }

  /** setTimeout: `startMs` is libuv's time now, `ms` a result of `timeoutMs`. */
  add(task: number, startMs: number, ms: number): void {
    let list = this.#lists.get(ms);
    if (list === undefined) {
      list = { ms, tasks: [], startMs: [], first: 0, expiryMs: startMs + ms, id: this.#ids++ };
      this.#lists.set(ms, list);
      this.#heap.push(list);
      this.#siftUp(this.#heap.length - 1);
    }
    list.tasks.push(task);
    list.startMs.push(startMs);
  }

  /** Begins a round at this time: what follows are calls of `takeDue` until it returns -1. */
  begin(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#inList = false;
  }

  /**
   * The task whose timer fires next in this round, or -1 at its end. `clock` is libuv's time for another
   * round at once (uv__run_timers), or -Infinity without: asked before a round ends, not between the timers of one list.
   */
  takeDue(clock: () => number): number {
    for (;;) {
      if (!this.#inList) {
        if (this.nextExpiryMs > this.#nowMs) {
          this.#nowMs = clock();
          if (this.nextExpiryMs > this.#nowMs) return -1;
        }
        this.#inList = true;
      }
      const list = this.#heap[0];
      if (list.first === list.tasks.length) {
        this.#removeHead();
        this.#inList = false;
      } else if (this.#nowMs - list.startMs[list.first] < list.ms) {
        list.expiryMs = Math.max(list.startMs[list.first] + list.ms, this.#nowMs + 1);
        list.id = this.#ids++;
        this.#siftDown();
        this.#inList = false;
      } else {
        return shift(list);
      }
    }
  }

  #removeHead(): void {
    this.#lists.delete(this.#heap[0].ms);
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#siftDown();
    }
  }

  #siftUp(from: number): void {
    const heap = this.#heap;
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(heap[index], heap[parent])) return;
      [heap[index], heap[parent]] = [heap[parent], heap[index]];
      index = parent;
    }
  }

  #siftDown(): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right], heap[left]) ? right : left;
      if (!isBefore(heap[child], heap[index])) return;
      [heap[index], heap[child]] = [heap[child], heap[index]];
      index = child;
    }
  }
}

function isBefore(a: TimerList, b: TimerList): boolean {
  return a.expiryMs < b.expiryMs || (a.expiryMs === b.expiryMs && a.id < b.id);
}

function shift(list: TimerList): number {
  const task = list.tasks[list.first++];
  // Give memory back once most of the list has fired.
  if (list.first > 64 && list.first * 2 > list.tasks.length) {
    list.tasks.splice(0, list.first);
    list.startMs.splice(0, list.first);
    list.first = 0;
  }
  return task;
}
