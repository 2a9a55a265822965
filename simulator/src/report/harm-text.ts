/** The report on functions that block, for the terminal. */
import { describeLoad } from "../scenario/default-load.js";
import type { LatencyOverSeeds } from "./comparison.js";
import { changeCounts, changeHeadline, changeTable } from "./harm-change-text.js";
import {
  remedyText,
  type BlockingStepReport,
  type FunctionReport,
  type HarmReport,
} from "./harm-report.js";
import { tableLines, wrap, type TextOptions } from "./text.js";
import { formatMs, plural } from "./units.js";

/** The whole report, ending in a newline. */
export function harmText(report: HarmReport, options: TextOptions): string {
  const { paint, width } = options;
  const { functions } = report;
  const lines = [...changeLines(report, options), paint("heading", headline(report))];
  if (functions.length > 0) {
    lines.push(...wrap(`${describeLoad(report.load)}.`, width).map((line) => paint("faint", line)));
    lines.push("", ...tableLines(harmTable(report), width, paint), "");
    functions.forEach((each, index) => {
      lines.push(...functionLines(each, index + 1, options));
    });
  }
  for (const { file, reason } of report.skipped) {
    lines.push(paint("warning", `not analysed: ${file}: ${reason}`));
  }
  return `${lines.join("\n")}\n`;
}

/** What the change does, before what there is. */
function changeLines(report: HarmReport, { paint, width }: TextOptions): string[] {
  const { change } = report;
  if (change === undefined) return [];
  const table = changeTable(change);
  return [
    ...wrap(changeHeadline(change, report.bystanderAloneMs), width).map((line) =>
      paint("heading", line),
    ),
    paint("faint", changeCounts(change)),
    ...(table === undefined ? [] : ["", ...tableLines(table, width, paint)]),
    "",
  ];
}

/** "5 functions block the event loop (12 files read)" */
export function headline({ functions, filesRead }: HarmReport): string {
  const read = `${plural(filesRead, "file")} read`;
  if (functions.length === 0) return `No function blocks the event loop (${read}).`;
  const verb = functions.length === 1 ? "blocks" : "block";
  return `${plural(functions.length, "function")} ${verb} the event loop (${read}).`;
}

/** What a request that takes 2 ms takes beside each function. */
export function harmTable(report: HarmReport) {
  return {
    columns: ["function", "blocks", "others' p99", "range", "fixed", "ratio"],
    rows: report.functions.map((each, index) => {
      const { asWritten, fixed } = each.comparison;
      return [
        `${index + 1}. ${each.name}`,
        formatMs(each.blockingMs),
        latencyText(asWritten.bystander),
        rangeText(asWritten.bystander),
        latencyText(fixed.bystander),
        each.harmRatio === null ? "–" : `${Number(each.harmRatio.toPrecision(2))}x`,
      ];
    }),
  };
}

function latencyText({ growing, latencyMs }: LatencyOverSeeds): string {
  return growing ? "growing" : formatMs(latencyMs?.p99.median);
}

function rangeText({ latencyMs }: LatencyOverSeeds): string {
  return latencyMs === null ? "" : `${formatMs(latencyMs.p99.low)}–${formatMs(latencyMs.p99.high)}`;
}

function functionLines(
  { name, file, line, steps }: FunctionReport,
  place: number,
  { paint, width }: TextOptions,
): string[] {
  return [
    `${place}. ${paint("heading", name)}  ${paint("faint", `${file}:${line}`)}`,
    ...steps.flatMap((step) => indented(stepText(step), width)),
  ];
}

/** "line 10: node:crypto.pbkdf2Sync, 302 ms (computed: 600,000 iterations); await the asynchronous form" */
export function stepText({
  at,
  label,
  ms,
  times,
  source,
  basis,
  remedy,
}: BlockingStepReport): string {
  const repeated = times === 1 ? "" : `${times} times `;
  return `line ${at.line}: ${label}, ${repeated}${formatMs(ms)} (${source}: ${basis}); ${remedyText(remedy)}`;
}

/** A step's text, broken at the terminal's width. */
export function indented(text: string, width: number): string[] {
  return wrap(text, width - 5).map((line, index) => (index === 0 ? `   ${line}` : `     ${line}`));
}
