/** Several runs that differ in one value: a table, and a plot of what changed. */
import type { Result } from "./result.js";
import type { Table } from "./table.js";
import { formatMs } from "./units.js";

export interface SweepRun {
  /** The value as text. */
  readonly value: string;
  readonly result: Result;
}

export interface SweepReport {
  readonly title: string;
  /** "workers", or a path in the scenario. */
  readonly name: string;
  readonly runs: readonly SweepRun[];
}

/** For each run: the makespan, then each task's median and 99th percentile; "growing" where there is none. */
export function sweepTable(report: SweepReport): Table {
  const tasks = Object.keys(report.runs[0]?.result.tasks ?? {});
  return {
    columns: [report.name, "last done", ...tasks.flatMap((task) => [`${task} p50`, `p99`])],
    rows: report.runs.map(({ value, result }) => [
      value,
      formatMs(result.makespanMs),
      ...tasks.flatMap((task) => {
        if (result.growing.includes(task)) return ["growing", ""];
        const latency = result.tasks[task]?.latencyMs;
        return [formatMs(latency?.p50), formatMs(latency?.p99)];
      }),
    ]),
  };
}

export interface Plot {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly ms: number | null }[];
}

/** What to plot: the makespan where tasks arrive at once and all complete, else each task's 99th percentile. */
export function sweepPlots(report: SweepReport): Plot[] {
  const bars = (figure: (result: Result) => number | null) =>
    report.runs.map(({ value, result }) => ({ label: value, ms: figure(result) }));
  const tasks = Object.keys(report.runs[0]?.result.tasks ?? {});
  return [
    { title: "last completion", bars: bars((result) => result.makespanMs) },
    ...tasks.map((task) => ({
      title: `99th percentile of ${task}`,
      bars: bars((result) =>
        result.growing.includes(task) ? null : (result.tasks[task]?.latencyMs?.p99 ?? null),
      ),
    })),
  ];
}
