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
import { wrapWords } from "../layout/wrap-words.js";
import { baseName, calledAs, formatMs } from "./format.js";
import { headline } from "./headline.js";
import type { Outcome } from "./outcome.js";
import { withoutCommonFolder } from "./scenario-places.js";
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

/**
 * One variant's scenario, for `unblock simulate`: as it stands it gives the run that the lanes show, and with
 * `--sweep seed=1..9` the runs of which the panel's figures are the medians. Whoever gets the file need not know where
 * its author keeps his sources.
 */
export function scenarioFile(outcome: Outcome, variant: "as-written" | "fixed"): ExportedFile {
  const scenario = scenarioFor(outcome.model, variant, { ...outcome.load, seed: 1 });
  return {
    fileName: `${fileStem(outcome)}${variant === "fixed" ? ".fixed" : ""}.scenario.json`,
    text: `${JSON.stringify(withoutCommonFolder(scenario), null, 2)}\n`,
  };
}

/** Both runs, for Perfetto and chrome://tracing. */
export function chromeTraceFile(outcome: Outcome): ExportedFile {
  const run = (label: string, variant: "as-written" | "fixed") => {
    const scenario = withoutCommonFolder(
      scenarioFor(outcome.model, variant, { ...outcome.load, seed: 1 }),
    );
    return { label, scenario, ...simulate(scenario, { trace: true }) };
  };
  const runs = [run("as written", "as-written"), run("with the fix", "fixed")];
  return {
    fileName: `${fileStem(outcome)}.trace.json`,
    text: chromeTrace({ title: outcome.names.called, notes: [], runs }),
  };
}

const svgWidth = 1000;
const headlineSize = 17;
/** No letter of a sans-serif font is much wider on average: lines may end early, but not run out of the picture. */
const letterWidth = 0.55 * headlineSize;

/** The headline, and under it the lanes in view: as written above those with the fix. */
export function svgFile(
  outcome: Outcome,
  view: TimeView,
  t: Translate,
  locale: string,
): ExportedFile {
  const parts = [
    { title: t("As written"), trace: outcome.asWritten.trace, id: "as-written" },
    { title: t("With the fix"), trace: outcome.fixed.trace, id: "fixed" },
  ];
  const { text: sentence, fix } = headline(outcome, t, locale);
  const lines = wrapWords(
    `${sentence} ${fix}`,
    svgWidth - 8,
    (words) => words.length * letterWidth,
  );
  const line = (words: string, y: number, size: number) =>
    `<text x="4" y="${y}" font-family="sans-serif" font-size="${size}">${escapeMarkup(words)}</text>`;
  let top = 0;
  const said = lines.map((words) => line(words, (top += headlineSize * 1.35), headlineSize));
  top += 8;
  const pictures = parts.map(({ title, trace, id }) => {
    const svg = lanesSvg(sliceTrace(trace, view), {
      width: svgWidth,
      id,
      fromMs: view.startNs / 1e6,
    });
    const height = Number(/ height="(?<height>[\d.]+)"/u.exec(svg)?.groups?.["height"] ?? 0);
    const placed = svg.replace("<svg ", `<svg y="${top + 28}" `);
    const text = line(title, top + 20, 15);
    top += height + 36;
    return text + placed;
  });
  return {
    fileName: `${fileStem(outcome)}.svg`,
    text:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${svgWidth}" height="${top}" viewBox="0 0 ${svgWidth} ${top}">` +
      `<rect width="100%" height="100%" fill="white"/>${[...said, ...pictures].join("\n")}</svg>\n`,
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

function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/gu, (character) => `\\${character}`);
}
