/** Runs a job in slices, so that whoever shares the thread has it between two runs. */
import type { VariantName } from "../model/outcome.js";
import { runJob, type Finding, type Job } from "./job.js";

export interface Listener {
  readonly onFinding: (finding: Finding) => void;
  readonly onError: (message: string) => void;
}

/** Starts the job and returns how to stop it. Nothing is called back before this returns, nor after it was stopped. */
export function runInSlices(
  job: Job,
  variants: readonly VariantName[],
  { onFinding, onError }: Listener,
): () => void {
  const findings = runJob(job, variants);
  let timer = setTimeout(function slice() {
    try {
      const { done, value } = findings.next();
      if (done === true) return;
      timer = setTimeout(slice);
      if (value !== undefined) onFinding(value);
    } catch (error) {
      clearTimeout(timer);
      onError(error instanceof Error ? error.message : String(error));
    }
  });
  return () => {
    clearTimeout(timer);
  };
}
