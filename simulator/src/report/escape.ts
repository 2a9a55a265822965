/** Names come from the user's documents and code: none of them may become markup, a table cell or an escape sequence. */

export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>|#]/g, "\\$&");
}

/** For text and attributes of HTML and SVG. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return printable(text).replace(/[&<>"']/g, (character) => entities[character]);
}

/** Control characters as a visible sign; a line break as a space. */
export function printable(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ").replace(/[\p{Cc}\u2028\u2029]/gu, "\ufffd");
}
