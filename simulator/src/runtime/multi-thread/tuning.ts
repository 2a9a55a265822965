/**
 * How often a worker of Tokio 1.53 looks at the injection queue first (stats.rs): so that some 200 µs pass between two
 * looks, by a moving average of how long polls take.
 */
import type { Core } from "./core.js";

const targetNs = 200_000;
const initialInterval = 61;
const shortest = 2;
const longest = 127;
/** Weight of one poll in the average. */
const weight = 0.1;
/** Differences up to this are not worth a change. */
const tolerance = 2;

export function startTuning(core: Core): void {
  core.meanPollNs = targetNs / initialInterval;
}

/** Begins a batch of polls. */
export function startBatch(core: Core, now: number): void {
  core.batchStartNs = now;
  core.batchPolls = 0;
}

/** Ends a batch: takes its mean into the average, weighted by its polls. */
export function endBatch(core: Core, now: number): void {
  if (core.batchPolls === 0) return;
  const mean = (now - core.batchStartNs) / core.batchPolls;
  const weighted = 1 - (1 - weight) ** core.batchPolls;
  core.meanPollNs = weighted * mean + (1 - weighted) * core.meanPollNs;
}

/** Adapts the interval; called when it has just been reached. */
export function tune(core: Core): void {
  const tuned = Math.min(longest, Math.max(shortest, Math.floor(targetNs / core.meanPollNs)));
  if (Math.abs(tuned - core.globalQueueInterval) > tolerance) core.globalQueueInterval = tuned;
}
