/** `unblock simulate file.ts#function`: one function under the default load, as written and with the fix applied. */
import path from "node:path";
import { compareVariants, pictureOf, scenarioFor } from "../compare.js";
import { chromeTrace } from "../report/chrome-trace.js";
import { functionText } from "../report/function-text.js";
import { harmMarkdown } from "../report/harm-markdown.js";
import { harmReport, type HarmReport } from "../report/harm-report.js";
import { harmHtml, type FunctionPicture } from "../report/html/harm.js";
import { lanesSvg } from "../report/svg/lanes.js";
import { defaultSeeds, type LoadOptions } from "../scenario/default-load.js";
import type { ModelledFunction } from "../scenario/modelled-function.js";
import { simulate } from "../simulate.js";
import {
  createSourceProject,
  modelFunction,
  selectFunction,
  type FunctionProfile,
} from "../workload/index.js";
import { displayPath } from "./blocking-functions.js";
import { checkBudget } from "./budget.js";
import { BadInput, deliver, type CommandIo } from "./command-io.js";
import { durations } from "./durations.js";
import { loadOf } from "./load-flags.js";
import type { SimulateOptions } from "./simulate.js";
import { statsOf } from "./source-files.js";
import { textOptions } from "./terminal.js";

interface FunctionTarget {
  readonly file: string;
  /** What follows the `#`: a name, `Class.method`, `default`, or `:line`. */
  readonly selector: string;
}

/** The file and function that a word of the command line means; undefined where it means no function. */
export function functionTarget(word: string): FunctionTarget | undefined {
  const match = /^(?<file>.+\.[cm]?[jt]sx?)#(?<selector>.+)$/s.exec(word);
  const { file, selector } = match?.groups ?? {};
  return file === undefined ? undefined : { file, selector };
}

/** Runs the command for one function. @throws BadInput */
export function simulateFunction(
  target: FunctionTarget,
  options: SimulateOptions,
  io: CommandIo,
): 0 | 1 {
  refuseScenarioOptions(options);
  const { refine, checkUse } = durations(options.cpuProfile, io);
  const model = refine(modelOf(target), target.file);
  checkUse();
  const load = loadOf(options);
  const seeds = options.seed === undefined ? defaultSeeds : [options.seed];
  const comparison = compareVariants(model, load, seeds);
  const report = harmReport([{ model, comparison }], 1, [], load);
  const picture = pictureOf(model, load);
  const text = render(report, model, picture, options, io);
  deliver(text, options.output, io);
  return checkBudget(report, options.maxDelay, io);
}

function refuseScenarioOptions({ set, sweep, compare }: SimulateOptions): void {
  const refused = [
    ["--set", set !== undefined && set.length > 0],
    ["--sweep", sweep !== undefined],
    ["--compare", compare !== undefined],
  ].find(([, isUsed]) => isUsed);
  if (refused !== undefined) {
    throw new BadInput(`${String(refused[0])} is for scenarios, not for a function of a file`);
  }
}

function modelOf({ file, selector }: FunctionTarget): ModelledFunction {
  const stats = statsOf(file);
  if (stats === undefined) throw new BadInput(`cannot read ${file}: no such file or folder`);
  if (!stats.isFile()) throw new BadInput(`cannot read ${file}: not a file`);
  const analysis = createSourceProject().analyze(path.resolve(file));
  if ("parseError" in analysis) {
    const { line, column, message } = analysis.parseError;
    throw new BadInput(`cannot parse ${file}:${line}:${column + 1}: ${message}`);
  }
  const selection = selectFunction(analysis.functions, selector);
  switch (selection.kind) {
    case "found":
      return modelFunction(selection.profile, displayPath);
    case "ambiguous":
      throw new BadInput(
        `"${selector}" is ambiguous in ${file}: ${candidates(selection.candidates)}`,
      );
    case "missing":
      throw new BadInput(
        `no function "${selector}" on the event loop in ${file}${known(selection.candidates)}`,
      );
  }
}

function known(profiles: readonly FunctionProfile[]): string {
  return profiles.length === 0 ? "; there is none" : `; there are ${candidates(profiles)}`;
}

/** As they can be asked for: by name where it tells them apart, else by line. */
function candidates(profiles: readonly FunctionProfile[]): string {
  const shown = profiles.slice(0, 10).map(({ name, at }) => `${name} (#:${at.line})`);
  const more = profiles.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function render(
  report: HarmReport,
  model: ModelledFunction,
  picture: FunctionPicture,
  options: SimulateOptions,
  io: CommandIo,
): string {
  switch (options.format) {
    case "text":
      return functionText(report, picture, textOptions(io));
    case "json":
      return `${JSON.stringify({ ...report, scenarios: scenarios(model, report.load) }, null, 2)}\n`;
    case "markdown":
      return harmMarkdown(report);
    case "html":
      return harmHtml(report, [picture]);
    case "svg":
      return lanesSvg(picture.asWritten);
    case "trace":
      return chromeTrace({ title: model.name, notes: [], runs: tracedRuns(model, report.load) });
  }
}

/** The scenarios behind the figures, for `unblock simulate` and other tools. */
function scenarios(model: ModelledFunction, load: LoadOptions) {
  return {
    asWritten: scenarioFor(model, "as-written", load),
    fixed: scenarioFor(model, "fixed", load),
  };
}

function tracedRuns(model: ModelledFunction, load: LoadOptions) {
  const { asWritten, fixed } = scenarios(model, load);
  return [
    { label: "as written", scenario: asWritten },
    { label: "with the fix", scenario: fixed },
  ].map((each) => ({ ...each, ...simulate(each.scenario, { trace: true }) }));
}
