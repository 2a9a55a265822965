/** JSON as manifests and tsconfig files have it. */
import fs from "node:fs";

/** Strings, which stay as they are, or what JSON lacks: comments, and commas before a closing bracket. */
const tokens = /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\/|,(?=\s*[}\]])/gu;
const trailing = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/gu;

/** The document in a file, comments and trailing commas allowed; undefined where it is missing or not an object. */
export function parseJsonWithComments<T extends object>(file: string): T | undefined {
  try {
    const text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
    // A comment may stand between a trailing comma and its bracket: comments go first.
    const plain = text.replace(tokens, "$1").replace(trailing, "$1");
    const document: unknown = JSON.parse(plain);
    return typeof document === "object" && document !== null ? (document as T) : undefined;
  } catch {
    // Missing or not JSON: to the analysis all the same.
    return undefined;
  }
}
