/** Which lanes and queues are drawn, from top to bottom. */
import type { Lane, LaneKind, QueueKind } from "unblock-simulator";
import type { TraceIndex } from "../model/trace-index.js";

export type TimelineRow =
  | { readonly kind: "lane"; readonly lane: number; readonly top: number; readonly height: number }
  | {
      readonly kind: "queue";
      readonly queue: number;
      readonly peak: number;
      readonly top: number;
      readonly height: number;
    }
  | { readonly kind: "requests"; readonly top: number; readonly height: number };

export interface Rows {
  readonly rows: readonly TimelineRow[];
  readonly height: number;
  /** Threads of pools that did something but found no room. */
  readonly hiddenLanes: number;
}

export interface RowLimits {
  /** Threads of pools to show; workers and event loops are always shown. */
  readonly mostPoolLanes: number;
  readonly requestRows: number;
  /** Rows that stay even where nothing is in them: those of the run that this one is the beginning of. */
  readonly kept?: Rows | undefined;
}

export const laneHeight = 26;
export const queueHeight = 30;
/** A bar of three pixels and a gap. */
export const requestHeight = 4;
export const rowGap = 4;

const mainKinds: ReadonlySet<LaneKind> = new Set(["worker", "event-loop"]);

/** Whether the lane is a thread of a pool, not one on which tasks run. */
export function isPool(lane: Lane | undefined): boolean {
  return lane !== undefined && !mainKinds.has(lane.kind);
}

/** Queues of one worker say little at a glance, and there is one for each. */
const shownQueues: ReadonlySet<QueueKind> = new Set([
  "injection",
  "blocking",
  "parallel",
  "libuv",
  "event-loop",
]);

/** Lanes of workers and event loops, then pool threads that were used, then queues that were not always empty, then requests. */
export function timelineRows(index: TraceIndex, limits: RowLimits): Rows {
  const { lanes, queues } = index.trace;
  const rows: TimelineRow[] = [];
  let top = rowGap;
  const place = (height: number) => {
    const at = top;
    top += height + rowGap;
    return at;
  };
  let hiddenLanes = 0;
  let poolLanes = 0;
  const kept = limits.kept?.rows ?? [];
  const keptLanes = new Set(kept.map((row) => (row.kind === "lane" ? row.lane : -1)));
  const keptQueues = new Set(kept.map((row) => (row.kind === "queue" ? row.queue : -1)));
  const used = (lane: number) =>
    (index.segmentsOfLane[lane]?.length ?? 0) > 0 || keptLanes.has(lane);
  const main = lanes.flatMap(({ kind }, lane) => (mainKinds.has(kind) ? [lane] : []));
  const pool = lanes.flatMap(({ kind }, lane) =>
    !mainKinds.has(kind) && used(lane) ? [lane] : [],
  );
  for (const lane of [...main, ...pool]) {
    if (pool.includes(lane) && ++poolLanes > limits.mostPoolLanes) {
      hiddenLanes++;
      continue;
    }
    rows.push({ kind: "lane", lane, top: place(laneHeight), height: laneHeight });
  }
  queues.forEach(({ kind }, queue) => {
    const peak = index.peakOfQueue[queue] ?? 0;
    if (!shownQueues.has(kind) || (peak === 0 && !keptQueues.has(queue))) return;
    rows.push({ kind: "queue", queue, peak, top: place(queueHeight), height: queueHeight });
  });
  const keptHeight = kept.find((row) => row.kind === "requests")?.height ?? 0;
  const height = Math.max(limits.requestRows * requestHeight, keptHeight);
  if (height > 0) {
    rows.push({ kind: "requests", top: place(height), height });
  }
  return { rows, height: top, hiddenLanes };
}
