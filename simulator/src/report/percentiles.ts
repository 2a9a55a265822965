/** Exact statistics over samples. */
import { percentile } from "../engine/percentile.js";
import type { Summary } from "./result.js";

export { percentile } from "../engine/percentile.js";

/** Mean, percentiles and maximum, each divided by `unit`; null without samples. The samples may be unsorted. */
export function summarise(samples: Float64Array, unit: number): Summary | null {
  if (samples.length === 0) return null;
  const sorted = samples.slice().sort();
  const total = sorted.reduce((sum, sample) => sum + sample, 0);
  return {
    mean: total / sorted.length / unit,
    p50: percentile(sorted, 0.5) / unit,
    p90: percentile(sorted, 0.9) / unit,
    p99: percentile(sorted, 0.99) / unit,
    max: sorted[sorted.length - 1] / unit,
  };
}
