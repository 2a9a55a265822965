import { useLayoutEffect } from "preact/hooks";
import type { LoadOptions, ModelledFunction } from "unblock-simulator";
import { variantNames } from "../model/outcome.js";
import type { Action } from "../model/state.js";
import { collect } from "../simulation/collect.js";
import type { Finding, Job } from "../simulation/job.js";
import type { Simulator } from "../simulation/simulator.js";

/**
 * Simulates whenever the function or the load changes. The first outcome is shown at once; what follows, at most once a
 * frame, since each draws the whole panel.
 */
export function useSimulation(
  simulator: Simulator,
  model: ModelledFunction | undefined,
  load: Partial<LoadOptions>,
  preview: boolean,
  dispatch: (action: Action) => void,
): void {
  // Not after the paint but at once: the worker can simulate while the page draws the slider.
  useLayoutEffect(() => {
    if (model === undefined) return;
    const findings: Finding[] = [];
    const job: Job = { model, load, preview };
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
        if ("variant" in finding && finding.run.trace !== null) newTraces++;
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
    // Whether a preview is wanted is asked when the job begins, and begins none itself.
  }, [simulator, model, load, dispatch]);
}

/** The next frame is painted right after its callbacks; a timer set there comes after that. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}
