/** `unblock report <paths...>`: the functions that block, ranked by the delay that they cause to others. */
import { Command, Option } from "commander";
import { pictureOf, scenarioFor } from "../compare.js";
import { chromeTrace } from "../report/chrome-trace.js";
import { harmChange } from "../report/harm-change.js";
import { harmMarkdown } from "../report/harm-markdown.js";
import {
  harmReport,
  type ComparedFunction,
  type HarmReport,
  type SkippedFile,
} from "../report/harm-report.js";
import { harmText } from "../report/harm-text.js";
import { harmHtml, type FunctionPicture } from "../report/html/harm.js";
import { harmSvg } from "../report/svg/harm.js";
import type { ModelledFunction } from "../scenario/modelled-function.js";
import { simulate } from "../simulate.js";
import { baseReport } from "./base-report.js";
import { compareAll, modelsOf, type KnownComparisons } from "./blocking-functions.js";
import { checkBudget } from "./budget.js";
import { BadInput, deliver, type CommandIo } from "./command-io.js";
import { cpuProfileFlag, cpuProfileHelp, durations } from "./durations.js";
import { formats, type Format } from "./formats.js";
import {
  addCallFlags,
  addRuntimeFlags,
  loadOf,
  type CallFlags,
  type RuntimeFlags,
} from "./load-flags.js";
import { positiveNumber, wholeNumber } from "./numbers.js";
import { findSourceFiles } from "./source-files.js";
import { textOptions } from "./terminal.js";

interface ReportOptions extends CallFlags, RuntimeFlags {
  readonly format: Format;
  /** A file to write to instead of standard output. */
  readonly output?: string;
  /** Milliseconds that the bystander's 99th percentile may reach beside any function. */
  readonly maxDelay?: number;
  /** What to compare with: a report's JSON, or a revision. */
  readonly base?: string;
  /** A .cpuprofile of the program. */
  readonly cpuProfile?: string;
  /** Processes of Node.js that share the load. */
  readonly processes?: number;
}

/** How many of the worst functions a page or a trace shows with lanes: more would make it heavy. */
const mostPictures = 5;

export function reportCommand(io: CommandIo, exit: (code: number) => void): Command {
  const command = new Command("report")
    .description("rank the functions that block by the delay that they cause to others")
    .argument("<paths...>", "files and folders of JavaScript and TypeScript")
    .addOption(new Option("--format <format>", "how to print").choices(formats).default("text"))
    .option("--output <file>", "write to a file instead of the terminal")
    .option(
      "--base <revision>",
      "say what changed since a revision in git, or since a report that --format json wrote",
    )
    .option(cpuProfileFlag, cpuProfileHelp)
    .option(
      "--max-delay <ms>",
      "exit with 1 if others' 99th percentile is longer beside any function; " +
        "with --base, any that is new or worse",
      positiveNumber,
    );
  addCallFlags(addRuntimeFlags(command));
  return command
    .option("--processes <count>", "the same as --workers, for Node.js", wholeNumber)
    .action(async (paths: readonly string[], options: ReportOptions) => {
      exit(await reportAction(paths, options, io));
    });
}

/** @throws BadInput for `--processes` beside what it contradicts. */
function workersOf({ processes, runtime = "node", workers }: ReportOptions): number | undefined {
  if (processes === undefined) return workers;
  if (workers !== undefined) throw new BadInput("--processes and --workers do not go together");
  if (runtime !== "node") throw new BadInput(`--processes is for Node.js, not for ${runtime}`);
  return processes;
}

async function reportAction(
  paths: readonly string[],
  options: ReportOptions,
  io: CommandIo,
): Promise<0 | 1> {
  const { base } = options;
  const load = loadOf({ ...options, workers: workersOf(options) });
  const found = findSourceFiles(paths);
  if (!found.ok) throw new BadInput(found.message);
  const { refine, checkUse } = durations(options.cpuProfile, io);
  const { models, skipped } = modelsOf(found.files, refine, io);
  if (found.files.length === skipped.length) throw new BadInput(describeSkipped(skipped));
  checkUse();
  const known: KnownComparisons = new Map();
  const compared = await compareAll(models, load, known, io);
  const now = harmReport(compared, found.files.length - skipped.length, skipped, load);
  const before =
    base === undefined ? undefined : await baseReport({ base, paths, load, refine, known }, io);
  const report =
    base === undefined || before === undefined
      ? now
      : { ...now, change: harmChange(base, before, now) };
  deliver(render(report, compared, options.format, io), options.output, io);
  return checkBudget(report, options.maxDelay, io);
}

function describeSkipped(skipped: readonly SkippedFile[]): string {
  const [{ file, reason }] = skipped;
  return `cannot parse ${file}:${reason}`;
}

function render(
  report: HarmReport,
  compared: readonly ComparedFunction[],
  format: Format,
  io: CommandIo,
): string {
  switch (format) {
    case "text":
      return harmText(report, textOptions(io));
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "markdown":
      return harmMarkdown(report);
    case "html":
      return harmHtml(report, picturesOf(report, compared));
    case "svg":
      return harmSvg(report);
    case "trace":
      return traceOf(report, compared);
  }
}

/** The models of the worst functions, in the report's order. */
function worstModels(
  report: HarmReport,
  compared: readonly ComparedFunction[],
): ModelledFunction[] {
  return report.functions.slice(0, mostPictures).flatMap(({ file, line, name }) => {
    const found = compared.find(
      ({ model }) => model.file === file && model.line === line && model.name === name,
    );
    return found === undefined ? [] : [found.model];
  });
}

function picturesOf(report: HarmReport, compared: readonly ComparedFunction[]): FunctionPicture[] {
  return worstModels(report, compared).map((model) => pictureOf(model, report.load));
}

function traceOf(report: HarmReport, compared: readonly ComparedFunction[]): string {
  const runs = worstModels(report, compared).flatMap((model) =>
    (["as-written", "fixed"] as const).map((variant) => {
      const scenario = scenarioFor(model, variant, report.load);
      const label = `${model.name}, ${variant === "fixed" ? "with the fix" : "as written"}`;
      return { label, scenario, ...simulate(scenario, { trace: true }) };
    }),
  );
  return chromeTrace({ title: "unblock report", notes: [], runs });
}
