/** What the simulation of a function came to, as written and with the fix: as far as the seeds have been run. */
import type {
  LatencyOverSeeds,
  LoadOptions,
  ModelledFunction,
  PhrasedCause,
  Trace,
} from "unblock-simulator";
import type { Bins } from "./bins.js";
import type { Layout } from "./picture.js";
import type { RemedyOverSeeds } from "./remedies.js";

export interface VariantOutcome {
  /** The bystander's latency; null where it has none that means anything: nothing completed, or the load grows. */
  readonly figures: LatencyOverSeeds["latencyMs"];
  /** The load could not be served in most of the seeds. */
  readonly growing: boolean;
  /** The bystander's latencies of all seeds. */
  readonly bins: Bins;
  /** Of the first seed. */
  readonly trace: Trace;
  /** Of that trace. */
  readonly layout: Layout;
}

export interface Outcome {
  readonly asWritten: VariantOutcome;
  readonly fixed: VariantOutcome;
  /** Undefined until they are known, some runs after the picture. */
  readonly reasons: Reasons | undefined;
  readonly names: { readonly called: string; readonly bystander: string };
  /** The function as simulated: with the user's changes. */
  readonly model: ModelledFunction;
  readonly load: Partial<LoadOptions>;
  /** The end of the time axis that both variants share; of a preview, that of the run that it stands for. */
  readonly axisEndNs: number;
  /** 0: a preview is all there is. */
  readonly seedsDone: number;
  readonly seedsWanted: number;
  /** Nothing will be added. */
  readonly done: boolean;
}

export interface Reasons {
  /** Why tasks waited as written, in the shown run; those with the most waiting in all first. */
  readonly causes: readonly PhrasedCause[];
  /** What the simulator tried against it, over as many seeds as have been tried; the best first. */
  readonly remedies: readonly RemedyOverSeeds[];
  /** Of the seeds under which remedies are tried. */
  readonly seedsDone: number;
  readonly seedsWanted: number;
}

/** How much of what is to be simulated has been, from 0 to 1. */
export function progressOf({ seedsDone, seedsWanted, done }: Outcome): number {
  // The last of them is told by the end of the job: what may help is tried besides.
  return done ? 1 : Math.min(seedsDone, seedsWanted - 1) / seedsWanted;
}

/** One whose reasons are known. */
export type Explained = Outcome & { readonly reasons: Reasons };

export function isExplained(outcome: Outcome | undefined): outcome is Explained {
  return outcome?.reasons !== undefined;
}

export type VariantName = "asWritten" | "fixed";
export const variantNames: readonly VariantName[] = ["asWritten", "fixed"];
