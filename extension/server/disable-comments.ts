/** Comments that switch a rule off, as ESLint reads them. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver";

/** Switches a rule off for one line, adding to a comment that stands above it already. */
export function disableForLine(document: TextDocument, line: number, ruleId: string): TextEdit {
  const above = line === 0 ? "" : lineText(document, line - 1);
  const existing =
    /^\s*\/\/\s*eslint-disable-next-line\s+(?<rules>[^\s-](?:(?! --).)*?)\s*(?: --.*)?$/u.exec(
      above,
    );
  const rules = existing?.groups?.["rules"];
  if (rules !== undefined) {
    const character =
      above.indexOf(rules, above.indexOf("eslint-disable-next-line") + 24) + rules.length;
    const position = { line: line - 1, character };
    return { range: { start: position, end: position }, newText: `, ${ruleId}` };
  }
  const position = { line, character: 0 };
  const indentation = /^\s*/u.exec(lineText(document, line))?.[0] ?? "";
  return {
    range: { start: position, end: position },
    newText: `${indentation}// eslint-disable-next-line ${ruleId}${lineEnd(document)}`,
  };
}

/** Switches a rule off for the whole file; a line that names the interpreter stays first. */
export function disableForFile(document: TextDocument, ruleId: string): TextEdit {
  const line = lineText(document, 0).startsWith("#!") ? 1 : 0;
  const position = { line, character: 0 };
  return {
    range: { start: position, end: position },
    newText: `/* eslint-disable ${ruleId} */${lineEnd(document)}`,
  };
}

function lineText(document: TextDocument, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/\r?\n$/u, "");
}

function lineEnd(document: TextDocument): string {
  return document.getText().includes("\r\n") ? "\r\n" : "\n";
}
