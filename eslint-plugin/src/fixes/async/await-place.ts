/** Where an `await` may stand. */
import { childrenOf, isFunction, type FunctionNode, type Node } from "../../analysis/syntax/ast.js";
import { parentOf } from "../ancestors.js";
import type { SourceCode } from "../types.js";

/** The function that runs what stands at a node, and whether it runs it in its body rather than in a parameter. */
export interface Place {
  readonly fn: FunctionNode | undefined;
  readonly inBody: boolean;
}

export function placeOf(node: Node): Place {
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
  const { fn, inBody } = placeOf(node);
  if (!inBody) return false;
  return fn === undefined ? sourceCode.ast.sourceType === "module" : fn.async;
}

/** True for a module that awaits something while it is loaded. */
export function isTopLevelAwaited(sourceCode: SourceCode): boolean {
  const pending: Node[] = [...sourceCode.ast.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await)) {
      return true;
    }
    if (!isFunction(node)) pending.push(...childrenOf(node, sourceCode.visitorKeys));
  }
  return false;
}
