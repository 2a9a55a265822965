/** A report for a pull request or a page. */
import type { Cause } from "../explain/cause.js";
import { escapeMarkdown } from "./escape.js";
import { remedyTable } from "./remedy-table.js";
import { describeEnd, describeRuntime, warnings } from "./simulation-report.js";
import type { ReportedRun, SimulationReport } from "./simulation-report.js";
import { latencyTable } from "./table.js";
import type { Table } from "./table.js";

/** The whole report, ending in a newline. */
export function markdownReport(report: SimulationReport): string {
  const blocks = [`# ${escapeMarkdown(report.title)}`, ...report.notes.map(escapeMarkdown)];
  for (const run of report.runs) blocks.push(...runBlocks(run));
  return `${blocks.join("\n\n")}\n`;
}

function runBlocks(run: ReportedRun): string[] {
  const { result, scenario } = run;
  const blocks: string[] = [];
  if (run.label !== "") blocks.push(`## ${escapeMarkdown(run.label)}`);
  blocks.push(
    `${describeRuntime(scenario.runtime)}; seed ${scenario.seed ?? 1}. ` +
      `${describeEnd(result)}.`,
    ...warnings(result).map((text) => `> **Note:** ${escapeMarkdown(text)}`),
    markdownTable(latencyTable(result)),
  );
  if (result.causes.length > 0) {
    blocks.push(result.causes.map(causeItem).join("\n"));
  }
  return blocks;
}

function causeItem(cause: Cause): string {
  const tried = remedyTable(cause);
  const rows = tried?.rows.map(({ left, text }) => `    - ${left}: ${escapeMarkdown(text)}`) ?? [];
  const heading = tried === null ? [] : [`  - ${tried.heading}`];
  return [`- ${escapeMarkdown(cause.text)}`, ...heading, ...rows].join("\n");
}

/** A table with the first column to the left and figures to the right. */
export function markdownTable(table: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = table.columns.map((_, column) => (column === 0 ? ":--" : "--:"));
  return [line(table.columns), `| ${rule.join(" | ")} |`, ...table.rows.map(line)].join("\n");
}
