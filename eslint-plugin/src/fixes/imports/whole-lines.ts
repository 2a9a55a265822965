import type { Edit, Node, SourceCode } from "../types.js";

/** A node with the lines that it has for itself; else with the white space behind it. */
export function wholeLines(
  { text }: SourceCode,
  { range: [start, end] }: Pick<Node, "range">,
): Edit["range"] {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/u.exec(text.slice(end))?.[0];
  if (rest !== undefined && text.slice(line, start).trim() === "") return [line, end + rest.length];
  return [start, end + (/^[ \t]*/u.exec(text.slice(end))?.[0].length ?? 0)];
}
