/** Every worker was inside a task: what was queued had to wait for the first of them to return. */
import type { Facts } from "../facts.js";
import { didWhat, duration, isBlocked, victimsWaited } from "../phrases.js";

export function workersExhausted(facts: Facts): string {
  const { trace, blocker, victims, workers, peakQueue, segment } = facts;
  const state = isBlocked(trace, segment) ? "blocked" : "busy";
  const who =
    workers === 1
      ? `The only worker was ${state} at ${duration(blocker.fromMs)}: it ${didWhat(blocker)}`
      : `All ${workers} workers were ${state} at ${duration(blocker.fromMs)}: ${blocker.lane} ` +
        `${didWhat(blocker)}, the others likewise`;
  const grew = peakQueue > 1 ? `; the queue grew to ${peakQueue}` : "";
  return `${who}${grew}; ${victimsWaited(victims)}.`;
}
