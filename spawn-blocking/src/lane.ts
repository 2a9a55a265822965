/** Jobs of one kind: first in, first out, and never more at once than there may be threads. */
import type { Job } from "./job.js";
import type { Threads } from "./threads.js";

/** So many places in front of the queue may be empty before the array is made shorter. */
const MAX_EMPTY = 1024;

export class Lane {
  readonly limit: number;
  /** Made for the first job. */
  threads: Threads | undefined;
  running = 0;
  queued = 0;
  /** In order of arrival; places before the head are empty, as are those of aborted jobs. */
  #jobs: (Job | undefined)[] = [];
  #head = 0;
  /** How many places were cut off the front. */
  #cut = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  hasRoom(): boolean {
    return this.running < this.limit;
  }

  add(job: Job): void {
    this.queued++;
    job.place = this.#cut + this.#jobs.length;
    this.#jobs.push(job);
  }

  /** @returns whether the job was waiting. */
  remove(job: Job): boolean {
    const index = job.place - this.#cut;
    if (this.#jobs[index] !== job) return false;
    this.queued--;
    this.#jobs[index] = undefined;
    return true;
  }

  /** Takes the job that has waited longest, if there is room for it. */
  next(): Job | undefined {
    if (this.queued === 0 || !this.hasRoom()) return undefined;
    let job: Job | undefined;
    while (job === undefined) {
      job = this.#jobs[this.#head];
      this.#jobs[this.#head++] = undefined;
    }
    this.queued--;
    if (this.#head > MAX_EMPTY && this.#head * 2 > this.#jobs.length) {
      this.#jobs = this.#jobs.slice(this.#head);
      this.#cut += this.#head;
      this.#head = 0;
    }
    return job;
  }
}
