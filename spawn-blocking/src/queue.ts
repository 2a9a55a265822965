/**
 * The jobs that no thread has yet, first in, first out. It is piscina's own queue, so that a thread that has finished a
 * job is handed the next one before anything else happens; those that come with piscina lose the order of jobs, or
 * search through all to take one out.
 */
import type { TaskQueue } from "piscina";
import type { Job } from "./job.js";

/** What piscina makes of a job. */
type Task = Parameters<TaskQueue["push"]>[0];

interface Entry {
  readonly task: Task | undefined;
  readonly job: Job;
}

/** So many places in front of the queue may be empty before the array is made shorter. */
const MAX_EMPTY = 1024;

export class Queue implements TaskQueue {
  /** How many jobs there are, those included whose thread is starting. */
  size = 0;
  /** In order of arrival; places before the head are empty, as are those of jobs that were taken out. */
  #entries: (Entry | undefined)[] = [];
  #head = 0;
  /** How many places were cut off the front: a job's place stays what it is. */
  #cut = 0;
  /** The job that piscina seeks a thread for: the one that it is being given, or the one that left the queue last. */
  #sought: Entry | undefined;
  /** Whether the job that piscina is being given has been here before, and comes first. */
  #first = false;

  /** Has piscina take the job, which comes back through `push` or `unshift` where no thread is free. */
  enter<R>(job: Job, first: boolean, take: () => R): R {
    this.#sought = { task: undefined, job };
    this.#first = first;
    try {
      return take();
    } finally {
      this.#sought = undefined;
    }
  }

  /** A thread is free for the job that one is sought for. */
  claim(): Job | undefined {
    const job = this.#sought?.job;
    this.#sought = undefined;
    return job;
  }

  push(task: Task): void {
    if (this.#sought === undefined) return;
    const entry = { task, job: this.#sought.job };
    if (this.#first) this.#putFirst(entry);
    else this.#putLast(entry);
  }

  /** No thread was free for the task: it goes back to where it came from. */
  unshift(task: Task): void {
    if (this.#sought === undefined) return;
    this.#putFirst(this.#sought.task === task ? this.#sought : { task, job: this.#sought.job });
  }

  shift(): Task | null {
    const entry = this.#takeFirst();
    this.#sought = entry;
    return entry?.task ?? null;
  }

  remove(): void {
    throw new Error("piscina is given no signal, so it has nothing to abort");
  }

  /** Takes a job out. @returns whether it was there. */
  takeOut(job: Job): boolean {
    const index = job.place - this.#cut;
    if (job.place < 0 || this.#entries[index]?.job !== job) return false;
    this.#entries[index] = undefined;
    this.#forget(job);
    return true;
  }

  /** Takes the job out that has waited longest. */
  takeFirst(): Job | undefined {
    return this.#takeFirst()?.job;
  }

  #takeFirst(): Entry | undefined {
    if (this.size === 0) return undefined;
    let entry: Entry | undefined;
    while (entry === undefined) {
      entry = this.#entries[this.#head];
      this.#entries[this.#head++] = undefined;
    }
    this.#forget(entry.job);
    if (this.#head > MAX_EMPTY && this.#head * 2 > this.#entries.length) {
      // One place stays empty, for what comes back.
      this.#entries = this.#entries.slice(this.#head - 1);
      this.#cut += this.#head - 1;
      this.#head = 1;
    }
    return entry;
  }

  /** The job has left its place. */
  #forget(job: Job): void {
    job.place = -1;
    this.size--;
    if (this.size > 0) return;
    this.#cut += this.#entries.length;
    this.#entries = [];
    this.#head = 0;
  }

  #putLast(entry: Entry): void {
    entry.job.place = this.#cut + this.#entries.length;
    this.#entries.push(entry);
    this.size++;
  }

  #putFirst(entry: Entry): void {
    if (this.#head === 0) {
      // Never with others behind it: what comes back has left an empty place.
      this.#putLast(entry);
      return;
    }
    this.#entries[--this.#head] = entry;
    entry.job.place = this.#cut + this.#head;
    this.size++;
  }
}
