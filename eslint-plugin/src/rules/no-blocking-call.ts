import type { Rule } from "eslint";
import type { Linting } from "./linting.js";
import { createFindingRule } from "./rule.js";
import { duration } from "./wording.js";

/** Reports calls that block the event loop themselves: `readFileSync` in an async function. */
export function noBlockingCall(linting: Linting): Rule.RuleModule {
  return createFindingRule(linting, {
    name: "no-blocking-call",
    description: "disallow calls that block the event loop",
    messages: { blocks: "{{api}} blocks the event loop for {{duration}}." },
    message: ({ api, estimate }) => ({
      messageId: "blocks",
      data: { api, duration: duration(estimate) },
    }),
  });
}
