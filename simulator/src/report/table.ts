/** The table of figures that text, Markdown and HTML print. */
import type { Result, Summary } from "./result.js";
import { formatCount, formatMs } from "./units.js";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function figures(summary: Summary | null, keys: readonly (keyof Summary)[]): string[] {
  return keys.map((key) => formatMs(summary?.[key]));
}

/** Latency by task; a task that is growing has no figures. Lateness of timers only where a task has some. */
export function latencyTable(result: Result): Table {
  const hasTimers = Object.values(result.tasks).some((task) => task.latenessMs !== null);
  const rows = Object.entries(result.tasks).map(([name, task]) => {
    const isGrowing = result.growing.includes(name);
    const latency = isGrowing
      ? ["growing", "", "", ""]
      : figures(task.latencyMs, ["p50", "p90", "p99", "max"]);
    return [
      name,
      formatCount(task.completed),
      ...latency,
      ...figures(task.startDelayMs, ["p99"]),
      ...(hasTimers ? figures(task.latenessMs, ["p50", "p99"]) : []),
    ];
  });
  return {
    columns: [
      "task",
      "done",
      "latency p50",
      "p90",
      "p99",
      "max",
      "start p99",
      ...(hasTimers ? ["late p50", "p99"] : []),
    ],
    rows,
  };
}
