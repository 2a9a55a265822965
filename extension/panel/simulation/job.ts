/** One question to the simulator: what does this function do to others under this load? Plain data, for a worker. */
import {
  defaultSeeds,
  explain,
  loadTaskNames,
  remedyTrials,
  scenarioFor,
  simulate,
  type Cause,
  type LoadOptions,
  type ModelledFunction,
  type Result,
  type Trace,
  type TriedRemedy,
  type Variant,
} from "unblock-simulator";
import { binsOf, type Bins } from "../model/bins.js";
import { latenciesMs } from "../model/trace-index.js";

export interface Job {
  /** With the user's changes. */
  readonly model: ModelledFunction;
  readonly load: Partial<LoadOptions>;
  /** Whether to begin with a short run, where there is no picture yet: a cold engine takes its time for a long one. */
  readonly preview?: boolean;
}

export interface SeedRun {
  readonly result: Result;
  /** The bystander's latencies. */
  readonly bins: Bins;
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

/** Both variants for a short time, to have something to show at once. */
export interface Preview {
  readonly kind: "preview";
  readonly asWritten: SeedRun;
  readonly fixed: SeedRun;
}

/** Why tasks waited in the first seed as written: the simulator's own words. */
export interface CausesFound {
  readonly kind: "causes";
  readonly causes: readonly Cause[];
}

/** What the simulator tried against the first of those causes, under one seed. */
export interface RemedyTried {
  readonly kind: "remedy";
  readonly seed: number;
  readonly remedy: TriedRemedy;
}

/** What a job finds out, piece by piece. */
export type Finding = Preview | SeedRuns | CausesFound | RemedyTried;

/** Long enough for some calls of the default load. Milliseconds. */
const previewMs = 2500;

/** Enough to tell help from chance; the figures above it have all nine. */
export const remedySeeds = defaultSeeds.slice(0, 3);

/**
 * Runs the seeds one after the other, first the one whose trace is shown, then what might help. Gives back control
 * after every run (undefined where there is nothing to tell yet), so that the caller can stop or let others have the
 * thread.
 */
export function* runJob(job: Job): Generator<Finding | undefined, void, void> {
  if (job.preview === true) {
    const short = { ...job, load: { ...job.load, durationMs: previewMs } };
    const asWritten = run(short, "as-written", 1, true);
    yield { kind: "preview", asWritten, fixed: run(short, "fixed", 1, true) };
  }
  let causes: readonly Cause[] = [];
  for (const seed of defaultSeeds) {
    const keepTrace = seed === defaultSeeds[0];
    const asWritten = run(job, "as-written", seed, keepTrace);
    yield undefined;
    yield { kind: "seed", seed, asWritten, fixed: run(job, "fixed", seed, keepTrace) };
    if (asWritten.trace !== null) {
      causes = explain(asWritten.trace);
      yield { kind: "causes", causes };
    }
  }
  const { called } = loadTaskNames(job.model.name);
  const cause = causes.find(({ blocker }) => blocker?.task === called);
  if (cause === undefined) return;
  for (const seed of remedySeeds) {
    const scenario = scenarioFor(job.model, "as-written", { ...job.load, seed });
    for (const remedy of remedyTrials(scenario, cause)) {
      yield remedy && { kind: "remedy", seed, remedy };
    }
  }
}

function run(job: Job, variant: Variant, seed: number, keepTrace: boolean): SeedRun {
  const scenario = scenarioFor(job.model, variant, { ...job.load, seed });
  const { result, trace } = simulate(scenario, { trace: true });
  if (trace === null) throw new Error("The simulation left no trace.");
  return {
    result,
    bins: binsOf(latenciesMs(trace, loadTaskNames(job.model.name).bystander)),
    trace: keepTrace ? trace : null,
  };
}
