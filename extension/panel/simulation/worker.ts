/** The worker's side: runs the newest job, finding by finding. */
import { compactCopy } from "./compact-copy.js";
import type { PageMessage, WorkerMessage } from "./messages.js";
import { runInSlices, type RunningJob } from "./slices.js";

let running: { readonly number: number; readonly job: RunningJob } | undefined;

function post(message: WorkerMessage): void {
  // The job goes on with its traces; of a copy's columns the page need make none of its own.
  const { copy, buffers } = compactCopy(message);
  // The page's own `postMessage` takes an origin; a worker's does not, and the DOM's types know only the page's.
  (self as unknown as WorkerScope).postMessage(copy, buffers);
}

interface WorkerScope {
  postMessage(message: WorkerMessage, transfer: readonly ArrayBuffer[]): void;
}

self.addEventListener("message", ({ data }: MessageEvent<PageMessage>) => {
  const { number } = data;
  if (data.type !== "run") {
    if (running?.number === number) running.job[data.type]();
    return;
  }
  running?.job.stop();
  const job = runInSlices(data.job, data.variants, {
    onFinding: (finding) => {
      post({ type: "finding", number, finding });
    },
    onError: (message) => {
      post({ type: "failed", number, message });
    },
  });
  running = { number, job };
});
