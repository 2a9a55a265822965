/** The worker's side: runs the newest job, finding by finding. */
import type { JobMessage, WorkerMessage } from "./messages.js";
import { runInSlices } from "./slices.js";

let stop: () => void = () => undefined;

function post(message: WorkerMessage): void {
  // The page's own `postMessage` takes an origin; a worker's does not, and the DOM's types know only the page's.
  (self as unknown as { postMessage(message: WorkerMessage): void }).postMessage(message);
}

self.addEventListener(
  "message",
  ({ data: { job, number, variants } }: MessageEvent<JobMessage>) => {
    stop();
    stop = runInSlices(job, variants, {
      onFinding: (finding) => {
        post({ type: "finding", number, finding });
      },
      onError: (message) => {
        post({ type: "failed", number, message });
      },
    });
  },
);
