/** What a cause is called in a few words, above the simulator's own sentence. */
import type { Cause } from "unblock-simulator";
import type { Translate } from "./text.js";

export function causeTitle({ kind }: Pick<Cause, "kind">, t: Translate): string {
  switch (kind) {
    case "loop-blocked":
      return t("The only thread was held");
    case "driver-held":
      return t("Nobody looked at timers and I/O");
    case "event-interval":
      return t("Timers and I/O were looked at too seldom");
    case "lifo-slot":
      return t("Stuck in a slot that nobody can steal from");
    case "local-queue":
      return t("Nobody came to steal");
    case "workers-exhausted":
      return t("All workers were held");
    case "injection-interval":
      return t("New tasks were looked at too seldom");
    case "pool-full":
      return t("The pool was full");
    default:
      return t("Others had to wait");
  }
}
