/** Finds the source files that a command is pointed at. */
import { readdirSync, statSync } from "node:fs";
import type { Stats } from "node:fs";
import path from "node:path";

const extensions = new Set([".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"]);
const skippedFolders = new Set(["node_modules", "dist", "build", "coverage"]);

export type FoundFiles =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * The JavaScript and TypeScript files among and below `paths`, sorted, each once. Below a folder, hidden folders,
 * `node_modules`, `dist`, `build`, `coverage` and declaration files are left out; a file named outright is taken as
 * it is. An error names the path that is missing or holds nothing.
 */
export function findSourceFiles(paths: readonly string[]): FoundFiles {
  const files = new Set<string>();
  for (const each of paths) {
    const stats = statsOf(each);
    if (stats === undefined) return { ok: false, message: `no such file or folder: ${each}` };
    if (stats.isFile()) {
      if (!extensions.has(path.extname(each))) {
        return { ok: false, message: `not a JavaScript or TypeScript file: ${each}` };
      }
      files.add(path.normalize(each));
      continue;
    }
    const below = sourceFilesBelow(each);
    if (below.length === 0) {
      return { ok: false, message: `no JavaScript or TypeScript files in ${each}` };
    }
    for (const file of below) files.add(file);
  }
  return { ok: true, files: [...files].sort() };
}

/** What is at a path; undefined where nothing is, or can be (a name that is too long, or holds a null character). */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function sourceFilesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const isSkipped = entry.name.startsWith(".") || skippedFolders.has(entry.name);
      return isSkipped ? [] : sourceFilesBelow(child);
    }
    const isSource =
      entry.isFile() &&
      extensions.has(path.extname(entry.name)) &&
      !/\.d\.[cm]?ts$/.test(entry.name);
    return isSource ? [child] : [];
  });
}
