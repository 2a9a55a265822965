/** One processor of the machine, its threads, and which of them is next. */
import { timeSliceNs } from "./costs.js";
import type { OsThread } from "./os-thread.js";

/** Virtual times are compared with what the rounding of an average may lose. */
export const roundingNs = 1;

export interface Processor {
  current: OsThread | null;
  /** Those that wait for it. */
  readonly waiting: OsThread[];
  /** How many have been made that will begin on it. */
  starting: number;
  /** Since when `current` has it without a break. */
  sinceNs: number;
  /** Up to when `current`'s virtual time has been counted. */
  countedNs: number;
  /** When the next end of a slice is looked for; Infinity: it is not, since nobody waits. */
  sliceEndNs: number;
}

export function idleProcessor(): Processor {
  return {
    current: null,
    waiting: [],
    starting: 0,
    sinceNs: 0,
    countedNs: 0,
    sliceEndNs: Infinity,
  };
}

/** How many threads run on it, wait for it, or are about to. */
export function threadsOf({ current, starting, waiting }: Processor): number {
  return starting + waiting.length + (current === null ? 0 : 1);
}

/** The average virtual time of a processor's threads. */
export function average({ current, waiting }: Processor): number {
  let sum = current?.virtualNs ?? 0;
  for (const thread of waiting) sum += thread.virtualNs;
  return sum / Math.max(1, waiting.length + (current === null ? 0 : 1));
}

/** Of the threads that wait, or of some of them, and are eligible, the one with the earliest deadline. */
export function best(processor: Processor, waiting = processor.waiting): OsThread | null {
  const limit = average(processor) + roundingNs;
  let found: OsThread | null = null;
  for (const thread of waiting) {
    if (thread.virtualNs > limit) continue;
    if (found === null || thread.deadlineNs < found.deadlineNs) found = thread;
  }
  return found;
}

/** Takes the next thread from among those that wait, of which there must be some. */
export function takeNext(processor: Processor): OsThread {
  const next = best(processor) ?? processor.waiting[0];
  processor.waiting.splice(processor.waiting.indexOf(next), 1);
  return next;
}

/** A thread's lag is bounded by a slice and the length of a tick (update_entity_lag). */
export function boundedLag(lagNs: number): number {
  return Math.min(2 * timeSliceNs, Math.max(-2 * timeSliceNs, lagNs));
}
