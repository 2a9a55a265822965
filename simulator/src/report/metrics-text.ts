/** Tokio's metrics for the terminal: a table by worker, the runtime's own figures, and two histograms as bars. */
import type { Histogram, Metrics } from "./result.js";
import type { Table } from "./table.js";
import { formatCount, formatMs } from "./units.js";

/** The figures of each worker. */
export function workerMetricsTable(metrics: Metrics): Table {
  const count = (values: readonly number[]) => values.map((value) => formatCount(value));
  const columns: readonly (readonly [string, readonly string[]])[] = [
    ["total_busy", metrics.worker_total_busy_duration.map((value) => formatMs(value))],
    ["poll_count", count(metrics.worker_poll_count)],
    ["mean_poll", metrics.worker_mean_poll_time.map((value) => formatMs(value))],
    ["steal", count(metrics.worker_steal_count)],
    ["park", count(metrics.worker_park_count)],
    ["noop", count(metrics.worker_noop_count)],
    ["local_schedule", count(metrics.worker_local_schedule_count)],
    ["overflow", count(metrics.worker_overflow_count)],
  ];
  return {
    columns: ["worker", ...columns.map(([name]) => name)],
    rows: metrics.worker_poll_count.map((_, worker) => [
      String(worker),
      ...columns.map(([, values]) => values[worker] ?? ""),
    ]),
  };
}

/** The figures of the whole runtime: "global_queue_depth 12". */
export function runtimeMetricsLine(metrics: Metrics): string {
  const names = [
    "global_queue_depth",
    "remote_schedule_count",
    "num_blocking_threads",
    "blocking_queue_depth",
    "budget_forced_yield_count",
  ] as const;
  return names.map((name) => `${name} ${formatCount(metrics[name])}`).join(", ");
}

/** One line for each bucket between the first and the last that have samples. */
export function histogramLines({ boundsMs, counts }: Histogram, width: number): string[] {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  if (first < 0) return [];
  const most = Math.max(...counts);
  const figures = Math.max(...counts.map((count) => formatCount(count).length));
  const labels = counts.map((_, bucket) => {
    const bound = boundsMs[bucket];
    return bound === undefined ? "longer" : `≤ ${formatMs(bound)}`;
  });
  const label = Math.max(...labels.slice(first, last + 1).map((text) => text.length));
  const room = Math.max(1, Math.min(40, width - label - figures - 4));
  return counts.slice(first, last + 1).map((count, index) => {
    const bar = "▇".repeat(count === 0 ? 0 : Math.max(1, Math.round((room * count) / most)));
    const text = labels[first + index] ?? "";
    return `${text.padStart(label)}  ${formatCount(count).padStart(figures)}  ${bar}`.trimEnd();
  });
}
