/** A report for the terminal. */
import type { Cause } from "../explain/cause.js";
import { printable } from "./escape.js";
import { histogramLines, runtimeMetricsLine, workerMetricsTable } from "./metrics-text.js";
import { describeEnd, describeRuntime, warnings } from "./simulation-report.js";
import type { ReportedRun, SimulationReport } from "./simulation-report.js";
import { remedyTable } from "./remedy-table.js";
import { latencyTable } from "./table.js";
import type { Table } from "./table.js";
import { textLanes } from "./text-lanes.js";
import type { TextOptions } from "./text-lanes.js";
import { formatCount, formatShare, plural } from "./units.js";

export type { CellKind, Paint, TextOptions } from "./text-lanes.js";

/** The whole report, ending in a newline. */
export function textReport(report: SimulationReport, options: TextOptions): string {
  const { paint, width } = options;
  const lines = [
    paint("heading", printable(report.title)),
    ...report.notes.flatMap((note) => wrap(note, width)),
  ];
  for (const run of report.runs) lines.push("", ...runLines(run, options));
  return `${lines.join("\n")}\n`;
}

function runLines(run: ReportedRun, options: TextOptions): string[] {
  const { result, scenario, trace } = run;
  const { paint, width } = options;
  const lines: string[] = [];
  if (run.label !== "") lines.push(paint("heading", printable(run.label)));
  const runtime = `${describeRuntime(scenario.runtime)}; seed ${scenario.seed ?? 1}`;
  lines.push(...wrap(runtime, width).map((line) => paint("faint", line)));
  for (const text of warnings(result)) {
    lines.push(...wrap(text, width).map((line) => paint("warning", line)));
  }
  if (trace !== null) lines.push("", ...textLanes(trace, options));
  lines.push("", ...tableLines(latencyTable(result), width, paint));
  lines.push("", ...wrap(summary(run), width));
  if (options.metrics === true) lines.push("", ...metricsLines(run, options));
  if (result.causes.length > 0) lines.push("", paint("heading", "Why"));
  for (const cause of result.causes) lines.push(...causeLines(cause, options));
  return lines;
}

function metricsLines(
  { result: { metrics } }: ReportedRun,
  { paint, width }: TextOptions,
): string[] {
  const histogram = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [paint("faint", name), ...lines];
  return [
    paint("heading", "Metrics by Tokio's names; of each worker, worker_…"),
    ...tableLines(workerMetricsTable(metrics), width, paint),
    ...wrap(runtimeMetricsLine(metrics), width),
    ...histogram("poll_time_histogram", histogramLines(metrics.poll_time_histogram, width)),
    ...histogram(
      "schedule_latency_histogram",
      histogramLines(metrics.schedule_latency_histogram, width),
    ),
  ];
}

/** "All done after 25 s; ..." */
function summary({ result }: ReportedRun): string {
  const busy = result.workers.reduce((sum, worker) => sum + worker.busyMs + worker.blockedMs, 0);
  const whole = result.workers.reduce(
    (sum, worker) => sum + worker.busyMs + worker.blockedMs + worker.parkedMs,
    0,
  );
  const stolen = result.workers.reduce((sum, worker) => sum + worker.stolenTasks, 0);
  const parts = [
    describeEnd(result),
    ...(whole > 0
      ? [`${plural(result.workers.length, "worker")} ${formatShare(busy / whole)} busy`]
      : []),
    ...(stolen > 0 ? [`${plural(stolen, "task")} stolen`] : []),
    ...(result.blockingPool.peakThreads > 0
      ? [
          `blocking pool up to ${plural(result.blockingPool.peakThreads, "thread")}, ` +
            `${formatCount(result.blockingPool.peakQueue)} queued`,
        ]
      : []),
    `${formatCount(result.events)} events`,
  ];
  return `${parts.join("; ")}.`;
}

function causeLines(cause: Cause, { paint, width }: TextOptions): string[] {
  const lines = wrap(cause.text, width - 2).map((line, index) =>
    index === 0 ? `- ${line}` : `  ${line}`,
  );
  const tried = remedyTable(cause);
  if (tried === null) return lines;
  const figures = Math.max(...tried.rows.map((row) => row.left.length));
  return [
    ...lines,
    `  ${tried.heading}`,
    ...tried.rows.map((row) => {
      const line = `  ${row.left.padStart(figures + 2)}  ${printable(row.text)}`;
      return row.helps ? line : paint("faint", line);
    }),
  ];
}

/** The table in columns, the first to the left and figures to the right, squeezed into the width. */
export function tableLines(table: Table, width: number, paint: TextOptions["paint"]): string[] {
  const rows = [table.columns, ...table.rows.map((row) => row.map(printable))];
  const widths = table.columns.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const others = widths.slice(1).reduce((sum, each) => sum + each + 2, 0);
  // Long task names give way first; the figures are what people came for.
  widths[0] = Math.max(4, Math.min(widths[0], width - others));
  return rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      column === 0 ? shorten(cell, widths[0]).padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    const line = cells.join("  ").trimEnd();
    return index === 0 ? paint("faint", line) : line;
  });
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** Breaks a text at spaces. A word longer than the width stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
