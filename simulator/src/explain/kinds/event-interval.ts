/** A worker that always has a next task looks at timers and I/O only once in an interval of polls. */
import { victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";
import { phrase } from "../phrase.js";
import type { Phrase } from "../phrase.js";

export function eventInterval({ lane, blocker, victims }: Facts): Phrase {
  return phrase(
    '{0} polled "{1}" again and again, and looks at timers and I/O only once in so many polls (its event interval): {2}.',
    lane,
    { task: blocker.task },
    victimsWaited(victims),
  );
}
