/** Extraction into a worker's module, as one edit that creates the new file: undo takes all of it back. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { toTextEdit } from "./code-actions.js";
import type { FileExtraction } from "./linter.js";

/** The edit for the version of the document that it was made for; it fails rather than overwrite a file. */
export function extractionEdit(
  document: TextDocument,
  file: string,
  { file: name, text, changes }: FileExtraction,
): WorkspaceEdit {
  const uri = pathToFileURL(path.join(path.dirname(file), name)).href;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: text }],
      },
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: changes.map((change) => toTextEdit(document, change)),
      },
    ],
  };
}

/** The first of "digest.worker.ts", "digest-2.worker.ts" … that is not taken. */
export function freeFile(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  const dot = wanted.indexOf(".");
  for (let number = 2; ; number++) {
    const name = `${wanted.slice(0, dot)}-${String(number)}${wanted.slice(dot)}`;
    if (!isTaken(name)) return name;
  }
}
