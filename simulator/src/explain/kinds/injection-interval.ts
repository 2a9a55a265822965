/** Workers that always have a next task of their own look at the injection queue only once in an interval of polls. */
import { victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

export function injectionInterval({ blocker, victims, peakQueue }: Facts): string {
  const grew = peakQueue > 1 ? `, which grew to ${peakQueue}` : "";
  return (
    `The workers went on with tasks of their own such as "${blocker.task}", and seldom looked at the injection ` +
    `queue${grew}: ${victimsWaited(victims)}.`
  );
}
