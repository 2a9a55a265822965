/** `unblock simulate --sweep`: one run for each value, side by side. */
import {
  sweepHtml,
  sweepJson,
  sweepMarkdown,
  sweepSvg,
  sweepText,
} from "../report/sweep-formats.js";
import type { SweepReport } from "../report/sweep.js";
import { BadInput, deliver } from "./command-io.js";
import type { CommandIo } from "./command-io.js";
import type { Format } from "./formats.js";
import { toScenario } from "./read-scenario.js";
import type { NamedDocument } from "./read-scenario.js";
import { simulateAll } from "./simulation-pool.js";
import { applySweepValue, parseSweep } from "./sweep-values.js";
import { textOptions } from "./terminal.js";

export interface SweepOptions {
  readonly format: Format;
  readonly output?: string;
  readonly maxEvents?: number;
}

/** Returns the exit code. @throws BadInput for a sweep or a scenario that cannot be run. */
export async function runSweep(
  named: NamedDocument,
  text: string,
  options: SweepOptions,
  io: CommandIo,
): Promise<number> {
  const { name, values } = parseSweep(text);
  const scenarios = values.map((value) => {
    const document = structuredClone(named.document);
    applySweepValue(document, name, value);
    return toScenario({ ...named, document });
  });
  const simulations = await simulateAll(
    scenarios.map((scenario) => ({
      scenario,
      trace: false,
      explain: false,
      maxEvents: options.maxEvents,
    })),
    io,
  );
  const report: SweepReport = {
    title: `${named.name}, by ${name}`,
    name,
    runs: simulations.map(({ result }, index) => ({ value: String(values[index]), result })),
  };
  deliver(rendered(report, options.format, io), options.output, io);
  const stopped = report.runs.filter(({ result }) => result.stopped);
  for (const { value } of stopped) {
    io.error(`unblock: ${name}=${value}: stopped at a limit; the figures are those up to there\n`);
  }
  return 0;
}

function rendered(report: SweepReport, format: Format, io: CommandIo): string {
  switch (format) {
    case "text":
      return sweepText(report, textOptions(io));
    case "json":
      return sweepJson(report);
    case "markdown":
      return sweepMarkdown(report);
    case "html":
      return sweepHtml(report);
    case "svg":
      return sweepSvg(report);
    case "trace":
      throw new BadInput("--format trace shows one run, not a sweep");
  }
}
