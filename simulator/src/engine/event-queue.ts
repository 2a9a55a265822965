/**
 * The pending events of a simulation, ordered by (time, order of insertion). The earliest few stand in a sorted list,
 * from whose end they are taken; whatever comes after all of these is in a heap. Most runs have a handful of events
 * pending: these never see the heap, and a short walk along a list costs less than sifting, whose branches no processor
 * can predict. Each entry of the heap has up to four children, which lie side by side: with a million events pending that
 * is half the levels, and half the cache misses.
 *
 * An event is a row of numbers, not an object: list and heap hold a time and a row, so that two numbers are moved and
 * nothing is allocated once the columns have grown.
 */

/** The most events in the sorted list. */
const nearCapacity = 16;
/** How many of the heap's events fill the list when it has run out. */
const nearRefill = 4;

/** What stands where in a row: as many numbers as it has are a power of two. */
const rowShift = 2;
const Field = { kind: 0, first: 1, second: 2, nextFree: 3 } as const;

export class EventQueue {
  /** The event that `pop` took last. */
  time = 0;
  kind = 0;
  first = 0;
  second = 0;
  /** The time of the earliest event; Infinity when there is none. A field, because every advance of the clock asks. */
  nextTime = Infinity;

  // The sorted list, latest first. None of it comes after any entry of the heap.
  #near = 0;
  readonly #nearTimes = new Float64Array(nearCapacity);
  readonly #nearRows = new Int32Array(nearCapacity);
  // The heap. Order: of entries at the same time the lowest comes first.
  #far = 0;
  #times: Float64Array;
  #rows: Int32Array;
  #order: Float64Array;
  #pushed = 0;
  #evicted = 0;
  // The rows.
  #capacity: number;
  #fields: Int32Array;
  #freeRow = -1;

  constructor(capacity = 64) {
    this.#capacity = capacity;
    this.#times = new Float64Array(capacity);
    this.#rows = new Int32Array(capacity);
    this.#order = new Float64Array(capacity);
    this.#fields = new Int32Array(capacity << rowShift);
  }

  get size(): number {
    return this.#near + this.#far;
  }

  /** Adds an event: a kind (0 to 255) and two whole numbers of 32 bits whose meaning is the caller's. */
  push(time: number, kind: number, first: number, second: number): void {
    const near = this.#near;
    // Rows in use are as many as the events, so a row is either on the free list or the next unused one.
    let row = this.#freeRow;
    if (row >= 0) this.#freeRow = this.#fields[(row << rowShift) + Field.nextFree];
    else {
      row = near + this.#far;
      if (row === this.#capacity) this.#grow();
    }
    const fields = this.#fields;
    const at = row << rowShift;
    fields[at + Field.kind] = kind;
    fields[at + Field.first] = first;
    fields[at + Field.second] = second;
    if (time < this.nextTime) this.nextTime = time;
    // Of two events at the same time the new one is always the later.
    if ((this.#far > 0 || near === nearCapacity) && time >= this.#nearTimes[0]) {
      this.#order[row] = ++this.#pushed;
      this.#siftUp(this.#far++, time, row);
    } else if (near === nearCapacity) this.#replaceLatest(time, row);
    else {
      this.#near = near + 1;
      this.#insert(near, time, row);
    }
  }

  /** Takes the earliest event into `time`, `kind`, `first` and `second`; false when there is none. */
  pop(): boolean {
    if (this.#near === 0) return false;
    const near = --this.#near;
    const row = this.#nearRows[near];
    const fields = this.#fields;
    const at = row << rowShift;
    this.time = this.nextTime;
    this.kind = fields[at + Field.kind];
    this.first = fields[at + Field.first];
    this.second = fields[at + Field.second];
    fields[at + Field.nextFree] = this.#freeRow;
    this.#freeRow = row;
    if (near > 0) this.nextTime = this.#nearTimes[near - 1];
    else if (this.#far > 0) this.#refill();
    else this.nextTime = Infinity;
    return true;
  }

  /** Puts an event into the list, which has `length` others and room for it. */
  #insert(length: number, time: number, row: number): void {
    const times = this.#nearTimes;
    const rows = this.#nearRows;
    let index = length;
    while (index > 0 && times[index - 1] <= time) {
      times[index] = times[index - 1];
      rows[index] = rows[index - 1];
      index--;
    }
    times[index] = time;
    rows[index] = row;
  }

  /** Puts an event that is not the latest into the list, which is full; the latest goes into the heap. */
  #replaceLatest(time: number, row: number): void {
    const times = this.#nearTimes;
    const rows = this.#nearRows;
    // It comes before everything that the heap has for that time.
    this.#order[rows[0]] = --this.#evicted;
    this.#siftUp(this.#far++, times[0], rows[0]);
    let index = 0;
    while (index + 1 < nearCapacity && times[index + 1] > time) {
      times[index] = times[index + 1];
      rows[index] = rows[index + 1];
      index++;
    }
    times[index] = time;
    rows[index] = row;
  }

  /** Fills the list, which is empty, from the heap, which is not. */
  #refill(): void {
    const count = this.#far < nearRefill ? this.#far : nearRefill;
    for (let index = count - 1; index >= 0; index--) {
      this.#nearTimes[index] = this.#times[0];
      this.#nearRows[index] = this.#rows[0];
      const last = --this.#far;
      if (last > 0) this.#siftDown(this.#times[last], this.#rows[last]);
    }
    this.#near = count;
    this.nextTime = this.#nearTimes[count - 1];
  }

  #siftUp(start: number, time: number, row: number): void {
    const times = this.#times;
    const rows = this.#rows;
    const order = this.#order;
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 2;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && order[rows[parent]] < order[row])) break;
      times[index] = parentTime;
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
    const size = this.#far;
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
    this.#fields = grown(new Int32Array(capacity << rowShift), this.#fields);
  }
}

function grown<Column extends Float64Array | Int32Array>(to: Column, from: Column): Column {
  to.set(from);
  return to;
}
