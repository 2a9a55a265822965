/** Workers that always have a next task of their own look at the injection queue only once in an interval of polls. */
import { victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function injectionInterval({ blocker, victims, peakQueue }: Facts): Phrase {
  const [task, waited] = [{ task: blocker.task }, victimsWaited(victims)];
  return peakQueue > 1
    ? phrase(
        'The workers went on with tasks of their own such as "{0}", and seldom looked at the injection queue, which grew to {1}: {2}.',
        task,
        peakQueue,
        waited,
      )
    : phrase(
        'The workers went on with tasks of their own such as "{0}", and seldom looked at the injection queue: {1}.',
        task,
        waited,
      );
}
