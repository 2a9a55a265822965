import type { Node } from "../analysis/syntax/ast.js";

/** The node above. The parent of a program is undefined in the types, and null in what ESLint's own parser gives. */
export function parentOf(node: Node): Node | undefined {
  const parent = node.parent as Node | null | undefined;
  return parent ?? undefined;
}
