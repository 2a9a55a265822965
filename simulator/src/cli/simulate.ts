/** `unblock simulate`: runs a scenario, a preset, or a function of a file under the default load. */
import { Command, Option } from "commander";
import { chromeTrace } from "../report/chrome-trace.js";
import { htmlReport } from "../report/html/report.js";
import { jsonReport } from "../report/json.js";
import { markdownReport } from "../report/markdown.js";
import type { SimulationReport } from "../report/simulation-report.js";
import { lanesSvg } from "../report/svg/lanes.js";
import { textReport } from "../report/text.js";
import { presets } from "../scenario/presets.js";
import { BadInput, deliver } from "./command-io.js";
import type { CommandIo } from "./command-io.js";
import { cpuProfileFlag, cpuProfileHelp } from "./durations.js";
import { formats, type Format } from "./formats.js";
import { addCallFlags, addRuntimeFlags, callFlagsGiven, type CallFlags } from "./load-flags.js";
import { positiveNumber, wholeNumber } from "./numbers.js";
import { readDocument, toScenario } from "./read-scenario.js";
import type { NamedDocument } from "./read-scenario.js";
import { withOptions } from "./scenario-options.js";
import type { ScenarioOptions } from "./scenario-options.js";
import { functionTarget, simulateFunction } from "./simulate-function.js";
import { simulateAll } from "./simulation-pool.js";
import { runSweep } from "./sweep.js";
import { textOptions } from "./terminal.js";

export interface SimulateOptions extends ScenarioOptions, CallFlags {
  readonly format: Format;
  readonly output?: string;
  readonly sweep?: string;
  readonly compare?: readonly string[];
  readonly maxDelay?: number;
  readonly maxEvents?: number;
  readonly explain?: boolean;
  readonly metrics?: boolean;
  readonly list?: boolean;
  readonly cpuProfile?: string;
}

/** With a trace a run keeps every segment in memory: it stops earlier than one without. */
const mostTracedEvents = 20_000_000;

