/** From files to the functions in them that block, and what each does to others. */
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { compareVariants } from "../compare.js";
import type { Comparison } from "../report/comparison.js";
import type { ComparedFunction, SkippedFile } from "../report/harm-report.js";
import { plural } from "../report/units.js";
import type { LoadOptions } from "../scenario/default-load.js";
import { blockingMs, type ModelledFunction } from "../scenario/modelled-function.js";
import { createSourceProject, modelFunction } from "../workload/index.js";
import type { CommandIo } from "./command-io.js";

/** Puts better durations into a model: of a calibration, of a profile. */
export type Refine = (model: ModelledFunction, file: string) => ModelledFunction;

export interface Models {
  readonly models: readonly ModelledFunction[];
  readonly skipped: readonly SkippedFile[];
}

/** Paths below `from` (by default the working directory) are printed from there. */
export function displayPath(file: string, from = ""): string {
  const relative = path.relative(from, file);
  return relative.startsWith("..") ? file : relative;
}

/** The functions that block, of all files; files that do not parse are left out with the reason. */
export function modelsOf(
  files: readonly string[],
  refine: Refine,
  io: CommandIo,
  from?: string,
): Models {
  const project = createSourceProject();
  const nameFile = (file: string) => displayPath(file, from);
  const models: ModelledFunction[] = [];
  const skipped: SkippedFile[] = [];
  files.forEach((file, index) => {
    io.progress(`reading ${index + 1} of ${plural(files.length, "file")}`);
    const absolute = path.resolve(file);
    const analysis = project.analyze(absolute);
    if ("parseError" in analysis) {
      const { line, column, message } = analysis.parseError;
      skipped.push({ file, reason: `${line}:${column + 1}: ${message}` });
    } else {
      const functions = analysis.functions.map((profile) =>
        refine(modelFunction(profile, nameFile), absolute),
      );
      models.push(...functions.filter(({ steps }) => blockingMs(steps) > 0));
    }
  });
  io.progress("");
  return { models, skipped };
}

/** What a function does to others, by its steps: functions with the same steps behave alike. */
export type KnownComparisons = Map<string, Comparison>;

/** Simulates each function beside the bystander; steps that `known` has already are not simulated again. */
export async function compareAll(
  models: readonly ModelledFunction[],
  load: Partial<LoadOptions>,
  known: KnownComparisons,
  io: CommandIo,
): Promise<ComparedFunction[]> {
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
