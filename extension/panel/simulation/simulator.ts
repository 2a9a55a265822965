/** The page's side: hands jobs to workers where the page may have them, else runs them itself in slices. */
import { variantNames } from "../model/outcome.js";
import type { Job } from "./job.js";
import type { PageMessage, WorkerMessage } from "./messages.js";
import { runInSlices, type Listener, type RunningJob } from "./slices.js";

export interface Simulator {
  /** Starts a job; the one before it is dropped, and its listener hears no more. */
  readonly run: (job: Job, listener: Listener) => void;
  /** To be called when the picture of what the job has told is drawn: it waits for that. */
  readonly proceed: () => void;
  /** Drops the job that runs; its listener hears no more. */
  readonly stop: () => void;
}

/** Simulates on the page's own thread, giving it back between two runs. */
export function inPage(): Simulator {
  let running: RunningJob | undefined;
  return {
    run: (job, listener) => {
      running?.stop();
      running = runInSlices(job, variantNames, listener);
    },
    proceed: () => running?.proceed(),
    stop: () => running?.stop(),
  };
}

/**
 * Simulates in workers made from the given source, one for each variant, so that both are run at the same time. Where
 * the page's policy or the browser refuses the workers, or one dies, the page takes over from the newest job on.
 */
export function inWorkers(source: string): Simulator {
  const fallback = inPage();
  let number = 0;
  let current: { readonly job: Job; readonly listener: Listener } | undefined;
  let workers = variantNames.flatMap(() => startWorker(source) ?? []);
  const giveUp = () => {
    if (workers.length === 0) return;
    for (const worker of workers) worker.terminate();
    workers = [];
    if (current !== undefined) fallback.run(current.job, current.listener);
  };
  for (const worker of workers) {
    worker.addEventListener("error", giveUp);
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.number !== number) return;
      if (data.type === "finding") current?.listener.onFinding(data.finding);
      else current?.listener.onError(data.message);
    });
  }
  if (workers.length < variantNames.length) giveUp();
  const post = (worker: Worker, message: PageMessage) => {
    worker.postMessage(message);
  };
  return {
    run: (job, listener) => {
      current = { job, listener };
      number++;
      if (workers.length === 0) fallback.run(job, listener);
      // In turns: the variant as written is run most often, and a browser optimises what runs often in each worker.
      const inTurn = number % 2 === 0 ? variantNames : variantNames.toReversed();
      inTurn.forEach((variant, index) => {
        const worker = workers[index];
        if (worker !== undefined) post(worker, { type: "run", number, job, variants: [variant] });
      });
    },
    proceed: () => {
      if (workers.length === 0) fallback.proceed();
      for (const worker of workers) post(worker, { type: "proceed", number });
    },
    stop: () => {
      current = undefined;
      for (const worker of workers) post(worker, { type: "stop", number });
      number++;
      fallback.stop();
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
