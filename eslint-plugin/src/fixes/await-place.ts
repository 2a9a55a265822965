/** Where an `await` may stand. */
import { isFunction, type FunctionNode, type Node } from "../analysis/ast.js";
import { parentOf } from "./ancestors.js";
import type { SourceCode } from "./types.js";

/** The function that runs what stands at a node, and whether it runs it in its body rather than in a parameter. */
function runner(node: Node): { readonly fn: FunctionNode | undefined; readonly inBody: boolean } {
  let child = node;
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    if (isFunction(above)) return { fn: above, inBody: above.body === child };
    // A field's value and a static block run in functions of their own, which can't wait.
    if (above.type === "StaticBlock") return { fn: undefined, inBody: false };
    if (isFieldValue(above, child)) return { fn: undefined, inBody: false };
    child = above;
  }
  return { fn: undefined, inBody: true };
}

function isFieldValue(above: Node, child: Node): boolean {
  const isField = above.type === "PropertyDefinition" || above.type === "AccessorProperty";
  return isField && above.value === child;
}

/** True where `await` is legal as the code stands: in the body of an async function, or of a module. */
export function canAwait(sourceCode: SourceCode, node: Node): boolean {
  const { fn, inBody } = runner(node);
  if (!inBody) return false;
  return fn === undefined ? sourceCode.ast.sourceType === "module" : fn.async;
}

/** The function around a node that would have to become async before `await` is legal; it is not a generator. */
export function functionToBecomeAsync(node: Node): FunctionNode | undefined {
  const { fn, inBody } = runner(node);
  return fn !== undefined && inBody && !fn.async && !fn.generator ? fn : undefined;
}
