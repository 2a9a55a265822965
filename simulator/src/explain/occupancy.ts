/** What kept a lane busy during a stretch of time. */
import { firstEndingAfter, indexLanes, isBusy } from "../engine/trace-index.js";
import type { LaneIndex } from "../engine/trace-index.js";
import type { LaneKind, Trace } from "../engine/trace.js";

export interface Occupancy {
  /** The busy segment that overlaps the stretch for longest; -1: the lane did nothing. */
  readonly segment: number;
  /** For how long that one overlaps. */
  readonly longestNs: number;
  /** For how long the lane was busy in all. */
  readonly busyNs: number;
}

/** A lane that does nothing for longer than this has nothing left to do. */
const pauseNs = 200_000;

export class Occupancies {
  readonly trace: Trace;
  readonly #index: LaneIndex;

  constructor(trace: Trace) {
    this.trace = trace;
    this.#index = indexLanes(trace);
  }

  /** The lanes of that kind. */
  lanesOf(kind: LaneKind): number[] {
    return this.trace.lanes.flatMap((lane, index) => (lane.kind === kind ? [index] : []));
  }

  during(lane: number, fromNs: number, toNs: number): Occupancy {
    const { segments } = this.trace;
    const indices = this.#index[lane];
    let segment = -1;
    let longestNs = 0;
    let busyNs = 0;
    for (let at = firstEndingAfter(this.trace, indices, fromNs); at < indices.length; at++) {
      const candidate = indices[at];
      if (segments.startNs[candidate] >= toNs) break;
      if (!isBusy(this.trace, candidate)) continue;
      const overlap =
        Math.min(segments.endNs[candidate], toNs) - Math.max(segments.startNs[candidate], fromNs);
      busyNs += overlap;
      if (overlap > longestNs) {
        longestNs = overlap;
        segment = candidate;
      }
    }
    return { segment, longestNs, busyNs };
  }

  /**
   * The longest segment of the stretch in which the lane has been busy without a pause up to that time, or `segment`
   * where that is longer.
   */
  longestBefore(lane: number, timeNs: number, segment: number): number {
    const { segments } = this.trace;
    const indices = this.#index[lane];
    const length = (index: number) => segments.endNs[index] - segments.startNs[index];
    let longest = segment;
    let busyFromNs = timeNs;
    for (let at = firstEndingAfter(this.trace, indices, timeNs); at >= 0; at--) {
      const candidate = indices[at];
      if (candidate === undefined || segments.startNs[candidate] >= timeNs) continue;
      if (segments.endNs[candidate] < busyFromNs - pauseNs) break;
      if (!isBusy(this.trace, candidate)) continue;
      busyFromNs = segments.startNs[candidate];
      if (length(candidate) > length(longest)) longest = candidate;
    }
    return longest;
  }

  /** How many of the lanes were doing something at that instant. */
  busyAt(lanes: readonly number[], timeNs: number): number {
    return lanes.filter((lane) => this.during(lane, timeNs, timeNs + 1).busyNs > 0).length;
  }

  /** Of several lanes the one that was busy for longest during the stretch. */
  busiest(lanes: readonly number[], fromNs: number, toNs: number): { lane: number } & Occupancy {
    let best = { lane: -1, segment: -1, longestNs: 0, busyNs: -1 };
    for (const lane of lanes) {
      const occupancy = this.during(lane, fromNs, toNs);
      if (occupancy.busyNs > best.busyNs) best = { lane, ...occupancy };
    }
    return best;
  }

  /** Of several lanes the one with the longest single segment during the stretch. */
  longest(lanes: readonly number[], fromNs: number, toNs: number): { lane: number } & Occupancy {
    let best = { lane: -1, segment: -1, longestNs: -1, busyNs: 0 };
    for (const lane of lanes) {
      const occupancy = this.during(lane, fromNs, toNs);
      if (occupancy.longestNs > best.longestNs) best = { lane, ...occupancy };
    }
    return best;
  }
}
