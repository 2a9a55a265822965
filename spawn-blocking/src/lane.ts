/** Jobs of one kind: first in, first out, and never more at once than there may be threads. */
import type { Job } from "./job.js";

export class Lane {
  readonly limit: number;
  running = 0;
  /** In order of arrival. A set, since a job in the middle can be aborted. */
  readonly #queue = new Set<Job>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get queued(): number {
    return this.#queue.size;
  }

  hasRoom(): boolean {
    return this.running < this.limit;
  }

  add(job: Job): void {
    this.#queue.add(job);
  }

  /** @returns whether the job was waiting. */
  remove(job: Job): boolean {
    return this.#queue.delete(job);
  }

  /** Takes the job that has waited longest, if there is room for it. */
  next(): Job | undefined {
    if (this.#queue.size === 0 || !this.hasRoom()) return undefined;
    const [job] = this.#queue;
    if (job !== undefined) this.#queue.delete(job);
    return job;
  }
}
