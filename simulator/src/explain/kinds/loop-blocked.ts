/** The only thread of an event loop, or of a current-thread runtime, was inside a task that did not give it back. */
import { didWhat, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function loopBlocked({ lane, blocker, victims, blockers }: Facts): Phrase {
  const [did, waited] = [didWhat({ blocker }), victimsWaited(victims)];
  return blockers > 1
    ? phrase("The {0} {1}, and {2} more times, so {3}.", lane, did, blockers - 1, waited)
    : phrase("The {0} {1}, so {2}.", lane, did, waited);
}
