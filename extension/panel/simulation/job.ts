/** One question to the simulator: what does this function do to others under this load? Plain data, for a worker. */
import {
  defaultSeeds,
  loadTaskNames,
  scenarioFor,
  simulate,
  type LoadOptions,
  type ModelledFunction,
  type Result,
  type Trace,
  type Variant,
} from "unblock-simulator";
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

export interface SeedRuns {
  readonly seed: number;
  readonly asWritten: SeedRun;
  readonly fixed: SeedRun;
}

/**
 * Runs the seeds one after the other, first the one whose trace is shown. Gives back control after every run
 * (undefined between the two of a seed), so that the caller can stop or let others have the thread.
 */
export function* runSeeds(job: Job): Generator<SeedRuns | undefined, void, void> {
  for (const seed of defaultSeeds) {
    const keepTrace = seed === defaultSeeds[0];
    const asWritten = run(job, "as-written", seed, keepTrace);
    yield undefined;
    yield { seed, asWritten, fixed: run(job, "fixed", seed, keepTrace) };
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
