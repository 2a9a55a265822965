/** Tells the panel's state what a job finds out. */
import { variantNames } from "../model/outcome.js";
import type { Action } from "../model/state.js";
import { collect } from "./collect.js";
import type { Finding, Job } from "./job.js";
import type { Simulator } from "./simulator.js";

/**
 * The first outcome is told at once; what follows, at most once a frame, since each draws the whole panel.
 * @returns to be called before another job is begun, so that it does not tell what has become old meanwhile
 */
export function simulateInto(
  simulator: Simulator,
  job: Job,
  dispatch: (action: Action) => void,
): () => void {
  const findings: Finding[] = [];
  let frame: number | undefined;
  let isShown = false;
  /** Of traces that have come since the last picture. */
  let newTraces = 0;
  const show = () => {
    frame = undefined;
    const outcome = collect(job, findings);
    if (outcome === undefined) return;
    isShown = true;
    dispatch({ type: "outcome", outcome });
    if (newTraces < variantNames.length) return;
    newTraces = 0;
    afterPaint(simulator.proceed);
  };
  simulator.run(job, {
    onFinding: (finding) => {
      findings.push(finding);
      if ("variant" in finding && finding.run.layout !== null) newTraces++;
      if (isShown) frame ??= requestAnimationFrame(show);
      else show();
    },
    onError: (message) => {
      dispatch({ type: "fail", message });
    },
  });
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}

/** The next frame is painted right after its callbacks; a timer set there comes after that. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}
