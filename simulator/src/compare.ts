/** Simulates what a function does to everybody else: as written and with the fix applied, over nine seeds. */
import type { Trace } from "./engine/trace.js";
import { variantOutcome, type Comparison } from "./report/comparison.js";
import type { FunctionPicture } from "./report/html/harm.js";
import {
  defaultLoad,
  defaultLoadOptions,
  defaultSeeds,
  type LoadOptions,
} from "./scenario/default-load.js";
import { toSteps, type ModelledFunction, type Variant } from "./scenario/modelled-function.js";
import type { Scenario } from "./scenario/types.js";
import { simulate } from "./simulate.js";

/** The scenario in which a modelled function is called beside the bystander. */
export function scenarioFor(
  model: ModelledFunction,
  variant: Variant,
  options: Partial<LoadOptions> = {},
): Scenario {
  const { runtime } = { ...defaultLoadOptions, ...options };
  return defaultLoad(model.name, toSteps(model.steps, variant, runtime.flavor), options);
}

/** Simulates both variants over the seeds. Throws what `simulate` throws for a scenario that can't be run. */
export function compareVariants(
  model: ModelledFunction,
  options: Partial<LoadOptions> = {},
  seeds: readonly number[] = defaultSeeds,
): Comparison {
  const outcome = (variant: Variant) =>
    variantOutcome(
      model.name,
      seeds.map((seed) => simulate(scenarioFor(model, variant, { ...options, seed })).result),
    );
  return { asWritten: outcome("as-written"), fixed: outcome("fixed") };
}

/** How much of a run a picture shows: enough for several calls, short enough to see single requests. Milliseconds. */
const pictureMs = 2000;

/** What the threads did during the first two seconds of one run, as written and with the fix. */
export function pictureOf(
  model: ModelledFunction,
  options: Partial<LoadOptions> = {},
): FunctionPicture {
  const picture = (variant: Variant): Trace => {
    const scenario = scenarioFor(model, variant, { ...options, durationMs: pictureMs });
    const { trace } = simulate(scenario, { trace: true });
    if (trace === null) throw new Error("a run that was to be traced has no trace");
    return trace;
  };
  return { asWritten: picture("as-written"), fixed: picture("fixed") };
}
