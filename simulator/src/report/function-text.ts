/** One function, as written beside with the fix applied, for the terminal. */
import { describeLoad } from "../scenario/default-load.js";
import type { LatencyOverSeeds } from "./comparison.js";
import { bystanderP99, type FunctionReport, type HarmReport } from "./harm-report.js";
import { indented, stepText } from "./harm-text.js";
import type { FunctionPicture } from "./html/harm.js";
import type { Table } from "./table.js";
import { textLanes } from "./text-lanes.js";
import { tableLines, wrap, type TextOptions } from "./text.js";
import { formatMs } from "./units.js";

/** The report's only function: both latencies, its steps, and what the threads did. Ends in a newline. */
export function functionText(
  report: HarmReport,
  picture: FunctionPicture,
  options: TextOptions,
): string {
  const { paint, width } = options;
  const [each] = report.functions;
  const seconds = formatMs(picture.asWritten.endNs / 1e6);
  const lines = [
    `${paint("heading", each.name)}  ${paint("faint", `${each.file}:${each.line}`)}`,
    ...wrap(`${describeLoad(report.load)}.`, width).map((line) => paint("faint", line)),
    "",
    ...wrap(headline(each, report.bystanderAloneMs), width),
    "",
    ...tableLines(latencies(each), width, paint),
    "",
    ...each.steps.flatMap((step) => indented(stepText(step), width)),
    "",
    paint("heading", `As written, the first ${seconds}`),
    ...textLanes(picture.asWritten, options),
    "",
    paint("heading", "With the fix applied"),
    ...textLanes(picture.fixed, options),
  ];
  return `${lines.join("\n")}\n`;
}

/** What it does to a request that has nothing to do with it, in one sentence. */
export function headline(each: FunctionReport, aloneMs: number): string {
  const alone = formatMs(aloneMs);
  if (each.steps.length === 0) return `${each.name} does not block the event loop.`;
  const { asWritten, fixed } = each.comparison;
  const after = p99(fixed.bystander);
  if (bystanderP99(each) === Number.MAX_VALUE) {
    return `Other requests of ${alone} pile up without end beside ${each.name}; with the fix they take ${after} (p99).`;
  }
  const ratio = each.harmRatio === null ? "" : ` (${Number(each.harmRatio.toPrecision(2))}x)`;
  return (
    `Other requests of ${alone} take ${p99(asWritten.bystander)} (p99) beside ${each.name}${ratio}; ` +
    `with the fix they take ${after}.`
  );
}

function latencies({ name, comparison }: FunctionReport): Table {
  const { asWritten, fixed } = comparison;
  return {
    columns: ["latency", "p50", "p99", "worst", "range of p99"],
    rows: [
      ["others, as written", ...figures(asWritten.bystander)],
      ["others, fixed", ...figures(fixed.bystander)],
      [`${name}, as written`, ...figures(asWritten.called)],
      [`${name}, fixed`, ...figures(fixed.called)],
    ],
  };
}

function figures({ growing, latencyMs }: LatencyOverSeeds): string[] {
  if (growing) return ["growing", "", "", ""];
  return [
    formatMs(latencyMs?.p50.median),
    formatMs(latencyMs?.p99.median),
    formatMs(latencyMs?.max.median),
    latencyMs === null ? "" : `${formatMs(latencyMs.p99.low)}–${formatMs(latencyMs.p99.high)}`,
  ];
}

function p99({ growing, latencyMs }: LatencyOverSeeds): string {
  return growing ? "pile up" : formatMs(latencyMs?.p99.median);
}
