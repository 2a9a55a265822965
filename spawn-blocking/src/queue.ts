/**
 * The jobs that no thread has yet, first in, first out. It is piscina's own queue, so that a thread that has finished a
 * job is handed the next one before anything else happens; those that come with piscina lose the order of jobs, or
 * search through all to take one out.
 */
import type { TaskQueue } from "piscina";
import type { Job, Task } from "./job.js";

/** So many places in front of the queue may be empty before the array is made shorter. */
const MAX_EMPTY = 1024;

export class Queue implements TaskQueue {
  /** How many jobs there are, those included whose thread is starting. */
  size = 0;
  /** In order of arrival; places before the head are empty, as are those of jobs that were taken out. */
  #jobs: (Job | undefined)[] = [];
  #head = 0;
  /** How many places were cut off the front: a job's place stays what it is. */
  #cut = 0;
  /** The job that piscina seeks a thread for: the one that it is being given, or the one that left the queue last. */
  #sought: Job | undefined;
  /** Whether the job that piscina is being given has been here before, and comes first. */
  #first = false;

  /**
   * Piscina is given the job next, and its task comes back through `push` or `unshift` where no thread is free.
   *
   * @param first whether the job has been here before, and comes first.
   */
  expect(job: Job, first: boolean): void {
    this.#sought = job;
    this.#first = first;
  }

  /** A thread is free for the job that one is sought for. */
  claim(): Job | undefined {
    const job = this.#sought;
    this.#sought = undefined;
    return job;
  }

  push(task: Task): void {
    const job = this.#sought;
    if (job === undefined) return;
    job.task = task;
    if (this.#first) this.#putFirst(job);
    else this.#putLast(job);
  }

  /** No thread was free for the task: it goes back to where it came from. */
  unshift(task: Task): void {
    const job = this.#sought;
    if (job === undefined) return;
    job.task = task;
    this.#putFirst(job);
  }

  shift(): Task | null {
    const job = this.takeFirst();
    this.#sought = job;
    return job?.task ?? null;
  }

  remove(): void {
    throw new Error("piscina is given no signal, so it has nothing to abort");
  }

  /** Takes a job out. @returns whether it was there. */
  takeOut(job: Job): boolean {
    const index = job.place - this.#cut;
    if (job.place < 0 || this.#jobs[index] !== job) return false;
    this.#jobs[index] = undefined;
    this.#forget(job);
    return true;
  }

  /** Takes the job out that has waited longest. */
  takeFirst(): Job | undefined {
    if (this.size === 0) return undefined;
    let job: Job | undefined;
    while (job === undefined) {
      job = this.#jobs[this.#head];
      this.#jobs[this.#head++] = undefined;
    }
    this.#forget(job);
    if (this.#head > MAX_EMPTY && this.#head * 2 > this.#jobs.length) {
      // One place stays empty, for what comes back.
      this.#jobs = this.#jobs.slice(this.#head - 1);
      this.#cut += this.#head - 1;
      this.#head = 1;
    }
    return job;
  }

  /** The job has left its place. */
  #forget(job: Job): void {
    job.place = -1;
    this.size--;
    if (this.size > 0) return;
    this.#cut += this.#jobs.length;
    this.#jobs = [];
    this.#head = 0;
  }

  #putLast(job: Job): void {
    job.place = this.#cut + this.#jobs.length;
    this.#jobs.push(job);
    this.size++;
  }

  #putFirst(job: Job): void {
    if (this.#head === 0) {
      // Never with others behind it: what comes back has left an empty place.
      this.#putLast(job);
      return;
    }
    this.#jobs[--this.#head] = job;
    job.place = this.#cut + this.#head;
    this.size++;
  }
}
