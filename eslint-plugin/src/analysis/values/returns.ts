/** What a function returns, by its own `return` statements. */
import { isFunction, type FunctionNode, type Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";

/** The expressions that the function itself returns, not those of functions inside it. */
export function ownReturns(file: SourceFile, node: FunctionNode): readonly Node[] {
  return file.remember(returnsOf, node);
}

function returnsOf(node: FunctionNode, file: SourceFile): readonly Node[] {
  if (node.body.type !== "BlockStatement") return [node.body];
  const returned: Node[] = [];
  const pending: Node[] = [node.body];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === "ReturnStatement") {
      if (next.argument !== null) returned.push(next.argument);
      continue;
    }
    for (const child of file.children(next)) {
      if ((!isFunction(child) && child.type.endsWith("Statement")) || isClause(child))
        pending.push(child);
    }
  }
  return returned;
}

/** Parts of statements that hold statements. */
function isClause(node: Node): boolean {
  return node.type === "SwitchCase" || node.type === "CatchClause";
}
