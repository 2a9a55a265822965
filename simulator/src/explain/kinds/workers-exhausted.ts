/** Every worker was inside a task: what was queued had to wait for the first of them to return. */
import { didWhat, isBlocked, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function workersExhausted(facts: Facts): Phrase {
  const { victims, peakQueue } = facts;
  const [who, waited] = [whoWasBusy(facts), victimsWaited(victims)];
  return peakQueue > 1
    ? phrase("{0}; the queue grew to {1}; {2}.", who, peakQueue, waited)
    : phrase("{0}; {1}.", who, waited);
}

function whoWasBusy({ trace, lane, blocker, workers, segment }: Facts): Phrase {
  const at = { durationMs: blocker.fromMs };
  const did = didWhat({ blocker });
  const blocked = isBlocked(trace, segment);
  if (workers === 1) {
    return blocked
      ? phrase("The only worker was blocked at {0}: it {1}", at, did)
      : phrase("The only worker was busy at {0}: it {1}", at, did);
  }
  return blocked
    ? phrase(
        "All {0} workers were blocked at {1}: {2} {3}, the others likewise",
        workers,
        at,
        lane,
        did,
      )
    : phrase(
        "All {0} workers were busy at {1}: {2} {3}, the others likewise",
        workers,
        at,
        lane,
        did,
      );
}
