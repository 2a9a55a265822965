/** A worker that always has a next task looks at timers and I/O only once in an interval of polls. */
import { victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

export function eventInterval({ blocker, victims }: Facts): string {
  return (
    `${blocker.lane} polled "${blocker.task}" again and again, and looks at timers and I/O only once in ` +
    `so many polls (its event interval): ${victimsWaited(victims)}.`
  );
}
