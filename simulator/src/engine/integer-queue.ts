/** An unbounded first-in first-out queue of whole numbers (tasks, threads, jobs) in a ring that grows. */
export class IntegerQueue {
  #ring: Int32Array;
  #head = 0;
  #length = 0;

  constructor(capacity = 16) {
    // A power of two, so that wrapping around is a mask.
    this.#ring = new Int32Array(1 << Math.ceil(Math.log2(Math.max(2, capacity))));
  }

  get length(): number {
    return this.#length;
  }

  pushBack(value: number): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#length) & (this.#ring.length - 1)] = value;
    this.#length++;
  }

  /** Puts a value before the oldest. */
  pushFront(value: number): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#head = (this.#head - 1) & (this.#ring.length - 1);
    this.#ring[this.#head] = value;
    this.#length++;
  }

  /** The oldest value, or -1 when the queue is empty; so the values must not be -1. */
  popFront(): number {
    if (this.#length === 0) return -1;
    const value = this.#ring[this.#head];
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#length--;
    return value;
  }

  /** The newest value, or -1 when the queue is empty. */
  popBack(): number {
    if (this.#length === 0) return -1;
    this.#length--;
    return this.#ring[(this.#head + this.#length) & (this.#ring.length - 1)];
  }

  /** The value at a place, counted from the oldest. */
  at(place: number): number {
    return this.#ring[(this.#head + place) & (this.#ring.length - 1)];
  }

  /** Takes out the first that equals the value, and closes the gap; false when none does. */
  remove(value: number): boolean {
    const mask = this.#ring.length - 1;
    for (let place = 0; place < this.#length; place++) {
      if (this.at(place) !== value) continue;
      for (let next = place + 1; next < this.#length; next++) {
        this.#ring[(this.#head + next - 1) & mask] = this.at(next);
      }
      this.#length--;
      return true;
    }
    return false;
  }

  #grow(): void {
    const grown = new Int32Array(this.#ring.length * 2);
    for (let place = 0; place < this.#length; place++) grown[place] = this.at(place);
    this.#ring = grown;
    this.#head = 0;
  }
}
