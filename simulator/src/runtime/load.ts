/**
 * How much of late a thread has run or wanted to, as Linux keeps it to choose processors (kernel/sched/pelt.c): the share
 * of time, 0 to 1, of which what is 32 ms ago counts half.
 */
import { Run } from "./os-thread.js";
import type { OsThread } from "./os-thread.js";

/** In so long a time a load falls to 1/e. */
const decayNs = 32_000_000 / Math.LN2;

/**
 * Threads whose loads are together below this wake on the processor of the one that wakes (wake_affine_weight). Measured
 * with pairs of threads that compute 2 to 20 ms at a time, between pauses of 1 to 50 ms: at 0.35 to 0.45 half of them do.
 */
const sharedLoad = 0.4;

/** Brings a thread's load up to date: to be called before it begins or ceases to want a processor. */
export function countLoad(thread: OsThread, now: number): void {
  const kept = Math.exp((thread.loadCountedNs - now) / decayNs);
  thread.load = thread.load * kept + (thread.run === Run.asleep ? 0 : 1 - kept);
  thread.loadCountedNs = now;
}

/** Whether both have had so little to do of late that the one may wake on the processor of the other, which wakes it. */
export function mayShare(waker: OsThread, thread: OsThread, now: number): boolean {
  countLoad(waker, now);
  countLoad(thread, now);
  return waker.load + thread.load < sharedLoad;
}
