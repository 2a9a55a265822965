/** What kept lanes busy during a stretch of time. */
import { indexLanes } from "../engine/trace-index.js";
import type { LaneKind, Trace } from "../engine/trace.js";
import { BusyLane } from "./busy-lane.js";
import type { Occupancy } from "./busy-lane.js";

export class Occupancies {
  readonly trace: Trace;
  readonly #lanes: readonly BusyLane[];

  constructor(trace: Trace) {
    this.trace = trace;
    this.#lanes = indexLanes(trace).map((indices) => new BusyLane(trace, indices));
  }

  /** The lanes of that kind. */
  lanesOf(kind: LaneKind): number[] {
    return this.trace.lanes.flatMap((lane, index) => (lane.kind === kind ? [index] : []));
  }

  during(lane: number, fromNs: number, toNs: number): Occupancy {
    return this.#lanes[lane].during(fromNs, toNs);
  }

  /**
   * The longest segment of the stretch in which the lane has been busy without a pause up to that time, or `segment`
   * where that is longer.
   */
  longestBefore(lane: number, timeNs: number, segment: number): number {
    const longest = this.#lanes[lane].longestBefore(timeNs);
    const { startNs, endNs } = this.trace.segments;
    const isLonger =
      longest >= 0 && endNs[longest] - startNs[longest] > endNs[segment] - startNs[segment];
    return isLonger ? longest : segment;
  }

  /**
   * Whether the lane, in the middle of the stretch, was at a task that it had been at long before: one that comes again
   * and again, and not the next of those that stood in a queue.
   */
  goesInCircles(lane: number, fromNs: number, toNs: number): boolean {
    const { segments, tasks } = this.trace;
    const quarterNs = (toNs - fromNs) / 4;
    const segment = this.#lanes[lane].lastBefore(fromNs + 2 * quarterNs);
    const task = segment < 0 ? -1 : segments.task[segment];
    return task >= 0 && tasks.firstPollNs[task] < fromNs + quarterNs;
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
