/** What can be taken out of the panel, as text. */
import {
  chromeTrace,
  describeLoad,
  lanesSvg,
  scenarioFor,
  simulate,
  type LatencyOverSeeds,
} from "unblock-simulator";
import type { TimeView } from "../layout/time-scale.js";
import { baseName, calledAs, formatMs } from "./format.js";
import { headline } from "./headline.js";
import type { Outcome } from "./outcome.js";
import type { Translate } from "./text.js";
import { sliceTrace } from "./trace-slice.js";

export interface ExportedFile {
  readonly fileName: string;
  readonly text: string;
}

/** A name that every file system takes. */
export function fileStem({ names }: Pick<Outcome, "names">): string {
  return names.called.replace(/[^\p{ID_Continue}.-]+/gu, "-").replace(/^-|-$/gu, "") || "function";
}

/** The scenario as written, for `unblock simulate`: the same seed, the same figures as the lanes in the panel. */
export function scenarioFile(outcome: Outcome): ExportedFile {
  const scenario = scenarioFor(outcome.model, "as-written", { ...outcome.load, seed: 1 });
  return {
    fileName: `${fileStem(outcome)}.scenario.json`,
    text: `${JSON.stringify(scenario, null, 2)}\n`,
  };
}

/** Both runs, for Perfetto and chrome://tracing. */
export function chromeTraceFile(outcome: Outcome): ExportedFile {
  const run = (label: string, variant: "as-written" | "fixed") => {
    const scenario = scenarioFor(outcome.model, variant, { ...outcome.load, seed: 1 });
    return { label, scenario, ...simulate(scenario, { trace: true }) };
  };
  const runs = [run("as written", "as-written"), run("with the fix", "fixed")];
  return {
    fileName: `${fileStem(outcome)}.trace.json`,
    text: chromeTrace({ title: outcome.names.called, notes: [], runs }),
  };
}

const svgWidth = 1000;

/** The lanes in view, as written above those with the fix. */
export function svgFile(outcome: Outcome, view: TimeView, t: Translate): ExportedFile {
  const parts = [
    { title: t("As written"), trace: outcome.asWritten.trace, id: "as-written" },
    { title: t("With the fix"), trace: outcome.fixed.trace, id: "fixed" },
  ];
  let top = 0;
  const pictures = parts.map(({ title, trace, id }) => {
    const svg = lanesSvg(sliceTrace(trace, view), { width: svgWidth, id });
    const height = Number(/ height="(?<height>[\d.]+)"/u.exec(svg)?.groups?.["height"] ?? 0);
    const placed = svg.replace("<svg ", `<svg y="${top + 28}" `);
    const text = `<text x="4" y="${top + 20}" font-family="sans-serif" font-size="15">${title}</text>`;
    top += height + 36;
    return text + placed;
  });
  return {
    fileName: `${fileStem(outcome)}.svg`,
    text:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${svgWidth}" height="${top}" viewBox="0 0 ${svgWidth} ${top}">` +
      `<rect width="100%" height="100%" fill="white"/>${pictures.join("\n")}</svg>\n`,
  };
}

/** A summary for a pull request. */
export function markdownFile(outcome: Outcome, t: Translate, locale: string): ExportedFile {
  const { text, fix, ratio } = headline(outcome, t, locale);
  const { model, asWritten, fixed } = outcome;
  const row = (name: string, figure: "p50" | "p99" | "max") =>
    `| ${name} | ${cell(asWritten.figures, figure, t, locale)} | ${cell(fixed.figures, figure, t, locale)} |`;
  const lines = [
    `### ${escapeMarkdown(calledAs(model.name))}, \`${baseName(model.file).replaceAll("`", "'")}:${model.line}\``,
    "",
    `${escapeMarkdown(text)} ${ratio === "" ? "" : `**${ratio}** `}${fix}`.trim(),
    "",
    `| ${t("How long other requests take")} | ${t("As written")} | ${t("With the fix")} |`,
    "| --- | ---: | ---: |",
    row(t("Median"), "p50"),
    row(t("99th percentile"), "p99"),
    row(t("Worst"), "max"),
    "",
    `<sub>${describeLoad(outcome.load)}. Unblock</sub>`,
  ];
  return { fileName: `${fileStem(outcome)}.md`, text: `${lines.join("\n")}\n` };
}

function cell(
  figures: LatencyOverSeeds["latencyMs"],
  figure: "p50" | "p99" | "max",
  t: Translate,
  locale: string,
): string {
  if (figures === null) return t("growing");
  const { median, low, high } = figures[figure];
  return `${formatMs(median, locale)} (${formatMs(low, locale)} – ${formatMs(high, locale)})`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/gu, (character) => `\\${character}`);
}
