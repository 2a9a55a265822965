/** The report on functions that block, for a pull request. */
import { describeLoad } from "../scenario/default-load.js";
import type { HarmChange } from "./harm-change.js";
import { changeCounts, changeHeadline, changeTable } from "./harm-change-text.js";
import type { FunctionReport, HarmReport } from "./harm-report.js";
import { harmTable, headline, stepText } from "./harm-text.js";
import { escapeMarkdown, escapeXml } from "./escape.js";
import { markdownTable } from "./markdown.js";
import { formatMs } from "./units.js";

/** The whole report, ending in a newline. */
export function harmMarkdown(report: HarmReport): string {
  const { change } = report;
  return change === undefined ? wholeMarkdown(report) : changeMarkdown(report, change);
}

/** What the change does first; all functions folded away, since most of them are not its doing. */
function changeMarkdown(report: HarmReport, change: HarmChange): string {
  const table = changeTable(change);
  return [
    `## ${escapeMarkdown(changeHeadline(change, report.bystanderAloneMs))}`,
    ...(table === undefined ? [] : [markdownTable(table)]),
    `<details><summary>${escapeXml(changeCounts(change))}</summary>`,
    wholeMarkdown(report).replace(/^## /, "### ").trimEnd(),
    "</details>\n",
  ].join("\n\n");
}

function wholeMarkdown(report: HarmReport): string {
  const blocks = [`## ${escapeMarkdown(headline(report))}`];
  if (report.functions.length > 0) {
    const alone = formatMs(report.bystanderAloneMs);
    blocks.push(
      `A request of ${alone} that has nothing to do with them waits this long beside each ` +
        `("others' p99", as written and with the fix applied):`,
      markdownTable(harmTable(report)),
      ...report.functions.map(details),
      `<sub>${escapeMarkdown(describeLoad(report.load))}.</sub>`,
    );
  }
  if (report.skipped.length > 0) {
    const lines = report.skipped.map(
      ({ file, reason }) => `- not analysed: ${escapeMarkdown(`${file}: ${reason}`)}`,
    );
    blocks.push(lines.join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

function details({ name, file, line, steps }: FunctionReport): string {
  const items = steps.map((step) => `  - ${escapeMarkdown(stepText(step))}`);
  return [`- **${escapeMarkdown(name)}**, ${escapeMarkdown(`${file}:${line}`)}`, ...items].join(
    "\n",
  );
}
