/** Simulates small loads on the page's own thread, so that a change is drawn in the very frame in which it was made. */
import { variantNames } from "../model/outcome.js";
import { runDrawn, type Finding, type Job } from "./job.js";
import type { Simulator } from "./simulator.js";
import type { Listener } from "./slices.js";

export interface Clock {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Calls back after so many milliseconds. Returns how to prevent that. */
  readonly later: (then: () => void, ms: number) => () => void;
}

/** Frames of 60 Hz that last this much longer are still sooner than the way through the workers: two and more. Milliseconds. */
const budgetMs = 25;

/** Of both variants. More could not be done within a frame, and is not even tried. */
const mostSegments = 20_000;

/** A browser optimises what has run some times: the first are short, not to hold the page while it has not. */
const shortTrials = 10;
const mostTrials = 26;

/** Of virtual time, in milliseconds. */
const shortTrialMs = 2500;

/** Between two trials, so that whatever the user does comes first. Milliseconds. */
const pauseMs = 20;

/** How long a slider rests until the rest of the job is worth the processors that the next change wants. Milliseconds. */
const restMs = 100;

/**
 * Takes over the jobs whose drawn runs are known to fit into a frame here: they are told before `run` returns, and
 * what remains is left to `others` once the changes pause. How long such a run takes is tried out after a job has ended,
 * while nothing else is wanted.
 */
export function atOnce(others: Simulator, clock: Clock = pageClock): Simulator {
  let known: { readonly size: string; readonly ms: number } | undefined;
  /** How often what of which size has been tried out. */
  let trials = 0;
  let triedSize: string | undefined;
  /** What is to be done after the picture. */
  let rest: (() => void) | undefined;
  let cancel: () => void = () => undefined;

  /** Goes on where a change of the user's has interrupted it. */
  const tryOut = (job: Job) => {
    const size = sizeOf(job);
    if (size !== triedSize) trials = Math.min(trials, shortTrials);
    triedSize = size;
    /** Alone, each variant holds the page for half the time. */
    let sumMs = 0;
    trials -= trials % variantNames.length;
    const next = () => {
      if (trials >= mostTrials) return;
      const isShort = trials < shortTrials;
      const tried = isShort ? { ...job, load: { ...job.load, durationMs: shortTrialMs } } : job;
      const began = clock.now();
      runDrawn(tried, variantNames[trials % variantNames.length] ?? "asWritten");
      sumMs += clock.now() - began;
      if (++trials % variantNames.length === 0) {
        if (!isShort) known = { size, ms: sumMs };
        sumMs = 0;
      }
      cancel = clock.later(next, pauseMs);
    };
    cancel = clock.later(next, pauseMs);
  };

  /** Tries the job out when it has ended, if there is a point in it. */
  const followed = (job: Job, listener: Listener): Listener => {
    let segments = 0;
    let ended = 0;
    return {
      onError: listener.onError,
      onFinding: (finding) => {
        listener.onFinding(finding);
        if (finding.kind === "seed")
          segments += finding.run.layout?.index.trace.segments.length ?? 0;
        if (finding.kind === "ended") ended += finding.variants.length;
        else return;
        if (ended < variantNames.length || segments > mostSegments) return;
        tryOut(job);
      },
    };
  };

  const runHere = (job: Job, listener: Listener) => {
    others.stop();
    const began = clock.now();
    const findings: Finding[] = [];
    try {
      for (const variant of variantNames) findings.push(runDrawn(job, variant));
    } catch (error) {
      listener.onError(error instanceof Error ? error.message : String(error));
      return;
    }
    const ms = clock.now() - began;
    // One that took longer was held up by something, or the load is another now: to be tried out anew.
    known = ms <= budgetMs ? { size: sizeOf(job), ms } : undefined;
    if (known === undefined) trials = Math.min(trials, shortTrials);
    rest = () => {
      others.run({ ...job, isDrawn: true }, followed(job, listener));
    };
    for (const finding of findings) listener.onFinding(finding);
  };

  const drop = () => {
    cancel();
    rest = undefined;
  };

  return {
    run: (job, listener) => {
      drop();
      if (known !== undefined && known.ms <= budgetMs && known.size === sizeOf(job)) {
        runHere(job, listener);
      } else others.run(job, followed(job, listener));
    },
    proceed: () => {
      if (rest === undefined) others.proceed();
      else cancel = clock.later(rest, restMs);
      rest = undefined;
    },
    stop: () => {
      drop();
      others.stop();
    },
  };
}

/** The same for jobs that differ by nothing but durations, which hardly change how much there is to simulate. */
function sizeOf({ model, load }: Job): string {
  const durations: readonly string[] = ["ms", "lowMs", "highMs", "source", "basis"];
  return JSON.stringify([load, model], (key, value: unknown) =>
    durations.includes(key) ? undefined : value,
  );
}

const pageClock: Clock = {
  now: () => performance.now(),
  later: (then, ms) => {
    const timer = setTimeout(then, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
