/** execa's `$.sync`…`` to `await $`…``: the tag without its `.sync` gives a promise of the same result. */
import { calleeOf, unwrap } from "../analysis/syntax/ast.js";
import { isAlways } from "./calls/callee.js";
import type { Fixer } from "./types.js";

export const tagged: Fixer = ({ sourceCode, call, module, path }) => {
  const isScript = module === "execa" && /^\$(?:\(\))?\.s(?:ync)?$/.test(path);
  if (!isScript || call.type !== "TaggedTemplateExpression") return [];
  const tag = calleeOf(call);
  if (tag !== unwrap(call.tag) || tag.type !== "MemberExpression" || tag.computed) return [];
  if (tag.optional || !isAlways(sourceCode, tag)) return [];
  return [
    {
      text: "Await $ of execa.",
      edits: [{ range: [tag.object.range[1], tag.range[1]], text: "" }],
      exact: true,
    },
  ];
};
