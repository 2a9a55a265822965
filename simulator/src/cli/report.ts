/** `unblock report <paths...>`: the functions that block, ranked by the delay that they cause to others. */
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { Command, Option } from "commander";
import { compareVariants, pictureOf } from "../compare.js";
import type { Comparison } from "../report/comparison.js";
import { harmMarkdown } from "../report/harm-markdown.js";
import {
  bystanderP99,
  harmReport,
  overBudget,
  type ComparedFunction,
  type HarmReport,
  type SkippedFile,
} from "../report/harm-report.js";
import { harmText } from "../report/harm-text.js";
import { harmHtml, type FunctionPicture } from "../report/html/harm.js";
import { formatMs, plural } from "../report/units.js";
import type { LoadOptions } from "../scenario/default-load.js";
import { blockingMs, type ModelledFunction } from "../scenario/modelled-function.js";
import { createSourceProject, modelFunction } from "../workload/index.js";
import { BadInput, deliver, type CommandIo } from "./command-io.js";
import { positiveNumber, wholeNumber } from "./numbers.js";
import { calibrator } from "./calibration-file.js";
import { findSourceFiles } from "./source-files.js";
import { textOptions } from "./terminal.js";

const reportFormats = ["text", "json", "markdown", "html"] as const;
type ReportFormat = (typeof reportFormats)[number];

interface ReportOptions {
  readonly format: ReportFormat;
  /** A file to write to instead of standard output. */
  readonly output?: string;
  /** Milliseconds that the bystander's 99th percentile may reach beside any function. */
  readonly maxDelay?: number;
  readonly callsPerSecond?: number;
  /** Processes of Node.js that share the load. */
  readonly processes?: number;
}

/** How many of the worst functions a page shows with lanes: more would make it heavy. */
const mostPictures = 5;

export function reportCommand(io: CommandIo, exit: (code: number) => void): Command {
  return new Command("report")
    .description("rank the functions that block by the delay that they cause to others")
    .argument("<paths...>", "files and folders of JavaScript and TypeScript")
    .addOption(
      new Option("--format <format>", "how to print").choices(reportFormats).default("text"),
    )
    .option("--output <file>", "write to a file instead of the terminal")
    .option(
      "--max-delay <ms>",
      "exit with 1 if others' 99th percentile is longer beside any function",
      positiveNumber,
    )
    .option("--calls-per-second <number>", "how often each function is called", positiveNumber)
    .option("--processes <count>", "processes of Node.js that share the load", wholeNumber)
    .action(async (paths: readonly string[], options: ReportOptions) => {
      exit(await reportAction(paths, options, io));
    });
}

async function reportAction(
  paths: readonly string[],
  options: ReportOptions,
  io: CommandIo,
): Promise<0 | 1> {
  const found = findSourceFiles(paths);
  if (!found.ok) throw new BadInput(found.message);
  const { models, skipped } = modelsOf(found.files, io);
  if (found.files.length === skipped.length) throw new BadInput(describeSkipped(skipped));
  const load = loadOf(options);
  const compared = await compareAll(models, load, io);
  const report = harmReport(compared, found.files.length - skipped.length, skipped, load);
  deliver(render(report, compared, options.format, io), options.output, io);
  return checkBudget(report, options.maxDelay, io);
}

function loadOf({ callsPerSecond, processes }: ReportOptions): Partial<LoadOptions> {
  return {
    ...(callsPerSecond === undefined ? {} : { callsPerSecond }),
    ...(processes === undefined ? {} : { runtime: { flavor: "node", processes } }),
  };
}

interface Models {
  readonly models: readonly ModelledFunction[];
  readonly skipped: readonly SkippedFile[];
}

/** The functions that block, of all files; files that do not parse are left out with the reason. */
function modelsOf(files: readonly string[], io: CommandIo): Models {
  const project = createSourceProject();
  const calibrated = calibrator(io);
  const models: ModelledFunction[] = [];
  const skipped: SkippedFile[] = [];
  files.forEach((file, index) => {
    io.progress(`reading ${index + 1} of ${plural(files.length, "file")}`);
    const analysis = project.analyze(path.resolve(file));
    if ("parseError" in analysis) {
      const { line, column, message } = analysis.parseError;
      skipped.push({ file, reason: `${line}:${column + 1}: ${message}` });
    } else {
      const functions = analysis.functions.map((profile) =>
        calibrated(modelFunction(profile, displayPath)),
      );
      models.push(...functions.filter(({ steps }) => blockingMs(steps) > 0));
    }
  });
  io.progress("");
  return { models, skipped };
}

/** Paths below the working directory are printed from there. */
export function displayPath(file: string): string {
  const relative = path.relative("", file);
  return relative.startsWith("..") ? file : relative;
}

function describeSkipped(skipped: readonly SkippedFile[]): string {
  const [{ file, reason }] = skipped;
  return `cannot parse ${file}:${reason}`;
}

/** Functions with the same steps behave alike: each kind is simulated once. */
async function compareAll(
  models: readonly ModelledFunction[],
  load: Partial<LoadOptions>,
  io: CommandIo,
): Promise<ComparedFunction[]> {
  const known = new Map<string, Comparison>();
  const compared: ComparedFunction[] = [];
  for (const [index, model] of models.entries()) {
    io.progress(`simulating ${index + 1} of ${plural(models.length, "function")}: ${model.name}`);
    const key = JSON.stringify(model.steps, (name, value: unknown) =>
      name === "at" ? undefined : value,
    );
    const comparison = known.get(key) ?? compareVariants(model, load);
    known.set(key, comparison);
    compared.push({ model, comparison });
    // Lets Ctrl-C and the progress through.
    await setImmediate();
  }
  io.progress("");
  return compared;
}

function render(
  report: HarmReport,
  compared: readonly ComparedFunction[],
  format: ReportFormat,
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
  }
}

function picturesOf(report: HarmReport, compared: readonly ComparedFunction[]): FunctionPicture[] {
  return report.functions.slice(0, mostPictures).flatMap(({ comparison }) => {
    const found = compared.find((each) => each.comparison === comparison);
    return found === undefined ? [] : [pictureOf(found.model, report.load)];
  });
}

export function checkBudget(
  report: HarmReport,
  maxDelay: number | undefined,
  io: CommandIo,
): 0 | 1 {
  if (maxDelay === undefined) return 0;
  const broken = overBudget(report, maxDelay);
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
