/** Runs a job in slices, so that whoever shares the thread has it between two runs. */
import type { VariantName } from "../model/outcome.js";
import { runJob, type Finding, type Job } from "./job.js";

export interface Listener {
  readonly onFinding: (finding: Finding) => void;
  readonly onError: (message: string) => void;
}

export interface RunningJob {
  /** Goes on after a pause; without effect while there is none. */
  readonly proceed: () => void;
  readonly stop: () => void;
}

/**
 * Starts the job. Nothing is called back before this returns, nor after it was stopped. It pauses when it has told all
 * that a picture needs, until it may proceed: what is drawn then is drawn sooner when nothing else wants the processors.
 */
export function runInSlices(
  job: Job,
  variants: readonly VariantName[],
  { onFinding, onError }: Listener,
): RunningJob {
  const findings = runJob(job, variants);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPaused = false;
  const next = () => {
    timer = setTimeout(slice);
  };
  const slice = () => {
    try {
      const { done, value } = findings.next();
      if (done === true) return;
      isPaused = value !== undefined && completesPicture(value, variants);
      if (!isPaused) next();
      if (value !== undefined) onFinding(value);
    } catch (error) {
      clearTimeout(timer);
      onError(error instanceof Error ? error.message : String(error));
    }
  };
  next();
  return {
    proceed: () => {
      if (isPaused) next();
      isPaused = false;
    },
    stop: () => {
      isPaused = false;
      clearTimeout(timer);
    },
  };
}

/** Whether this is the last of the variants' runs that are drawn. */
function completesPicture(finding: Finding, variants: readonly VariantName[]): boolean {
  return "variant" in finding && finding.run.layout !== null && finding.variant === variants.at(-1);
}
