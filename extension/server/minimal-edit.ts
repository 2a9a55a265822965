import type { TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** The edit that turns the document's text into `next`, without what both have in common at either end. */
export function minimalEdit(document: TextDocument, next: string): TextEdit | undefined {
  const text = document.getText();
  if (text === next) return undefined;
  const shorter = Math.min(text.length, next.length);
  let start = 0;
  while (start < shorter && text[start] === next[start]) start++;
  let end = 0;
  while (end < shorter - start && text[text.length - 1 - end] === next[next.length - 1 - end])
    end++;
  // No position of the protocol stands between the two characters of a line end.
  if (splitsLineEnd(text, start)) start--;
  if (splitsLineEnd(text, text.length - end)) end--;
  return {
    range: {
      start: document.positionAt(start),
      end: document.positionAt(text.length - end),
    },
    newText: next.slice(start, next.length - end),
  };
}

function splitsLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === "\r" && text[offset] === "\n";
}
