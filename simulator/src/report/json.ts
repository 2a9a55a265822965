/** A report as JSON. The same scenario and seed give the same bytes. */
import type { SimulationReport } from "./simulation-report.js";

/** One run: its Result. Several: `{ "version": 1, "title", "runs": [{ "label", "result" }] }`. Ends in a newline. */
export function jsonReport(report: SimulationReport): string {
  const [only] = report.runs;
  const document =
    report.runs.length === 1
      ? only.result
      : {
          version: 1,
          title: report.title,
          runs: report.runs.map(({ label, result }) => ({ label, result })),
        };
  return `${JSON.stringify(document, null, 2)}\n`;
}
