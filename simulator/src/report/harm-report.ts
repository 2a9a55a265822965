/** The report on functions that block, ranked by the delay that they cause to others: what its formats print. */
import { defaultLoadOptions, loadAloneMs, type LoadOptions } from "../scenario/default-load.js";
import {
  blockingMs,
  type ModelledBlockingStep,
  type ModelledFunction,
  type ModelledRemedy,
  type ModelledStep,
} from "../scenario/modelled-function.js";
import { harmRatio, type Comparison } from "./comparison.js";
import type { HarmChange } from "./harm-change.js";

/** A step that blocks, with how often one call of the function runs it. */
export interface BlockingStepReport extends ModelledBlockingStep {
  readonly times: number;
}

export interface FunctionReport {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** How long one call holds the event loop, by the typical values. */
  readonly blockingMs: number;
  readonly steps: readonly BlockingStepReport[];
  readonly comparison: Comparison;
  /** The bystander's 99th percentile as written over that with the fix; null where a load grows. */
  readonly harmRatio: number | null;
}

/** A file that was not analysed, and why. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

export interface HarmReport {
  readonly version: 1;
  readonly load: LoadOptions;
  readonly bystanderAloneMs: number;
  readonly filesRead: number;
  /** Worst first. */
  readonly functions: readonly FunctionReport[];
  readonly skipped: readonly SkippedFile[];
  /** Against an earlier state of the code, where the report was asked for that. */
  readonly change?: HarmChange;
}

export interface ComparedFunction {
  readonly model: ModelledFunction;
  readonly comparison: Comparison;
}

/** Ranks the functions by what the bystander waits for: growing loads first, then its 99th percentile, then its mean. */
export function harmReport(
  compared: readonly ComparedFunction[],
  filesRead: number,
  skipped: readonly SkippedFile[],
  load: Partial<LoadOptions> = {},
): HarmReport {
  const functions = compared.map(({ model, comparison }) => ({
    name: model.name,
    file: model.file,
    line: model.line,
    blockingMs: blockingMs(model.steps),
    steps: blockingSteps(model.steps, 1),
    comparison,
    harmRatio: harmRatio(comparison),
  }));
  return {
    version: 1,
    load: { ...defaultLoadOptions, ...load },
    bystanderAloneMs: loadAloneMs(load),
    filesRead,
    functions: functions.sort(byHarm),
    skipped,
  };
}

function blockingSteps(steps: readonly ModelledStep[], times: number): BlockingStepReport[] {
  return steps.flatMap((step) => {
    if (step.kind === "loop") return blockingSteps(step.steps, times * step.count);
    return step.kind === "block" || step.kind === "compute" ? [{ ...step, times }] : [];
  });
}

function byHarm(a: FunctionReport, b: FunctionReport): number {
  const place = (each: FunctionReport) =>
    `${each.file}:${String(each.line).padStart(9, "0")}:${each.name}`;
  return (
    bystanderP99(b) - bystanderP99(a) ||
    bystanderMean(b) - bystanderMean(a) ||
    b.blockingMs - a.blockingMs ||
    (place(a) < place(b) ? -1 : 1)
  );
}

/** The median of the bystander's 99th percentile as written; infinite where the load grows. */
export function bystanderP99({ comparison }: FunctionReport): number {
  const { growing, latencyMs } = comparison.asWritten.bystander;
  return growing ? Number.MAX_VALUE : (latencyMs?.p99.median ?? 0);
}

function bystanderMean({ comparison }: FunctionReport): number {
  return comparison.asWritten.bystander.latencyMs?.mean.median ?? 0;
}

/** The functions beside which the bystander's 99th percentile exceeds the budget, growing loads included. */
export function overBudget(report: HarmReport, maxDelayMs: number): FunctionReport[] {
  return report.functions.filter((each) => bystanderP99(each) > maxDelayMs);
}

const remedies: Readonly<Record<ModelledRemedy, string>> = {
  timer: "await a timer",
  async: "await the asynchronous form",
  threadpool: "await the asynchronous form",
  "spawn-blocking": "await spawnBlocking(…)",
  "block-in-place": "block in place",
  parallel: "spread over the data-parallel pool",
};

export function remedyText(remedy: ModelledRemedy): string {
  return remedies[remedy];
}
