/**
 * A worker that came back from the driver with one task and did not hand the driver over: while that task runs, nobody
 * looks at timers and I/O, however many workers are idle (tokio issue 4730).
 */
import { didWhat, idleWorkers, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function driverHeld({ lane, blocker, victims, idle }: Facts): Phrase {
  const [did, waited] = [didWhat({ blocker }), victimsWaited(victims)];
  return idle > 0
    ? phrase(
        "{0} held the timers and {1}, so {2} although {3}.",
        lane,
        did,
        waited,
        idleWorkers(idle),
      )
    : phrase("{0} held the timers and {1}, so {2}.", lane, did, waited);
}
