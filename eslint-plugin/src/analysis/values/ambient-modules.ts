/** Names that a module puts among the globals: `import "zx/globals"`, and scripts that zx itself runs. */
import type { SourceFile } from "../syntax/source-file.js";
import { api, type ApiValue } from "./values.js";

const zx = "zx";
const zxGlobals = /["'`]zx\/globals["'`]|^#![^\n]*\bzx\b/u;

/** Those of zx's globals that lead to something that blocks. */
const zxNames = new Set(["$", "fs", "glob", "which"]);

/** What a name that a file does not declare stands for, if a module put it among the globals. */
export function ambientMember(file: SourceFile, name: string): ApiValue | undefined {
  return zxNames.has(name) && zxGlobals.test(file.text) ? api(zx, [name]) : undefined;
}
