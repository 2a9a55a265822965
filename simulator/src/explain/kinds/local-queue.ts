/** A task in the queue of a worker that is busy, which no idle worker came to steal: none was searching. */
import { didWhat, idleWorkers, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function localQueue({ lane, blocker, victims, idle }: Facts): Phrase {
  const [did, waited] = [didWhat({ blocker }), victimsWaited(victims)];
  return idle > 0
    ? phrase(
        "{0} {1} with tasks in its queue: {2}; {3}, and nothing woke them to steal.",
        lane,
        did,
        waited,
        idleWorkers(idle),
      )
    : phrase("{0} {1} with tasks in its queue: {2}.", lane, did, waited);
}