export function simulateCommand(io: CommandIo, exit: (code: number) => void): Command {
  const command = new Command("simulate")
    .description("simulate a scenario, and show what each thread did and who waited how long")
    .argument(
      "[what]",
      "a scenario file, a preset (see --list), or a function: file.ts#name, file.ts#:line",
    )
    .addOption(new Option("--format <format>", "how to print").choices(formats).default("text"))
    .option("--output <file>", "write to a file instead of the terminal")
    .option("--seed <number>", "seed of every random choice", wholeNumber);
  addRuntimeFlags(command)
    .option("--set <path=value>", "change any field; may be repeated", collect, [])
    .option("--sweep <name=range>", "run once for each value: workers=1..16, or any path=1,2,4")
    .option("--compare <files...>", "two or more scenarios, side by side")
    .option("--max-delay <ms>", "exit with 1 if the 99th percentile is longer", positiveNumber)
    .option("--max-events <count>", "stop after this many events", wholeNumber)
    .option("--explain", "say why tasks waited, and try what would have helped")
    .option("--metrics", "print Tokio's metrics by Tokio's names, as JSON always has them")
    .option("--list", "list the presets")
    .option(cpuProfileFlag, cpuProfileHelp);
  // Of a function: a scenario says itself who comes, and how often.
  return addCallFlags(command).action(
    async (what: string | undefined, options: SimulateOptions) => {
      exit(await simulateAction(what, options, io));
    },
  );
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

async function simulateAction(
  what: string | undefined,
  options: SimulateOptions,
  io: CommandIo,
): Promise<number> {
  if (options.list === true) {
    io.out(presetList(io));
    return 0;
  }
  const target = what === undefined ? undefined : functionTarget(what);
  if (target !== undefined) return simulateFunction(target, options, io);
  const [flag] = [
    ...callFlagsGiven(options),
    ...(options.cpuProfile === undefined ? [] : ["--cpu-profile"]),
  ];
  if (flag !== undefined) {
    throw new BadInput(`${flag} is for a function of a file, not for a scenario`);
  }
  const documents = targets(what, options).map((each) => withOptions(readDocument(each), options));
  if (options.sweep !== undefined) return runSweep(documents[0], options.sweep, options, io);
  const report = await simulated(documents, options, io);
  deliver(rendered(report, options, io), options.output, io);
  for (const run of report.runs) {
    if (run.result.stopped) {
      const which = run.label === "" ? "" : `${run.label}: `;
      io.error(`unblock: ${which}stopped at a limit; the figures are those up to there\n`);
    }
  }
  return withinBudget(report, options.maxDelay, io) ? 0 : 1;
}

function targets(what: string | undefined, options: SimulateOptions): readonly string[] {
  const { compare, sweep } = options;
  if (compare !== undefined) {
    const all = what === undefined ? compare : [what, ...compare];
    if (sweep !== undefined) throw new BadInput("--compare and --sweep do not go together");
    if (all.length < 2) throw new BadInput("--compare needs two scenarios");
    return all;
  }
  if (what !== undefined) return [what];
  throw new BadInput("name a scenario file or a preset (unblock simulate --list shows them)");
}

async function simulated(
  documents: readonly NamedDocument[],
  options: SimulateOptions,
  io: CommandIo,
): Promise<SimulationReport> {
  const scenarios = documents.map(toScenario);
  const { explain = false } = options;
  const trace = options.format !== "json" && options.format !== "markdown";
  const maxEvents = options.maxEvents ?? (trace || explain ? mostTracedEvents : undefined);
  const simulations = await simulateAll(
    scenarios.map((scenario) => ({ scenario, trace, explain, maxEvents })),
    io,
  );
  const alone = documents.length === 1;
  return {
    title: documents.map(({ name }) => name).join(" and "),
    notes: alone && documents[0].about !== "" ? [documents[0].about] : [],
    runs: simulations.map(({ result, trace: recorded }, index) => ({
      label: alone ? "" : documents[index].name,
      scenario: scenarios[index],
      result,
      trace: recorded,
    })),
  };
}

function rendered(
  report: SimulationReport,
  { format, metrics }: SimulateOptions,
  io: CommandIo,
): string {
  switch (format) {
    case "text":
      return textReport(report, { ...textOptions(io), metrics });
    case "json":
      return jsonReport(report);
    case "markdown":
      return markdownReport(report);
    case "html":
      return htmlReport(report);
    case "trace":
      return chromeTrace(report);
    case "svg": {
      const [{ trace }, ...others] = report.runs;
      if (others.length > 0 || trace === null) {
        throw new BadInput("--format svg draws one run; --format html shows several");
      }
      return lanesSvg(trace);
    }
  }
}

/** The budget is for the task named "bystander", or for every task where there is none. */
function withinBudget(
  report: SimulationReport,
  maxDelay: number | undefined,
  io: CommandIo,
): boolean {
  if (maxDelay === undefined) return true;
  const broken = report.runs.flatMap(({ result }) =>
    Object.entries(result.tasks).filter(([name, task]) => {
      if ("bystander" in result.tasks && name !== "bystander") return false;
      return result.growing.includes(name) || (task.latencyMs?.p99 ?? 0) > maxDelay;
    }),
  );
  for (const [name, task] of broken) {
    const figure = task.latencyMs?.p99.toPrecision(3) ?? "unbounded";
    io.error(`unblock: ${name}: 99th percentile ${figure} ms, budget ${maxDelay} ms\n`);
  }
  return broken.length === 0;
}

function presetList(io: CommandIo): string {
  const { paint } = textOptions(io);
  const width = Math.max(...presets.map(({ name }) => name.length));
  return presets
    .map(({ name, about }) => `${paint("heading", name.padEnd(width))}  ${about}\n`)
    .join("");
}
