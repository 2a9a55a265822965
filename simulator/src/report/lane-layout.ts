/**
 * Where the segments of a trace stand in a picture: one row for each lane, boxes in the unit of the given width.
 * Segments too narrow to see are merged, so that a row never has more boxes than it has room for.
 */
import { firstEndingAfter } from "../engine/trace-index.js";
import type { LaneIndex } from "../engine/trace-index.js";
import type { SegmentState, Trace } from "../engine/trace.js";

export { indexLanes } from "../engine/trace-index.js";
export type { LaneIndex } from "../engine/trace-index.js";

/** The stretch of time that is looked at, and the room that there is for it. */
export interface LaneView {
  readonly fromNs: number;
  readonly toNs: number;
  /** Pixels, or characters. */
  readonly width: number;
  /** Segments narrower than this are merged. Default 1. */
  readonly minWidth?: number;
}

export interface LaneBox {
  readonly x: number;
  readonly width: number;
  /** The state that took most of the box's time. */
  readonly state: SegmentState;
  /** The longest of the box's segments: index into the trace's segments. */
  readonly segment: number;
  /** How many segments it stands for; 1: drawn exactly. */
  readonly count: number;
  /** The share of the box's width that its segments cover: 1 unless merged. */
  readonly coverage: number;
  /** Whether one of its segments ran a task that had been stolen just before. */
  readonly stolen: boolean;
}

export interface LaneRow {
  /** Index into the trace's lanes. */
  readonly lane: number;
  readonly boxes: readonly LaneBox[];
}

/** The rows of all lanes, those without a segment in view included. */
export function layOutLanes(trace: Trace, index: LaneIndex, view: LaneView): LaneRow[] {
  return index.map((segments, lane) => ({ lane, boxes: layOutLane(trace, segments, view) }));
}

function layOutLane(trace: Trace, indices: Int32Array, view: LaneView): LaneBox[] {
  const { segments } = trace;
  const { fromNs, toNs, width, minWidth = 1 } = view;
  if (!(toNs > fromNs) || !(width > 0)) return [];
  const perNs = width / (toNs - fromNs);
  const boxes: LaneBox[] = [];
  let cluster: Cluster | undefined;
  const flush = () => {
    if (cluster !== undefined) boxes.push(clusterBox(cluster, minWidth));
    cluster = undefined;
  };
  for (let at = firstEndingAfter(trace, indices, fromNs); at < indices.length; at++) {
    const segment = indices[at];
    if (segments.startNs[segment] >= toNs) break;
    const x = (Math.max(segments.startNs[segment], fromNs) - fromNs) * perNs;
    const end = (Math.min(segments.endNs[segment], toNs) - fromNs) * perNs;
    const state = segments.state[segment] as SegmentState;
    const stolen = segments.stolen[segment] === 1;
    if (end - x >= minWidth) {
      flush();
      boxes.push({ x, width: end - x, state, segment, count: 1, coverage: 1, stolen });
    } else {
      const column = Math.floor((x + end) / 2 / minWidth);
      if (cluster?.column !== column) flush();
      cluster ??= {
        column,
        states: [0, 0, 0, 0],
        longest: 0,
        segment,
        count: 0,
        covered: 0,
        stolen: false,
      };
      addToCluster(cluster, segment, state, end - x, stolen);
    }
  }
  flush();
  return boxes;
}

/** Segments that share one column of the picture. */
interface Cluster {
  readonly column: number;
  /** Width by state. */
  readonly states: number[];
  longest: number;
  segment: number;
  count: number;
  covered: number;
  stolen: boolean;
}

function addToCluster(
  cluster: Cluster,
  segment: number,
  state: SegmentState,
  width: number,
  stolen: boolean,
): void {
  cluster.states[state] += width;
  cluster.covered += width;
  cluster.count++;
  cluster.stolen ||= stolen;
  if (width > cluster.longest) {
    cluster.longest = width;
    cluster.segment = segment;
  }
}

function clusterBox(cluster: Cluster, minWidth: number): LaneBox {
  const most = Math.max(...cluster.states);
  return {
    x: cluster.column * minWidth,
    width: minWidth,
    state: cluster.states.indexOf(most) as SegmentState,
    segment: cluster.segment,
    count: cluster.count,
    coverage: Math.min(1, cluster.covered / minWidth),
    stolen: cluster.stolen,
  };
}
