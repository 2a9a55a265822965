/** The figures that are compared: what one run says in one number. */
import { percentile } from "../../simulator/src/report/percentiles.js";
import type { Run, TaskSamples } from "./types.js";

type Samples = "latency" | "startDelay" | "lateness";

export type Figure =
  | { readonly of: "makespan" }
  | { readonly of: Samples; readonly task: string; readonly quantile: number }
  /** How many samples are above a limit: the victims of a stall. */
  | { readonly of: Samples; readonly task: string; readonly aboveMs: number }
  | { readonly of: "completed"; readonly task: string };

export const makespan: Figure = { of: "makespan" };

/** The quantiles that are gated on: a quiet run's maximum is the noise of the machine. */
export function quantiles(of: Samples, task: string, ...list: readonly number[]): Figure[] {
  return (list.length > 0 ? list : [0.5, 0.9]).map((quantile) => ({ of, task, quantile }));
}

export function victims(of: Samples, task: string, aboveMs: number): Figure {
  return { of, task, aboveMs };
}

/** The figure of one run; null where the run has no samples for it. */
export function valueOf(figure: Figure, run: Run): number | null {
  if (figure.of === "makespan") return run.makespanMs;
  const task: TaskSamples | undefined = run.tasks[figure.task];
  if (task === undefined) throw new Error(`the run has no task "${figure.task}"`);
  if (figure.of === "completed") return task.completed;
  const samples = samplesOf(figure.of, task);
  if ("aboveMs" in figure) return samples.filter((sample) => sample > figure.aboveMs).length;
  if (samples.length === 0) return null;
  return percentile(Float64Array.from(samples).sort(), figure.quantile);
}

function samplesOf(of: Samples, task: TaskSamples): readonly number[] {
  const fields = {
    latency: "latencyMs",
    startDelay: "startDelayMs",
    lateness: "latenessMs",
  } as const;
  return task[fields[of]];
}

const words = { latency: "latency", startDelay: "start delay", lateness: "lateness" };

/** The figure's name for people, such as "ticker: lateness p90". */
export function describeFigure(figure: Figure): string {
  if (figure.of === "makespan") return "makespan";
  if (figure.of === "completed") return `${figure.task}: completed`;
  const what = `${figure.task}: ${words[figure.of]}`;
  if ("aboveMs" in figure) return `${what}, how many above ${figure.aboveMs} ms`;
  return `${what} p${Math.round(figure.quantile * 100)}`;
}

export function isCount(figure: Figure): boolean {
  return figure.of === "completed" || "aboveMs" in figure;
}

/** Median, smallest and largest of the values that several runs gave. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** The distance between the first and the third quartile. */
  readonly middleHalf: number;
}

/** Null where no run had the figure. */
export function spreadOf(figure: Figure, runs: readonly Run[]): Spread | null {
  const values = runs.flatMap((run) => valueOf(figure, run) ?? []);
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return {
    median: percentile(sorted, 0.5),
    low: sorted[0],
    high: sorted[sorted.length - 1],
    middleHalf: percentile(sorted, 0.75) - percentile(sorted, 0.25),
  };
}
