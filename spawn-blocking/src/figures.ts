/** What a pool tells about itself: as a snapshot, and on the channel `spawn-blocking:job` as each job ends. */
import { channel } from "node:diagnostics_channel";
import { createHistogram } from "node:perf_hooks";
import type { Figures, JobFigures, TimeSummary } from "./types.js";

const jobs = channel("spawn-blocking:job");

/** Histograms hold whole microseconds. */
const PER_MS = 1000;

export class Recorder {
  readonly #waitTime = createHistogram();
  readonly #runTime = createHistogram();
  readonly #ended = { returned: 0, threw: 0, aborted: 0, died: 0, refused: 0 };
  readonly #figures: () => Figures;

  /** @param figures what to hand to those who listen. */
  constructor(figures: () => Figures) {
    this.#figures = figures;
  }

  /** Records a job that has ended: how long it took from the call on, and how long of that it ran, in milliseconds. */
  record(outcome: JobFigures["outcome"], totalMs: number, runMs: number | undefined): void {
    this.#ended[outcome]++;
    const waitMs = runMs === undefined ? undefined : Math.max(0, totalMs - runMs);
    if (runMs !== undefined && waitMs !== undefined) {
      this.#waitTime.record(Math.max(1, Math.round(waitMs * PER_MS)));
      this.#runTime.record(Math.max(1, Math.round(runMs * PER_MS)));
    }
    if (jobs.hasSubscribers) {
      jobs.publish({ outcome, waitMs, runMs, figures: this.#figures } satisfies JobFigures);
    }
  }

  summary(): Pick<Figures, "ended" | "waitTime" | "runTime"> {
    return {
      ended: { ...this.#ended },
      waitTime: summarise(this.#waitTime),
      runTime: summarise(this.#runTime),
    };
  }
}

function summarise(histogram: ReturnType<typeof createHistogram>): TimeSummary {
  const { count } = histogram;
  const ms = (value: number): number => (count === 0 ? 0 : value / PER_MS);
  return {
    count,
    meanMs: ms(histogram.mean),
    p50Ms: ms(histogram.percentile(50)),
    p90Ms: ms(histogram.percentile(90)),
    p99Ms: ms(histogram.percentile(99)),
    maxMs: ms(histogram.max),
  };
}
