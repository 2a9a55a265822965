import { readFileSync } from "node:fs";

const file = new URL("./config/flags.json", import.meta.url);

/** Reads the flags anew each time, so that a change takes effect without a restart. */
export function isEnabled(flag: string): boolean {
  const flags = JSON.parse(readFileSync(file, "utf8")) as Record<string, boolean>;
  return flags[flag] === true;
}
