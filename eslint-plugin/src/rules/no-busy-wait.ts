import type { Rule } from "eslint";
import type { LocatedFinding, SpinReason } from "../analysis/linting.js";
import type { Linting } from "./linting.js";
import { createFindingRule } from "./rule.js";
import { duration } from "./wording.js";

const waitsFor: Readonly<Record<SpinReason, string>> = {
  clock: "a clock",
  atomic: "a value in shared memory",
  message: "a message",
  file: "a file",
  process: "a process",
  flag: "something that its own loop never changes",
  forever: "nothing at all",
  count: "a count",
};

/** Reports loops that wait by spinning, and, where asked, loops that compute for a large number of rounds. */
export function noBusyWait(linting: Linting): Rule.RuleModule {
  return createFindingRule(linting, {
    name: "no-busy-wait",
    description: "disallow loops that wait by spinning",
    messages: {
      spins:
        "This busy loop waits for {{reason}} without giving way: it blocks the event loop for {{duration}}.",
      computes:
        "This long loop computes without giving way: it blocks the event loop for {{duration}}.",
    },
    message: (finding) => {
      const reason = reasonOf(finding);
      return {
        messageId: reason === "count" ? "computes" : "spins",
        data: { reason: waitsFor[reason], duration: duration(finding.estimate) },
      };
    },
  });
}

function reasonOf({ site }: LocatedFinding): SpinReason {
  return "spin" in site.cause ? site.cause.spin.reason : "forever";
}
