/** Reads what `unblock calibrate` measured on this machine. The only file beside the linted ones that a rule reads. */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { CostRange } from "../catalog/types.js";
import type { MeasuredCosts } from "./values/catalog-index.js";

/**
 * Measured durations by API. `true` takes the file in the cache folder, and nothing where there is none, so that one
 * configuration serves machines with and without it; a path must exist. The first entry of an API stands for it.
 *
 * @throws {Error} where a file can't be read or is no calibration of version 1.
 */
export function measuredCosts(calibration: boolean | string, cwd: string): MeasuredCosts {
  if (calibration === false) return {};
  const file = calibration === true ? cachedFile(process.env) : path.resolve(cwd, calibration);
  if (calibration === true && !existsSync(file)) return {};
  const costs: Record<string, CostRange> = {};
  for (const call of callsIn(file)) costs[call.api] ??= { ...call.cost, source: "measured" };
  return costs;
}

/** `unblock/calibration-v1.json` in the user's cache folder: XDG_CACHE_HOME, or what the platform has in its place. */
function cachedFile({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  const folder =
    XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME)
      ? XDG_CACHE_HOME
      : process.platform === "darwin"
        ? path.join(homedir(), "Library", "Caches")
        : process.platform === "win32" && LOCALAPPDATA !== undefined
          ? LOCALAPPDATA
          : path.join(homedir(), ".cache");
  return path.join(folder, "unblock", "calibration-v1.json");
}

interface MeasuredCall {
  readonly api: string;
  readonly cost: CostRange;
}

function callsIn(file: string): readonly MeasuredCall[] {
  const document = parsed(file) as { version?: unknown; calls?: unknown } | null;
  if (document?.version !== 1 || !Array.isArray(document.calls)) {
    throw new Error(`${file} is no calibration of version 1; run unblock calibrate`);
  }
  return document.calls.map((call: Readonly<Record<string, unknown>> | null, index) => {
    const { api, basis, lowMs, typicalMs, highMs } = call ?? {};
    if (
      typeof api !== "string" ||
      typeof basis !== "string" ||
      typeof lowMs !== "number" ||
      typeof typicalMs !== "number" ||
      typeof highMs !== "number"
    ) {
      throw new Error(
        `${file}: calls[${String(index)}] is no measured call; run unblock calibrate`,
      );
    }
    return { api, cost: { lowMs, typicalMs, highMs, basis } };
  });
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}, which the option calibration names, can't be read: ${reason}`, {
      cause: error,
    });
  }
}
