/** The report on functions that block, as a page that stands alone. */
import type { Trace } from "../../engine/trace.js";
import { describeLoad } from "../../scenario/default-load.js";
import type { LatencyOverSeeds } from "../comparison.js";
import { escapeXml } from "../escape.js";
import type { HarmChange } from "../harm-change.js";
import { changeCounts, changeHeadline, changeTable } from "../harm-change-text.js";
import { bystanderP99, type FunctionReport, type HarmReport } from "../harm-report.js";
import { harmTable, headline, stepText } from "../harm-text.js";
import { beforeAfterSvg } from "../svg/before-after.js";
import { harmRows } from "../svg/harm.js";
import { lanesSvg } from "../svg/lanes.js";
import { formatMs } from "../units.js";
import { htmlPage } from "./page.js";
import { cards, faint, htmlTable, warningBox } from "./parts.js";

/** What the threads did during the first seconds of one run, as written and with the fix. */
export interface FunctionPicture {
  readonly asWritten: Trace;
  readonly fixed: Trace;
}

/** A whole HTML document. `pictures` belong to the report's functions in order; those without one come without lanes. */
export function harmHtml(report: HarmReport, pictures: readonly FunctionPicture[]): string {
  const { functions, skipped } = report;
  const body = [
    ...(report.change === undefined ? [] : [changeSection(report, report.change)]),
    `<h1>${escapeXml(headline(report))}</h1>`,
    functions.length === 0 ? "" : overview(report),
    ...functions.map((each, index) => functionSection(each, index, pictures[index])),
    ...skipped.map(({ file, reason }) => warningBox(`Not analysed: ${file}: ${reason}`)),
  ];
  return htmlPage({
    title: "Unblock report",
    body: body.filter((part) => part !== "").join("\n"),
  });
}

function changeSection(report: HarmReport, change: HarmChange): string {
  const table = changeTable(change);
  return [
    `<h1>${escapeXml(changeHeadline(change, report.bystanderAloneMs))}</h1>`,
    faint(changeCounts(change)),
    table === undefined ? "" : htmlTable(table),
  ].join("\n");
}

function overview(report: HarmReport): string {
  const [worst] = report.functions;
  const alone = formatMs(report.bystanderAloneMs);
  const { asWritten, fixed } = worst.comparison;
  return [
    faint(
      `A request that has nothing to do with these functions takes ${alone}. ` +
        "Beside them it waits until they give the event loop back.",
    ),
    cards([
      { figure: p99Text(asWritten.bystander), caption: `others' p99 beside ${worst.name}` },
      { figure: p99Text(fixed.bystander), caption: "the same with the fix applied" },
      ...(worst.harmRatio === null
        ? []
        : [
            {
              figure: `${Number(worst.harmRatio.toPrecision(2))}x`,
              caption: "as long as it needs to be",
            },
          ]),
      { figure: alone, caption: "when nothing is in its way" },
    ]),
    `<h2>Other requests' 99th percentile</h2>`,
    faint("Red: as written. Blue: with the fix applied. The scale is logarithmic."),
    beforeAfterSvg(harmRows(report), report.bystanderAloneMs),
    htmlTable(harmTable(report)),
    faint(`${describeLoad(report.load)}. The range is over the seeds.`),
  ].join("\n");
}

function functionSection(
  each: FunctionReport,
  index: number,
  picture: FunctionPicture | undefined,
): string {
  const steps = each.steps.map((step) => `<li>${escapeXml(stepText(step))}</li>`);
  const parts = [
    `<h2>${index + 1}. ${escapeXml(each.name)}</h2>`,
    faint(`${each.file}:${each.line}`),
    bystanderP99(each) === Number.MAX_VALUE
      ? warningBox("Called this often, it cannot be served: requests pile up without end.")
      : "",
    `<ul>${steps.join("")}</ul>`,
  ];
  if (picture !== undefined) {
    const seconds = formatMs(picture.asWritten.endNs / 1e6);
    parts.push(
      `<h3>As written, the first ${seconds}</h3>`,
      `<div class="scroll">${lanesSvg(picture.asWritten, { id: `as-written-${index}`, styled: true })}</div>`,
      `<h3>With the fix applied</h3>`,
      `<div class="scroll">${lanesSvg(picture.fixed, { id: `fixed-${index}`, styled: true })}</div>`,
    );
  }
  return `<section>${parts.filter((part) => part !== "").join("\n")}</section>`;
}

function p99({ latencyMs }: LatencyOverSeeds): number | null {
  return latencyMs?.p99.median ?? null;
}

function p99Text(latency: LatencyOverSeeds): string {
  return latency.growing ? "grows" : formatMs(p99(latency));
}
