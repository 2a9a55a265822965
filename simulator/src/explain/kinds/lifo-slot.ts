/** A task that was woken or spawned last stands in its worker's LIFO slot, from which nobody can steal. */
import { didWhat, idleWorkers, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function lifoSlot({ lane, blocker, victims, idle }: Facts): Phrase {
  const alone = victims.length === 1 && victims[0].count === 1;
  const [did, waited] = [didWhat({ blocker }), victimsWaited(victims)];
  const stuck = alone
    ? phrase(
        "{0} {1} with a task in its LIFO slot, which no other worker can steal from: {2}.",
        lane,
        did,
        waited,
      )
    : phrase(
        "{0} {1} with tasks in its LIFO slot, which no other worker can steal from: {2}.",
        lane,
        did,
        waited,
      );
  return idle > 0
    ? phrase("{0} More workers do not help: {1}.", stuck, idleWorkers(idle))
    : phrase("{0} More workers do not help.", stuck);
}
