/** A trace, sorted for looking things up in it. */
import { indexLanes, type LaneIndex, type Trace } from "unblock-simulator";

export interface TraceIndex {
  readonly trace: Trace;
  /** For each lane its segments by start. Segments of one lane do not overlap. */
  readonly segmentsOfLane: LaneIndex;
  /** The longest that each queue got. */
  readonly peakOfQueue: readonly number[];
}

export function indexTrace(trace: Trace): TraceIndex {
  const { queue, size, length } = trace.queueSamples;
  const peakOfQueue = trace.queues.map(() => 0);
  for (let sample = 0; sample < length; sample++) {
    const of = queue[sample] ?? -1;
    peakOfQueue[of] = Math.max(peakOfQueue[of] ?? 0, size[sample] ?? 0);
  }
  return { trace, segmentsOfLane: indexLanes(trace), peakOfQueue };
}

function at(column: Float64Array, row: number | undefined): number {
  return column[row ?? -1] ?? NaN;
}

/** The first position in `rows` (sorted by `column`) whose value is greater than `value`. */
export function firstAfter(rows: Int32Array, column: Float64Array, value: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(column, rows[middle]) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The segment of the lane at that time, else the nearest one within `reachNs`, else -1. */
export function segmentNear(
  { trace, segmentsOfLane }: TraceIndex,
  lane: number,
  ns: number,
  reachNs: number,
): number {
  const rows = segmentsOfLane[lane];
  if (rows === undefined) return -1;
  const { startNs, endNs } = trace.segments;
  const after = firstAfter(rows, startNs, ns);
  const before = rows[after - 1] ?? -1;
  const next = rows[after] ?? -1;
  if (before >= 0 && at(endNs, before) > ns) return before;
  const sinceNs = before < 0 ? Infinity : ns - at(endNs, before);
  const untilNs = next < 0 ? Infinity : at(startNs, next) - ns;
  if (Math.min(sinceNs, untilNs) > reachNs) return -1;
  return sinceNs <= untilNs ? before : next;
}

/** The latencies in milliseconds of the completed tasks of that name, in order of arrival. */
export function latenciesMs(trace: Trace, name: string): Float64Array {
  const { tasks } = trace;
  const wanted = trace.taskNames.indexOf(name);
  const samples = new Float64Array(tasks.length);
  let length = 0;
  for (let task = 0; task < tasks.length; task++) {
    if (tasks.name[task] !== wanted) continue;
    const ms = (at(tasks.completedNs, task) - at(tasks.arrivalNs, task)) / 1e6;
    if (!Number.isNaN(ms)) samples[length++] = ms;
  }
  return samples.subarray(0, length);
}
