/** An element of a list that goes, with the comma that parts it from its neighbour. */
import { commentsWithin } from "../comments.js";
import type { Edit, Node, SourceCode } from "../types.js";

/** Takes out an argument, an element or a property; the comments around it stay. */
export function withoutElement(sourceCode: SourceCode, node: Node): Edit {
  const before = sourceCode.getTokenBefore(node);
  if (before?.value === ",") return removal(sourceCode, before.range[0], node.range[1]);
  const after = sourceCode.getTokenAfter(node);
  const next = after?.value === "," ? sourceCode.getTokenAfter(after) : null;
  return removal(sourceCode, node.range[0], next?.range[0] ?? node.range[1]);
}

function removal(sourceCode: SourceCode, start: number, end: number): Edit {
  return { range: [start, end], text: commentsWithin(sourceCode, start, end) };
}
