/** Statements with the comments that belong to them, as they leave one file for another. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit, Node, SourceCode } from "../types.js";
import { wholeLines } from "../imports/whole-lines.js";
import type { Declaration } from "./needs.js";

/** Where a statement starts, with the comments right above it. */
function startOf(sourceCode: SourceCode, statement: Node): number {
  let start: Node | TSESTree.Comment = statement;
  for (const comment of sourceCode.getCommentsBefore(statement).toReversed()) {
    const isAbove = start.loc.start.line - comment.loc.end.line <= 1;
    // What a file starts with belongs to the file; what stands behind other code, to that.
    if (!isAbove || comment.range[0] === 0) break;
    if (sourceCode.getTokenBefore(comment)?.loc.end.line === comment.loc.start.line) break;
    start = comment;
  }
  return start.range[0];
}

/** The text of a declaration in its new module. */
export function movedText(
  sourceCode: SourceCode,
  { statement, declared }: Declaration,
  isExported: boolean,
): string {
  const { text } = sourceCode;
  const comments = text.slice(startOf(sourceCode, statement), statement.range[0]);
  return comments + (isExported ? "export " : "") + text.slice(...declared.range);
}

/** Removes a statement, its comments, and one of the empty lines around it. */
export function removal(sourceCode: SourceCode, statement: Node): Edit {
  const { text } = sourceCode;
  const lines = wholeLines(sourceCode, {
    range: [startOf(sourceCode, statement), statement.range[1]],
  });
  const isAfterGap = /(?:^|\n)[ \t]*\r?\n$/u.test(text.slice(0, lines[0])) || lines[0] === 0;
  const gap = isAfterGap ? (/^[ \t]*\r?\n/u.exec(text.slice(lines[1]))?.[0].length ?? 0) : 0;
  return { range: [lines[0], lines[1] + gap], text: "" };
}
