/** When a shorter run is shown first, because the whole one would keep the user waiting. */
import type { Outcome } from "./outcome.js";
import type { State } from "./state.js";

/** A run that is cut short: the same as the whole one up to there. */
export interface Preview {
  /** Of virtual time, in milliseconds. */
  readonly untilMs: number;
  /** Where the time axis ends meanwhile, so that it need not change; undefined: where the short run does. */
  readonly axisEndNs?: number;
}

/** Long enough for some calls of the default load: a cold engine takes its time for a long run. Milliseconds. */
const firstPictureMs = 2500;

/** Shorter runs are drawn about as soon as they would be without a preview. */
const fewestSegments = 30_000;

/** A preview that takes nearly as long as the whole run only delays that. */
const longestShare = 0.7;

/** Undefined where the whole run is shown at once: it is short, or most of it has to be simulated for what is in view. */
export function previewFor({
  outcome,
  view,
  coming,
}: Pick<State, "outcome" | "view" | "coming">): Preview | undefined {
  if (outcome === undefined) return { untilMs: firstPictureMs };
  const { axisEndNs } = outcome;
  if (coming !== undefined || view.endNs > longestShare * axisEndNs) return undefined;
  if (segmentsOfWholeRun(outcome) < fewestSegments) return undefined;
  return { untilMs: Math.ceil(view.endNs / 1e6), axisEndNs };
}

/** Of both variants; of a preview, how many the run that it stands for will have. */
function segmentsOfWholeRun({ asWritten, fixed, axisEndNs }: Outcome): number {
  const simulatedNs = Math.max(asWritten.trace.endNs, fixed.trace.endNs, 1);
  const segments = asWritten.trace.segments.length + fixed.trace.segments.length;
  return segments * Math.max(1, axisEndNs / simulatedNs);
}
