/** Comments that stand in text which is replaced. */
import type { SourceCode } from "./types.js";

/** The comments within a range, in a form that code may follow. */
export function commentsWithin(sourceCode: SourceCode, start: number, end: number): string {
  return sourceCode
    .getAllComments()
    .filter(({ range }) => start <= range[0] && range[1] <= end)
    .map(({ type, range }) => {
      const text = sourceCode.text.slice(...range);
      return String(type) === "Line" ? `${text}\n` : text;
    })
    .join("");
}
