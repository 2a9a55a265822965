/** All threads of a pool were busy: what was handed to it queued there. */
import { victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function poolFull(facts: Facts): Phrase {
  const { blocker, victims, peakQueue } = facts;
  const busy = phrase(
    '{0} were busy at {1}, one of them with "{2}" for {3}',
    threadsOf(facts),
    { durationMs: blocker.fromMs },
    { task: blocker.task },
    { durationMs: blocker.toMs - blocker.fromMs },
  );
  const waited = victimsWaited(victims);
  return peakQueue > 1
    ? phrase("{0}; the queue grew to {1}: {2}.", busy, peakQueue, waited)
    : phrase("{0}: {1}.", busy, waited);
}

function threadsOf({ laneKind, poolThreads: count, queueKind }: Facts): Phrase {
  if (laneKind === "worker-thread") return phrase("All {0} worker threads", count);
  switch (queueKind) {
    case "libuv":
      return phrase("All {0} libuv threads", count);
    case "parallel":
      return phrase("All {0} threads of the data-parallel pool", count);
    default:
      return phrase("All {0} threads of the blocking pool", count);
  }
}
