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

/** What is shown of a task: its latency, and how late its timers were acted on where it has any. */
interface Figure {
  readonly task: string;
  readonly column: string;
  readonly title: string;
  readonly of: "latencyMs" | "latenessMs";
}

function figuresOf({ runs }: SweepReport): Figure[] {
  const tasks = Object.keys(runs[0]?.result.tasks ?? {});
  return tasks.flatMap((task): Figure[] => {
    const latency = { task, column: task, title: task, of: "latencyMs" } as const;
    const hasTimers = runs.some(({ result }) => hasSamples(result.tasks[task]?.latenessMs));
    if (!hasTimers) return [latency];
    return [
      latency,
      { task, column: `${task} late`, title: `how late ${task} is`, of: "latenessMs" },
    ];
  });
}

function hasSamples(statistic: Result["tasks"][string]["latenessMs"] | undefined): boolean {
  return statistic !== undefined && statistic !== null;
}

/** For each run: the makespan, then each task's medians and 99th percentiles; "growing" where there is none. */
export function sweepTable(report: SweepReport): Table {
  const figures = figuresOf(report);
  return {
    columns: [
      report.name,
      "last done",
      ...figures.flatMap(({ column }) => [`${column} p50`, `p99`]),
    ],
    rows: report.runs.map(({ value, result }) => [
      value,
      formatMs(result.makespanMs),
      ...figures.flatMap(({ of, task }) => {
        if (result.growing.includes(task)) return ["growing", ""];
        const statistic = result.tasks[task]?.[of];
        return [formatMs(statistic?.p50), formatMs(statistic?.p99)];
      }),
    ]),
  };
}

export interface Plot {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly ms: number | null }[];
}

/** What to plot: the makespan, and the 99th percentiles. */
export function sweepPlots(report: SweepReport): Plot[] {
  const bars = (figure: (result: Result) => number | null) =>
    report.runs.map(({ value, result }) => ({ label: value, ms: figure(result) }));
  return [
    { title: "last completion", bars: bars((result) => result.makespanMs) },
    ...figuresOf(report).map(({ of, task, title }) => ({
      title: `99th percentile of ${title}`,
      bars: bars((result) =>
        result.growing.includes(task) ? null : (result.tasks[task]?.[of]?.p99 ?? null),
      ),
    })),
  ];
}
