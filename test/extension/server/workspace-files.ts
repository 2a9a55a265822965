/** Files of a workspace on disk, by their names in it. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** @param folder asked each time, since tests make it anew */
export function workspaceFiles(folder: () => string) {
  return {
    uriOf: (name: string): string => pathToFileURL(path.join(folder(), name)).href,
    write: (name: string, content: string): void => {
      const file = path.join(folder(), name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
  };
}
