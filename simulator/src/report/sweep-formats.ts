/** A sweep as text, JSON, Markdown, SVG and a page. */
import { escapeMarkdown, escapeXml, printable } from "./escape.js";
import { htmlPage } from "./html/page.js";
import { htmlTable } from "./html/parts.js";
import { markdownTable } from "./markdown.js";
import { colourCss, shapeCss } from "./svg/style.js";
import { sweepPlots, sweepTable } from "./sweep.js";
import type { Plot, SweepReport } from "./sweep.js";
import { tableLines } from "./text.js";
import type { TextOptions } from "./text.js";
import { formatMs } from "./units.js";

export function sweepText(report: SweepReport, options: TextOptions): string {
  const { paint, width } = options;
  const lines = [
    paint("heading", printable(report.title)),
    "",
    ...tableLines(sweepTable(report), width, paint),
    ...sweepPlots(report).flatMap((plot) => ["", ...textPlot(plot, options)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Bars from zero on a linear scale, one line a run. */
function textPlot({ title, bars }: Plot, { ascii, paint, width }: TextOptions): string[] {
  const most = Math.max(...bars.map((bar) => bar.ms ?? 0));
  const label = Math.max(...bars.map((bar) => bar.label.length));
  const room = Math.max(10, width - label - 14);
  return [
    paint("heading", printable(title)),
    ...bars.map((bar) => {
      const length = most > 0 ? Math.round(((bar.ms ?? 0) / most) * room) : 0;
      const figure = bar.ms === null ? "growing or none" : formatMs(bar.ms);
      const drawn = paint("running", (ascii ? "=" : "▒").repeat(length));
      return `${printable(bar.label).padStart(label)}  ${drawn} ${figure}`;
    }),
  ];
}

export function sweepJson(report: SweepReport): string {
  const { title, name, runs } = report;
  return `${JSON.stringify({ version: 1, title, name, runs }, null, 2)}\n`;
}

export function sweepMarkdown(report: SweepReport): string {
  return `# ${escapeMarkdown(report.title)}\n\n${markdownTable(sweepTable(report))}\n`;
}

const plotWidth = 720;
const barHeight = 18;

/** All plots below each other. `styled`: the page around it has the style already. */
export function sweepSvg(report: SweepReport, styled = false): string {
  const plots = sweepPlots(report);
  const plotHeight = report.runs.length * (barHeight + 4) + 34;
  const height = plots.length * plotHeight;
  const style = styled ? "" : `<style>${colourCss("svg.sweep")}${shapeCss}</style>`;
  const paper = styled ? "" : `<rect width="100%" height="100%" style="fill:var(--paper)"/>`;
  const body = plots.map((plot, index) => plotShapes(plot, index * plotHeight)).join("\n");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plotWidth} ${height}" width="${plotWidth}" ` +
    `height="${height}" class="sweep" role="img" aria-label="${escapeXml(report.title)}">` +
    `${style}${paper}${body}</svg>\n`
  );
}

function plotShapes({ title, bars }: Plot, top: number): string {
  const most = Math.max(...bars.map((bar) => bar.ms ?? 0));
  const left = 100;
  const room = plotWidth - left - 110;
  const rows = bars.map((bar, index) => {
    const y = top + 26 + index * (barHeight + 4);
    const length = most > 0 ? ((bar.ms ?? 0) / most) * room : 0;
    const figure = bar.ms === null ? "growing or none" : formatMs(bar.ms);
    return (
      `<text class="label" x="${left - 8}" y="${y + 13}" text-anchor="end">${escapeXml(bar.label)}</text>` +
      `<rect class="running" x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}"/>` +
      `<text class="mark" x="${(left + length + 6).toFixed(1)}" y="${y + 13}">${figure}</text>`
    );
  });
  return `<text class="label" x="4" y="${top + 16}" font-weight="600">${escapeXml(title)}</text>${rows.join("")}`;
}

export function sweepHtml(report: SweepReport): string {
  const body = `<h1>${escapeXml(report.title)}</h1>${htmlTable(sweepTable(report))}${sweepSvg(report, true)}`;
  return htmlPage({ title: report.title, body });
}
