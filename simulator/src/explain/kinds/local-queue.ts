/** A task in the queue of a worker that is busy, which no idle worker came to steal: none was searching. */
import { didWhat, idleWorkers, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

export function localQueue({ blocker, victims, idle }: Facts): string {
  const although = idle > 0 ? `; ${idleWorkers(idle)}, and nothing woke them to steal` : "";
  return `${blocker.lane} ${didWhat(blocker)} with tasks in its queue: ${victimsWaited(victims)}${although}.`;
}
