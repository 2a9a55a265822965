/** Keeps the picture moving while a slider is dragged. */
import type { Job } from "./job.js";
import type { Simulator } from "./simulator.js";
import type { Listener } from "./slices.js";

/**
 * Lets every job that was started come to its first finding before a newer one takes its place, and of those that wait
 * meanwhile only the newest. Jobs that replace each other at once would never show anything while the changes go on.
 */
export function untilFirstFinding(simulator: Simulator): Simulator {
  let busy = false;
  let waiting: { readonly job: Job; readonly listener: Listener } | undefined;
  const start = (job: Job, listener: Listener) => {
    busy = true;
    simulator.run(job, {
      onFinding: (finding) => {
        listener.onFinding(finding);
        next();
      },
      onError: (message) => {
        listener.onError(message);
        next();
      },
    });
  };
  const next = () => {
    busy = false;
    const newest = waiting;
    waiting = undefined;
    if (newest !== undefined) start(newest.job, newest.listener);
  };
  return {
    run: (job, listener) => {
      if (busy) waiting = { job, listener };
      else start(job, listener);
    },
  };
}
