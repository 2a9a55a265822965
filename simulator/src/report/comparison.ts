/** A function as written beside itself with the fix applied: latencies over several seeds. Times are milliseconds. */
import { loadTaskNames } from "../scenario/default-load.js";
import type { Result, Summary } from "./result.js";

/** The median over seeds with its range; milliseconds. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One task's latency over the seeds. */
export interface LatencyOverSeeds {
  /** Arrives faster than it completes in most of the seeds: then there is no latency to speak of. */
  readonly growing: boolean;
  /** Null when the load grows or nothing completed. */
  readonly latencyMs: {
    readonly mean: Spread;
    readonly p50: Spread;
    readonly p90: Spread;
    readonly p99: Spread;
    readonly max: Spread;
  } | null;
}

export interface VariantOutcome {
  /** The function's own latency. */
  readonly called: LatencyOverSeeds;
  /** The latency of the requests that have nothing to do with it. */
  readonly bystander: LatencyOverSeeds;
}

export interface Comparison {
  readonly asWritten: VariantOutcome;
  readonly fixed: VariantOutcome;
}

/** Summarises the results of one variant's runs, one result a seed. */
export function variantOutcome(functionName: string, results: readonly Result[]): VariantOutcome {
  const names = loadTaskNames(functionName);
  return {
    called: latencyOverSeeds(results, names.called),
    bystander: latencyOverSeeds(results, names.bystander),
  };
}

function latencyOverSeeds(results: readonly Result[], task: string): LatencyOverSeeds {
  const growing = results.filter((result) => result.growing.includes(task)).length;
  const summaries = results.flatMap((result) => result.tasks[task]?.latencyMs ?? []);
  if (growing * 2 > results.length) return { growing: true, latencyMs: null };
  if (summaries.length === 0) return { growing: false, latencyMs: null };
  const spread = (statistic: keyof Summary) =>
    spreadOf(summaries.map((summary) => summary[statistic]));
  return {
    growing: false,
    latencyMs: {
      mean: spread("mean"),
      p50: spread("p50"),
      p90: spread("p90"),
      p99: spread("p99"),
      max: spread("max"),
    },
  };
}

/** The median (the lower one of two) and the range of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor((sorted.length - 1) / 2)],
    low: sorted[0],
    high: sorted[sorted.length - 1],
  };
}

/**
 * How many times longer the bystander's 99th percentile is as written than with the fix; null when either has no
 * latency to speak of.
 */
export function harmRatio({ asWritten, fixed }: Comparison): number | null {
  const before = asWritten.bystander.latencyMs;
  const after = fixed.bystander.latencyMs;
  return before === null || after === null ? null : before.p99.median / after.p99.median;
}
