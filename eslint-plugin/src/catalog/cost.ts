import type { CostRange } from "./types.js";

/** Durations in milliseconds, and where they come from. */
export function cost(lowMs: number, typicalMs: number, highMs: number, basis: string): CostRange {
  return { lowMs, typicalMs, highMs, basis };
}
