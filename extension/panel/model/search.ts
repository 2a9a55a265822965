/** Finds what a thread did by the words for it. */
import { describeSegment, type StepLabels } from "./describe.js";
import { threadName } from "./thread-name.js";
import type { Translate } from "./text.js";
import type { TraceIndex } from "./trace-index.js";

/**
 * The first segment after the one given (in order of time; -1: from the start) whose task, state, thread, step or line
 * holds the words; begins anew after the last. -1 where there is none.
 */
export function findSegment(
  { trace, segmentsOfLane }: TraceIndex,
  labels: StepLabels,
  query: string,
  after: number,
  t: Translate,
  locale: string,
): number {
  const wanted = query.trim().toLocaleLowerCase(locale);
  if (wanted === "") return -1;
  const inOrder = segmentsOfLane
    .flatMap((rows) => [...rows])
    .sort((a, b) => (trace.segments.startNs[a] ?? 0) - (trace.segments.startNs[b] ?? 0) || a - b);
  const begin = inOrder.indexOf(after) + 1;
  const matches = (segment: number) => {
    const { task, state, place } = describeSegment(trace, segment, labels, t, locale);
    const lane = threadName(trace.lanes[trace.segments.lane[segment] ?? -1], t);
    return `${task} ${state} ${place} ${lane}`.toLocaleLowerCase(locale).includes(wanted);
  };
  return [...inOrder.slice(begin), ...inOrder.slice(0, begin)].find(matches) ?? -1;
}
