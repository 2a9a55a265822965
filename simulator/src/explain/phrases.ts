/** Phrases that the texts of all causes are made of. */
import { SegmentState } from "../engine/trace.js";
import type { Trace } from "../engine/trace.js";
import type { Cause } from "./cause.js";
import type { Facts } from "./facts.js";
import { phrase } from "./phrase.js";
import type { Phrase } from "./phrase.js";

/** `ran "resizeImage" for 200 ms (upload.ts:14)`, of the segment that stood in the way. */
export function didWhat({ blocker }: Pick<Facts, "blocker">): Phrase {
  const task = { task: blocker.task };
  const length = { durationMs: blocker.toMs - blocker.fromMs };
  return blocker.at === null
    ? phrase('ran "{0}" for {1}', task, length)
    : phrase('ran "{0}" for {1} ({2}:{3})', task, length, blocker.at.file, blocker.at.line);
}

/** `50 of "ticker" waited up to 198 ms`, worst first. */
export function victimsWaited(victims: Cause["victims"]): Phrase {
  const [first, ...others] = victims;
  const [task, worst] = [{ task: first.task }, { durationMs: first.worstMs }];
  const waited =
    first.count === 1
      ? phrase('one "{0}" waited up to {1}', task, worst)
      : phrase('{0} of "{1}" waited up to {2}', first.count, task, worst);
  const shown = others
    .slice(0, 2)
    .map(({ task: name, count }) => phrase('{0} of "{1}"', count, { task: name }));
  const more = others.length > 2 ? [phrase("{0} other kinds of task", others.length - 2)] : [];
  const also = [...shown, ...more];
  if (also.length === 0) return waited;
  const all = also.reduce((before, each) => phrase("{0} and {1}", before, each));
  return phrase("{0}, and so did {1}", waited, all);
}

/** "3 workers were idle", for a number that is not 0. */
export function idleWorkers(count: number): Phrase {
  return count === 1 ? phrase("1 worker was idle") : phrase("{0} workers were idle", count);
}

export function isBlocked(trace: Trace, segment: number): boolean {
  return trace.segments.state[segment] === SegmentState.blocked;
}
