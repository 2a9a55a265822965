/** The report on functions that block as one picture: for each, what others wait for, as written and with the fix. */
import type { LatencyOverSeeds } from "../comparison.js";
import { escapeXml } from "../escape.js";
import type { HarmReport } from "../harm-report.js";
import { headline } from "../harm-text.js";
import { beforeAfterSvg, type BeforeAfter } from "./before-after.js";
import { colourCss, shapeCss } from "./style.js";

/** The rows of the picture, worst first. */
export function harmRows({ functions }: HarmReport): BeforeAfter[] {
  return functions.map(({ name, comparison }) => ({
    label: name,
    beforeMs: p99(comparison.asWritten.bystander),
    afterMs: p99(comparison.fixed.bystander),
  }));
}

/** An SVG document that brings its own style, ending in a newline. */
export function harmSvg(report: HarmReport): string {
  const title = `<title>${escapeXml(headline(report))}</title>`;
  const style = `<style>${colourCss("svg.harm")}${shapeCss}</style>`;
  const paper = `<rect width="100%" height="100%" style="fill:var(--paper)"/>`;
  return `${beforeAfterSvg(harmRows(report), report.bystanderAloneMs, `${title}${style}${paper}`)}\n`;
}

function p99({ latencyMs }: LatencyOverSeeds): number | null {
  return latencyMs?.p99.median ?? null;
}
