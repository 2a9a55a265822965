/** The page's side: hands jobs to a worker where the page may have one, else runs them itself in slices. */
import type { Job } from "./job.js";
import type { JobMessage, WorkerMessage } from "./messages.js";
import { runInSlices, type Listener } from "./slices.js";

export interface Simulator {
  /** Starts a job; the one before it is dropped, and its listener hears no more. */
  readonly run: (job: Job, listener: Listener) => void;
}

/** Simulates on the page's own thread, giving it back between two runs. */
export function inPage(): Simulator {
  let stop: () => void = () => undefined;
  return {
    run: (job, listener) => {
      stop();
      stop = runInSlices(job, listener);
    },
  };
}

/**
 * Simulates in a worker made from the given source. Where the page's policy or the browser refuses the worker, or it
 * dies, the page takes over from the newest job on.
 */
export function inWorker(source: string): Simulator {
  const fallback = inPage();
  let number = 0;
  let current: { readonly job: Job; readonly listener: Listener } | undefined;
  let worker = startWorker(source);
  const giveUp = () => {
    if (worker === undefined) return;
    worker.terminate();
    worker = undefined;
    if (current !== undefined) fallback.run(current.job, current.listener);
  };
  worker?.addEventListener("error", giveUp);
  worker?.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.number !== number) return;
    if (data.type === "finding") current?.listener.onFinding(data.finding);
    else current?.listener.onError(data.message);
  });
  return {
    run: (job, listener) => {
      current = { job, listener };
      number++;
      if (worker === undefined) fallback.run(job, listener);
      else worker.postMessage({ number, job } satisfies JobMessage);
    },
  };
}

function startWorker(source: string): Worker | undefined {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } catch {
    return undefined;
  } finally {
    // The worker has begun to load by now; the browser keeps the blob for it.
    URL.revokeObjectURL(url);
  }
}
