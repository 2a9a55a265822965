/**
 * Who sleeps and who searches (tokio 1.24 idle.rs). At most one worker is woken at a time, and at most half of them
 * search; a searcher that finds work wakes the next.
 */
export class Idle {
  #searching = 0;
  #unparked: number;
  readonly #workers: number;
  /** A stack: the worker that parked last is woken first. */
  readonly #sleepers: number[] = [];

  constructor(workers: number) {
    this.#workers = workers;
    this.#unparked = workers;
  }

  get searching(): number {
    return this.#searching;
  }

  /** The worker to wake because there is work, now counted as searching; -1 when none needs waking. */
  workerToNotify(): number {
    if (this.#searching > 0 || this.#unparked >= this.#workers) return -1;
    this.#unparked++;
    this.#searching++;
    return this.#sleepers.pop() ?? -1;
  }

  /** Returns whether it was the last searching worker, which must look once more for work. */
  transitionToParked(worker: number, isSearching: boolean): boolean {
    this.#unparked--;
    if (isSearching) this.#searching--;
    this.#sleepers.push(worker);
    return isSearching && this.#searching === 0;
  }

  /** Returns whether the worker may search. */
  transitionToSearching(): boolean {
    if (2 * this.#searching >= this.#workers) return false;
    this.#searching++;
    return true;
  }

  /** Returns whether it was the last searching worker, which must wake another. */
  transitionFromSearching(): boolean {
    this.#searching--;
    return this.#searching === 0;
  }

  /** Takes a worker out of the sleepers that woke by itself; false when somebody else already has. */
  unparkWorker(worker: number): boolean {
    const index = this.#sleepers.indexOf(worker);
    if (index < 0) return false;
    // idle.rs: swap_remove, so the order of the stack changes.
    const last = this.#sleepers.pop();
    if (last !== undefined && index < this.#sleepers.length) this.#sleepers[index] = last;
    this.#unparked++;
    return true;
  }

  isParked(worker: number): boolean {
    return this.#sleepers.includes(worker);
  }
}
