/**
 * The pending events of a simulation: a heap ordered by (time, order of insertion). Each entry has up to four children,
 * which lie side by side: with a million events pending that is half the levels, and half the cache misses.
 *
 * An event is a row of columns, not an object: the heap itself holds a time and a row number, so that sifting moves two
 * numbers and nothing is allocated once the columns have grown.
 */
export class EventQueue {
  /** The event that `pop` took last. */
  time = 0;
  kind = 0;
  first = 0;
  second = 0;
  /** The time of the earliest event; Infinity when there is none. A field, because every advance of the clock asks. */
  nextTime = Infinity;

  #size = 0;
  #capacity: number;
  #inserted = 0;
  // The heap.
  #times: Float64Array;
  #rows: Int32Array;
  // The rows.
  #order: Float64Array;
  #kind: Uint8Array;
  #first: Int32Array;
  #second: Int32Array;
  #freeRow = -1;

  constructor(capacity = 64) {
    this.#capacity = capacity;
    this.#times = new Float64Array(capacity);
    this.#rows = new Int32Array(capacity);
    this.#order = new Float64Array(capacity);
    this.#kind = new Uint8Array(capacity);
    this.#first = new Int32Array(capacity);
    this.#second = new Int32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds an event: a kind (0 to 255) and two whole numbers of 32 bits whose meaning is the caller's. */
  push(time: number, kind: number, first: number, second: number): void {
    if (this.#size === this.#capacity) this.#grow();
    // Rows in use are as many as the heap's entries, so a row is either on the free list or the next unused one.
    let row = this.#freeRow;
    if (row < 0) row = this.#size;
    else this.#freeRow = this.#first[row];
    this.#order[row] = this.#inserted++;
    this.#kind[row] = kind;
    this.#first[row] = first;
    this.#second[row] = second;
    if (time < this.nextTime) this.nextTime = time;
    this.#siftUp(this.#size++, time, row);
  }

  /** Takes the earliest event into `time`, `kind`, `first` and `second`; false when there is none. */
  pop(): boolean {
    if (this.#size === 0) return false;
    const row = this.#rows[0];
    this.time = this.nextTime;
    this.kind = this.#kind[row];
    this.first = this.#first[row];
    this.second = this.#second[row];
    this.#first[row] = this.#freeRow;
    this.#freeRow = row;
    const last = --this.#size;
    if (last === 0) this.nextTime = Infinity;
    else {
      this.#siftDown(this.#times[last], this.#rows[last]);
      this.nextTime = this.#times[0];
    }
    return true;
  }

  #siftUp(start: number, time: number, row: number): void {
    const times = this.#times;
    const rows = this.#rows;
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 2;
      // Of two events at the same time the new one is always the later, so equal times need no further look.
      if (times[parent] <= time) break;
      times[index] = times[parent];
      rows[index] = rows[parent];
      index = parent;
    }
    times[index] = time;
    rows[index] = row;
  }

  #siftDown(time: number, row: number): void {
    const times = this.#times;
    const rows = this.#rows;
    const order = this.#order;
    const size = this.#size;
    let index = 0;
    for (;;) {
      let child = 4 * index + 1;
      if (child >= size) break;
      const end = child + 4 < size ? child + 4 : size;
      for (let other = child + 1; other < end; other++) {
        if (
          times[other] < times[child] ||
          (times[other] === times[child] && order[rows[other]] < order[rows[child]])
        ) {
          child = other;
        }
      }
      const childTime = times[child];
      if (childTime > time || (childTime === time && order[rows[child]] > order[row])) break;
      times[index] = childTime;
      rows[index] = rows[child];
      index = child;
    }
    times[index] = time;
    rows[index] = row;
  }

  #grow(): void {
    this.#capacity *= 2;
    const capacity = this.#capacity;
    this.#times = grown(new Float64Array(capacity), this.#times);
    this.#rows = grown(new Int32Array(capacity), this.#rows);
    this.#order = grown(new Float64Array(capacity), this.#order);
    this.#kind = grown(new Uint8Array(capacity), this.#kind);
    this.#first = grown(new Int32Array(capacity), this.#first);
    this.#second = grown(new Int32Array(capacity), this.#second);
  }
}

function grown<Column extends Float64Array | Int32Array | Uint8Array>(
  to: Column,
  from: Column,
): Column {
  to.set(from);
  return to;
}
