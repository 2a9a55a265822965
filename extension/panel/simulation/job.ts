/** One question to the simulator: what does this function do to others under this load? Plain data, for a worker. */
import {
  defaultSeeds,
  loadTaskNames,
  scenarioFor,
  simulate,
  variantOutcome,
  type LoadOptions,
  type ModelledFunction,
  type Result,
  type Trace,
  type Variant,
} from "unblock-simulator";
import { alternativesTo, type AlternativeResult } from "../model/alternatives.js";
import { latenciesMs } from "../model/trace-index.js";

export interface Job {
  /** With the user's changes. */
  readonly model: ModelledFunction;
  readonly load: Partial<LoadOptions>;
}

export interface SeedRun {
  readonly result: Result;
  /** The bystander's, in milliseconds. */
  readonly latenciesMs: Float64Array;
  /** Kept for the first seed only: the others serve the figures. */
  readonly trace: Trace | null;
}

/** Both variants under one seed. */
export interface SeedRuns {
  readonly kind: "seed";
  readonly seed: number;
  readonly asWritten: SeedRun;
  readonly fixed: SeedRun;
}

/** What a job finds out, piece by piece. */
export type Finding = SeedRuns | ({ readonly kind: "alternative" } & AlternativeResult);

/** Enough to tell help from none; the figures above it have all nine. */
const alternativeSeeds = defaultSeeds.slice(0, 3);

/**
 * Runs the seeds one after the other, first the one whose trace is shown, then the alternatives. Gives back control
 * after every run (undefined where there is nothing to tell yet), so that the caller can stop or let others have the
 * thread.
 */
export function* runJob(job: Job): Generator<Finding | undefined, void, void> {
  for (const seed of defaultSeeds) {
    const keepTrace = seed === defaultSeeds[0];
    const asWritten = run(job, "as-written", seed, keepTrace);
    yield undefined;
    yield { kind: "seed", seed, asWritten, fixed: run(job, "fixed", seed, keepTrace) };
  }
  for (const alternative of alternativesTo(job.load)) {
    const results: Result[] = [];
    for (const seed of alternativeSeeds) {
      const load = { ...alternative.load, seed };
      results.push(simulate(scenarioFor(job.model, "as-written", load)).result);
      yield undefined;
    }
    const { bystander } = variantOutcome(job.model.name, results);
    yield { kind: "alternative", alternative, bystander };
  }
}

function run(job: Job, variant: Variant, seed: number, keepTrace: boolean): SeedRun {
  const scenario = scenarioFor(job.model, variant, { ...job.load, seed });
  const { result, trace } = simulate(scenario, { trace: true });
  if (trace === null) throw new Error("The simulation left no trace.");
  return {
    result,
    latenciesMs: latenciesMs(trace, loadTaskNames(job.model.name).bystander),
    trace: keepTrace ? trace : null,
  };
}
