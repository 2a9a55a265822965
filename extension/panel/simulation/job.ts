/** One question to the simulator: what does this function do to others under this load? Plain data, for a worker. */
import {
  defaultSeeds,
  explainInPhrases,
  loadTaskNames,
  remedyTrials,
  scenarioFor,
  simulate,
  type Cause,
  type LoadOptions,
  type ModelledFunction,
  type PhrasedCause,
  type Result,
  type Trace,
  type TriedRemedy,
  type Variant,
} from "unblock-simulator";
import { binsOf, type Bins } from "../model/bins.js";
import { variantNames, type VariantName } from "../model/outcome.js";
import { layOut, type Layout } from "../model/picture.js";
import type { Preview } from "../model/preview.js";
import { latenciesMs } from "../model/trace-index.js";

export interface Job {
  /** With the user's changes. */
  readonly model: ModelledFunction;
  readonly load: Partial<LoadOptions>;
  /** The short run to begin with, where there is to be one. */
  readonly preview?: Preview | undefined;
  /** Whether the runs that are drawn have been told already: then only what comes after them is. */
  readonly isDrawn?: boolean;
}

export interface SeedRun {
  readonly result: Result;
  /** The bystander's latencies. */
  readonly bins: Bins;
  /** The trace, ready to be drawn; for the first seed only: the others serve the figures. */
  readonly layout: Layout | null;
}

/** One variant under one seed; a preview is for a short time, to have something to show at once. */
export interface VariantRun {
  readonly kind: "preview" | "seed";
  readonly seed: number;
  readonly variant: VariantName;
  readonly run: SeedRun;
}

/** Why tasks waited in the first seed as written: the simulator's own words, for any language. */
export interface CausesFound {
  readonly kind: "causes";
  readonly causes: readonly PhrasedCause[];
}

/** All that the simulator tried against the first of those causes under one seed; empty where there is none. */
export interface RemediesTried {
  readonly kind: "remedies";
  readonly seed: number;
  readonly remedies: readonly TriedRemedy[];
}

/** Nothing more comes for these variants. */
export interface Ended {
  readonly kind: "ended";
  readonly variants: readonly VariantName[];
}

/** What a job finds out, piece by piece. */
export type Finding = VariantRun | CausesFound | RemediesTried | Ended;

/** Enough to tell help from chance; the figures above it have all nine. */
export const remedySeeds = defaultSeeds.slice(0, 3);

/**
 * Runs the seeds one after the other, first the one whose trace is shown, and what might help the function as written
 * under some of them; for the first one at once, so that the picture is whole before its figures get better. Gives back control after every run (undefined where there is nothing to tell), so that the caller can stop or let
 * others have the thread. Several callers may each run some of the variants.
 */
export function* runJob(
  job: Job,
  variants: readonly VariantName[] = variantNames,
): Generator<Finding | undefined, void, void> {
  const [first = 1, ...others] = defaultSeeds;
  if (job.preview !== undefined && job.isDrawn !== true) {
    const short = { ...job, load: { ...job.load, durationMs: job.preview.untilMs } };
    for (const variant of variants) {
      yield { kind: "preview", seed: first, variant, run: run(short, variant, first, true) };
    }
  }
  let asWritten: Trace | null = null;
  for (const variant of variants) {
    // Also where they have been told, by somebody else: what follows explains the trace.
    const shown = runDrawn(job, variant);
    if (variant === "asWritten") asWritten = shown.run.layout?.index.trace ?? null;
    yield job.isDrawn === true ? undefined : shown;
  }
  let cause: Cause | undefined;
  if (asWritten !== null) {
    const causes = explainInPhrases(asWritten);
    yield { kind: "causes", causes };
    const { called } = loadTaskNames(job.model.name);
    cause = causes.find(({ blocker }) => blocker?.task === called);
    yield* tryRemedies(job, cause, first);
  }
  for (const seed of others) {
    for (const variant of variants) {
      yield { kind: "seed", seed, variant, run: run(job, variant, seed, false) };
    }
    if (cause !== undefined && remedySeeds.includes(seed)) yield* tryRemedies(job, cause, seed);
  }
  yield { kind: "ended", variants };
}

/** The run of a variant whose trace is shown. */
export function runDrawn(job: Job, variant: VariantName): VariantRun {
  const [first = 1] = defaultSeeds;
  return { kind: "seed", seed: first, variant, run: run(job, variant, first, true) };
}

function* tryRemedies(
  { model, load }: Job,
  cause: Cause | undefined,
  seed: number,
): Generator<RemediesTried | undefined, void, void> {
  const remedies: TriedRemedy[] = [];
  if (cause !== undefined) {
    for (const remedy of remedyTrials(scenarioFor(model, "as-written", { ...load, seed }), cause)) {
      if (remedy !== undefined) remedies.push(remedy);
      yield undefined;
    }
  }
  yield { kind: "remedies", seed, remedies };
}

const written: Readonly<Record<VariantName, Variant>> = {
  asWritten: "as-written",
  fixed: "fixed",
};

function run(job: Job, variant: VariantName, seed: number, isShown: boolean): SeedRun {
  const scenario = scenarioFor(job.model, written[variant], { ...job.load, seed });
  const { result, trace } = simulate(scenario, { trace: true });
  if (trace === null) throw new Error("The simulation left no trace.");
  const { bystander } = loadTaskNames(job.model.name);
  return {
    result,
    bins: binsOf(latenciesMs(trace, bystander)),
    layout: isShown ? layOut(trace, bystander) : null,
  };
}
