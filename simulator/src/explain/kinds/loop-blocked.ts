/** The only thread of an event loop, or of a current-thread runtime, was inside a task that did not give it back. */
import { didWhat, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

export function loopBlocked({ blocker, victims, blockers }: Facts): string {
  const often = blockers > 1 ? `, and ${blockers - 1} more times` : "";
  return `The ${blocker.lane} ${didWhat(blocker)}${often}, so ${victimsWaited(victims)}.`;
}
