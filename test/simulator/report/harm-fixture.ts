import type { Comparison, LatencyOverSeeds } from "../../../simulator/src/report/comparison.js";
import { harmReport, type HarmReport } from "../../../simulator/src/report/harm-report.js";
import type {
  ModelledBlockingStep,
  ModelledFunction,
} from "../../../simulator/src/scenario/modelled-function.js";

function latency(p99: number): LatencyOverSeeds {
  const spread = { median: p99, low: p99 - 1, high: p99 + 1 };
  return {
    growing: false,
    latencyMs: { mean: spread, p50: spread, p90: spread, p99: spread, max: spread },
  };
}

const growing: LatencyOverSeeds = { growing: true, latencyMs: null };

/** The bystander's 99th percentile as written and fixed; "growing" for a load that can't be served. */
export function comparison(asWritten: number | "growing", fixed: number): Comparison {
  const before = asWritten === "growing" ? growing : latency(asWritten);
  return {
    asWritten: { called: before, bystander: before },
    fixed: { called: latency(fixed), bystander: latency(fixed) },
  };
}

export function modelled(name: string, ms: number): ModelledFunction {
  const at = { file: `src/${name}.ts`, line: 7 };
  const step: ModelledBlockingStep = {
    id: "0",
    label: "node:crypto.pbkdf2Sync",
    kind: "compute",
    ms,
    lowMs: ms / 2,
    highMs: ms * 2,
    source: "computed",
    basis: "600,000 iterations",
    at,
    remedy: "threadpool",
  };
  return { name, file: at.file, line: 3, steps: [step] };
}

/** Three functions: one that is harmful, one more so, and one whose load grows. */
export function sampleReport(): HarmReport {
  return harmReport(
    [
      { model: modelled("readFlags", 20), comparison: comparison(24, 2.4) },
      { model: modelled("signUp", 300), comparison: comparison(600, 3) },
      { model: modelled("monthlyReport", 900), comparison: comparison("growing", 3) },
    ],
    12,
    [{ file: "src/broken.ts", reason: "line 3: '}' expected" }],
  );
}
