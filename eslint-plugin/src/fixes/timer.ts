/** `setTimeout` of node:timers/promises in place of something that waits. */
import { unwrap } from "../analysis/syntax/ast.js";
import { makeAvailable } from "./imports/imports.js";
import type { Node, PromiseForm, SourceCode } from "./types.js";

/** The longest time that Node's timers take; a longer one is made 1 ms. */
const longestMs = 2 ** 31 - 1;

/** False for a time that is written out and that a timer can't wait. */
function fitsTimer(milliseconds: Node): boolean {
  const node = unwrap(milliseconds);
  if (node.type === "Identifier") return node.name !== "Infinity" && node.name !== "undefined";
  if (node.type === "MemberExpression")
    return !/INFINITY|MAX/.test(
      String(node.property.type === "Identifier" ? node.property.name : ""),
    );
  return node.type !== "Literal" || (typeof node.value === "number" && node.value <= longestMs);
}

/** The name that a promise of a timer goes by here, and the edits that import it. */
export function timerName(sourceCode: SourceCode, node: Node): ReturnType<typeof makeAvailable> {
  return makeAvailable(
    { sourceCode, node, beside: "node:timers/promises" },
    {
      module: "node:timers/promises",
      name: "setTimeout",
      alternatives: ["sleep", "delay", "setTimeoutAsync"],
    },
  );
}

/** Replaces a node by a timer's promise. */
export function timer(
  sourceCode: SourceCode,
  node: Node,
  milliseconds: Node,
): PromiseForm | undefined {
  const name = fitsTimer(milliseconds) ? timerName(sourceCode, node) : undefined;
  if (name === undefined) return undefined;
  const text = sourceCode.getText(milliseconds);
  return {
    text: "Await a timer: setTimeout of node:timers/promises.",
    edits: [{ range: node.range, text: `${name.expression}(${text})` }, ...name.edits],
    exact: true,
  };
}
