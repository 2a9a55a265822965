/** Keeps the picture moving while a slider is dragged. */
import type { Job } from "./job.js";
import type { Simulator } from "./simulator.js";
import type { Listener } from "./slices.js";

/**
 * Lets every job that was started show its picture before a newer one takes its place, and of those that wait meanwhile
 * only the newest. Jobs that replace each other at once would never show anything while the changes go on.
 */
export function untilFirstPicture(simulator: Simulator): Simulator {
  let busy = false;
  let waiting: { readonly job: Job; readonly listener: Listener } | undefined;
  const start = (job: Job, listener: Listener) => {
    // What is drawn already shows nothing that a newer one would have to wait for.
    busy = job.isDrawn !== true;
    simulator.run(job, {
      onFinding: listener.onFinding,
      onError: (message) => {
        listener.onError(message);
        next();
      },
    });
  };
  /** Whether there was one that waited. */
  const next = () => {
    busy = false;
    const newest = waiting;
    waiting = undefined;
    if (newest !== undefined) start(newest.job, newest.listener);
    return newest !== undefined;
  };
  return {
    run: (job, listener) => {
      if (busy) waiting = { job, listener };
      else start(job, listener);
    },
    proceed: () => {
      if (!next()) simulator.proceed();
    },
    stop: () => {
      busy = false;
      waiting = undefined;
      simulator.stop();
    },
  };
}
