/** The words that code is written with: identifiers, and strings that may be names. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, type Node } from "../syntax/ast.js";

const plainWord = /^[\w$]{1,60}$/u;

/** `load.call`, `load.bind`: about the function itself. */
export function isIndirect(node: TSESTree.MemberExpression): boolean {
  const name = plainKey(node.property, node.computed);
  return name === "call" || name === "apply" || name === "bind";
}

/** The word that a node is; undefined for one that is none. */
export function wordOf(node: Node): string | undefined {
  switch (node.type) {
    case "Identifier":
    case "JSXIdentifier":
      return node.name;
    case "PrivateIdentifier":
      return `#${node.name}`;
    case "ImportExpression":
      return "import";
    case "Literal":
      // Computed keys.
      return typeof node.value === "string" && plainWord.test(node.value) ? node.value : undefined;
    default:
      return undefined;
  }
}
