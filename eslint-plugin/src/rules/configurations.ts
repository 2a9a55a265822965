/** What the configurations turn on. */
import type { Linter } from "eslint";
import { contexts } from "./options.js";

/** Every rule, by its defaults: what blocks without any doubt. */
export function recommended(): Linter.RuleEntry {
  return "error";
}

/** Every rule, also for callbacks that are not async themselves, and for what is only likely to block. */
export function strict(rule: string): Linter.RuleEntry {
  if (rule === "valid-spawn-blocking") return "error";
  return [
    "error",
    {
      confidence: "possible",
      contexts: [...contexts],
    },
  ];
}
