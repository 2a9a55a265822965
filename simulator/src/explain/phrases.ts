/** Phrases that the texts of all causes are made of. */
import { SegmentState } from "../engine/trace.js";
import type { Trace } from "../engine/trace.js";
import type { Cause } from "./cause.js";

/** 0.5 ms, 198 ms, 2.5 s: three digits. */
export function duration(ms: number): string {
  return ms >= 1000 ? `${threeDigits(ms / 1000)} s` : `${threeDigits(ms)} ms`;
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** `ran "resizeImage" for 200 ms (upload.ts:14)`, of the segment that stood in the way. */
export function didWhat(blocker: NonNullable<Cause["blocker"]>): string {
  const length = duration(blocker.toMs - blocker.fromMs);
  const place = blocker.at === null ? "" : ` (${blocker.at.file}:${blocker.at.line})`;
  return `ran "${blocker.task}" for ${length}${place}`;
}

/** `50 of "ticker" waited up to 198 ms`, worst first. */
export function victimsWaited(victims: Cause["victims"]): string {
  const [first, ...others] = victims;
  const shown = others.slice(0, 2).map(({ task, count }) => `${count} of "${task}"`);
  const more = others.length > 2 ? [`${others.length - 2} other kinds of task`] : [];
  const also = [...shown, ...more];
  const rest = also.length === 0 ? "" : `, and so did ${also.join(" and ")}`;
  const times = first.count === 1 ? `one "${first.task}"` : `${first.count} of "${first.task}"`;
  return `${times} waited up to ${duration(first.worstMs)}${rest}`;
}

/** "3 workers were idle", for a number that is not 0. */
export function idleWorkers(count: number): string {
  return count === 1 ? "1 worker was idle" : `${count} workers were idle`;
}

export function isBlocked(trace: Trace, segment: number): boolean {
  return trace.segments.state[segment] === SegmentState.blocked;
}
