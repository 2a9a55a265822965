/** Runs a job in slices, so that whoever shares the thread has it between two runs. */
import { runSeeds, type Job, type SeedRuns } from "./job.js";

export interface Listener {
  readonly onSeed: (runs: SeedRuns) => void;
  readonly onError: (message: string) => void;
}

/** Starts the job and returns how to stop it. Nothing is called back before this returns, nor after it was stopped. */
export function runInSlices(job: Job, { onSeed, onError }: Listener): () => void {
  const seeds = runSeeds(job);
  let timer = setTimeout(function slice() {
    try {
      const { done, value } = seeds.next();
      if (done === true) return;
      timer = setTimeout(slice);
      if (value !== undefined) onSeed(value);
    } catch (error) {
      clearTimeout(timer);
      onError(error instanceof Error ? error.message : String(error));
    }
  });
  return () => {
    clearTimeout(timer);
  };
}
