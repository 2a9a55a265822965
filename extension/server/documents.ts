/** Where a document stands, and whether it is one to look at. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Settings } from "./settings.js";

export interface Place {
  /** Absolute; for a document without a file, a path that does not exist. */
  readonly path: string;
  /** The innermost workspace folder that holds it, else its own folder. */
  readonly folder: string;
  /** Whether there is a file on this machine behind it. */
  readonly onDisk: boolean;
}

export function placeOf(uri: string, workspaceFolders: readonly string[]): Place {
  if (!uri.startsWith("file:")) {
    // Only the name counts; percent signs and colons must not turn into folders.
    const name = (uri.split("/").at(-1) ?? "").replace(/[^\w.-]/gu, "_");
    const folder = path.resolve("/unblock-without-a-file");
    return { path: path.join(folder, name === "" ? "document" : name), folder, onDisk: false };
  }
  const file = fileURLToPath(uri);
  const folder = workspaceFolders
    .filter((candidate) => isInside(file, candidate))
    .sort((a, b) => b.length - a.length)[0];
  return { path: file, folder: folder ?? path.dirname(file), onDisk: true };
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && !relative.startsWith("..") && !path.isAbsolute(relative);
}

/** Whether a document is text of a size that can be looked at while typing. */
export function isReadable(document: TextDocument, settings: Settings): boolean {
  const text = document.getText();
  return text.length <= settings.maxFileSizeKb * 1024 && !text.includes("\0");
}

/** The path without links, also of a file that is gone. */
export function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPathOf(folder), path.basename(file));
  }
}
