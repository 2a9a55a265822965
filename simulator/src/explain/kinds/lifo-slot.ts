/** A task that was woken or spawned last stands in its worker's LIFO slot, from which nobody can steal. */
import { didWhat, idleWorkers, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

export function lifoSlot({ blocker, victims, idle }: Facts): string {
  const alone = victims.length === 1 && victims[0].count === 1;
  const although = idle > 0 ? `: ${idleWorkers(idle)}` : "";
  return (
    `${blocker.lane} ${didWhat(blocker)} with ${alone ? "a task" : "tasks"} in its LIFO slot, ` +
    `which no other worker can steal from: ${victimsWaited(victims)}. More workers do not help${although}.`
  );
}
