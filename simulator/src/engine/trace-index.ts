/** Finds segments of a trace by lane and time. */
import { SegmentState } from "./trace.js";
import type { Trace } from "./trace.js";

/** For each lane the indices of its segments, in order of time. Made once for a trace. */
export type LaneIndex = readonly Int32Array[];

export function indexLanes(trace: Trace): LaneIndex {
  const { segments, lanes } = trace;
  const counts = new Int32Array(lanes.length);
  for (let index = 0; index < segments.length; index++) counts[segments.lane[index]]++;
  const byLane = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let index = 0; index < segments.length; index++) {
    const lane = segments.lane[index];
    byLane[lane][counts[lane]++] = index;
  }
  const byStart = (a: number, b: number) => segments.startNs[a] - segments.startNs[b] || a - b;
  return byLane.map((indices) => (isInOrder(trace, indices) ? indices : indices.sort(byStart)));
}

/** Most lanes are: a segment is recorded when it ends, and on one lane they end in the order in which they start. */
function isInOrder({ segments }: Trace, indices: Int32Array): boolean {
  for (let position = 1; position < indices.length; position++) {
    if (segments.startNs[indices[position - 1]] > segments.startNs[indices[position]]) return false;
  }
  return true;
}

/** The position in one lane's indices of the first segment that ends after the time, by binary search. */
export function firstEndingAfter(trace: Trace, indices: Int32Array, timeNs: number): number {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (trace.segments.endNs[indices[middle]] > timeNs) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether the segment keeps its lane from running anything else. */
export function isBusy(trace: Trace, segment: number): boolean {
  const state = trace.segments.state[segment];
  return state === SegmentState.running || state === SegmentState.blocked;
}
