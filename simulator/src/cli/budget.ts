/** `--max-delay`: the functions beside which others wait too long. */
import { harmed } from "../report/harm-change.js";
import { bystanderP99, overBudget, type HarmReport } from "../report/harm-report.js";
import { formatMs } from "../report/units.js";
import type { CommandIo } from "./command-io.js";

/**
 * The exit code: 1, with a line for each function that breaks the budget (milliseconds, the bystander's 99th
 * percentile), else 0. Where the report is of a change, only what is new or worse counts.
 */
export function checkBudget(
  report: HarmReport,
  maxDelay: number | undefined,
  io: CommandIo,
): 0 | 1 {
  if (maxDelay === undefined) return 0;
  const broken = overBudget(answerable(report), maxDelay);
  for (const each of broken) {
    const p99 = bystanderP99(each);
    const delay = p99 === Number.MAX_VALUE ? "grow without end" : `take ${formatMs(p99)} (p99)`;
    io.error(
      `unblock: over the budget of ${formatMs(maxDelay)}: beside ${each.name} ` +
        `(${each.file}:${each.line}) other requests ${delay}\n`,
    );
  }
  return broken.length > 0 ? 1 : 0;
}

function answerable(report: HarmReport): HarmReport {
  const { change, functions } = report;
  if (change === undefined) return report;
  const places = harmed(change);
  const counts = functions.filter(({ file, line, name }) =>
    places.some((each) => each.file === file && each.line === line && each.name === name),
  );
  return { ...report, functions: counts };
}
