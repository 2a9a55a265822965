import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/**
 * A folder outside the repository for what tests bring in: `unblock-<name>` in `UNBLOCK_TEST_CACHE`,
 * else in `XDG_CACHE_HOME`, else in `~/.cache`. Made when it is missing.
 */
export function cacheFolder(name: string): string {
  const base =
    process.env["UNBLOCK_TEST_CACHE"] ??
    process.env["XDG_CACHE_HOME"] ??
    path.join(homedir(), ".cache");
  const folder = path.join(base, `unblock-${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
