import type { Rule } from "eslint";
import type { Linting } from "./linting.js";
import type { RuleOptions } from "./options.js";
import { createFindingRule } from "./rule.js";
import { chainText, duration } from "./wording.js";

interface ChainOptions extends RuleOptions {
  readonly depth?: number;
}

/** Chains longer than this are cut off in messages: nobody reads further. */
const defaultDepth = 10;

/** Reports calls of functions that block further down, in this file or another. */
export function noBlockingChain(linting: Linting): Rule.RuleModule {
  return createFindingRule<ChainOptions>(linting, {
    name: "no-blocking-chain",
    description: "disallow calls of functions that block the event loop further down",
    properties: {
      depth: {
        description:
          "How many calls deep a chain is printed and followed. Default: 10. A longer one is cut off, and says so.",
        type: "integer",
        minimum: 1,
      },
    },
    messages: {
      blocks: "{{name}} ends in {{api}}, which blocks the event loop for {{duration}}: {{chain}}.",
      cutOff:
        "{{name}} ends in {{api}}, which blocks the event loop for {{duration}}: {{chain}} → … ({{more}} more, cut off at depth {{depth}}).",
    },
    message: ({ api, chain, estimate }, options, { cwd }) => {
      const depth = options.depth ?? defaultDepth;
      const more = chain.length - 1 - depth;
      const data = { api, name: chain[0]?.name ?? api, duration: duration(estimate) };
      return more <= 0
        ? { messageId: "blocks", data: { ...data, chain: chainText(chain, cwd) } }
        : {
            messageId: "cutOff",
            data: {
              ...data,
              chain: chainText(chain.slice(0, depth), cwd),
              more: String(more + 1),
              depth: String(depth),
            },
          };
    },
  });
}
