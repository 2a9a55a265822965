/** What a doc comment says about a function: `@blocking`, `@nonblocking`. */
import { isClass, parentOf, type Node } from "./ast.js";
import type { SourceFile } from "./source-file.js";

export type Tag = "blocking" | "nonblocking";

/** How far a doc comment may stand before its function, in characters. */
const longestComment = 5000;

const docComment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*$/u;

/** The tag in the doc comment of a function or a class. */
export function tagOf(file: SourceFile, node: Node): Tag | undefined {
  if (!file.hasTags) return undefined;
  const [start] = documented(node).range;
  const before = file.text.slice(Math.max(0, start - longestComment), start);
  const comment = docComment.exec(before)?.[1];
  const tag = comment === undefined ? undefined : /@(nonblocking|blocking)\b/u.exec(comment)?.[1];
  return tag === "blocking" || tag === "nonblocking" ? tag : undefined;
}

/** The declaration before which people write the comment of a function. */
function documented(node: Node): Node {
  let declared = node;
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    switch (above.type) {
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
      case "VariableDeclaration":
      case "VariableDeclarator":
      case "MethodDefinition":
      case "PropertyDefinition":
      case "Property":
      case "AssignmentExpression":
      case "ExpressionStatement":
        if (isClass(node) && above.type === "PropertyDefinition") return declared;
        declared = above;
        break;
      default:
        return declared;
    }
  }
  return declared;
}
