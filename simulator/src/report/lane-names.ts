/** What the states of a lane are called and how a picture without colour tells them apart. */
import { SegmentState } from "../engine/trace.js";
import type { Lane, LaneKind, Trace } from "../engine/trace.js";

export interface StateStyle {
  readonly state: SegmentState;
  /** A class name and a key of palettes. */
  readonly key: "running" | "blocked" | "driver" | "scheduling";
  readonly label: string;
}

export const stateStyles: readonly StateStyle[] = [
  { state: SegmentState.running, key: "running", label: "running" },
  { state: SegmentState.blocked, key: "blocked", label: "blocked" },
  { state: SegmentState.driver, key: "driver", label: "waiting for timers and I/O" },
  { state: SegmentState.scheduling, key: "scheduling", label: "scheduling" },
];

export function styleOf(state: SegmentState): StateStyle {
  return stateStyles[state];
}

/** How many lanes of a kind a picture shows before it only counts the rest. */
const mostLanes: Readonly<Record<LaneKind, number>> = {
  worker: 32,
  "event-loop": 32,
  blocking: 8,
  "worker-thread": 8,
  libuv: 8,
  parallel: 16,
};

const kindNames: Readonly<Record<LaneKind, string>> = {
  worker: "workers",
  "event-loop": "event loops",
  blocking: "blocking threads",
  "worker-thread": "worker threads",
  libuv: "libuv threads",
  parallel: "data-parallel threads",
};

export interface ShownLanes {
  /** Indices into the trace's lanes. */
  readonly lanes: readonly number[];
  /** "92 more blocking threads" */
  readonly omitted: readonly string[];
}

/** The lanes worth drawing: those that ever did something and all workers, up to a number of each kind. */
export function lanesToShow(trace: Trace): ShownLanes {
  const active = new Set<number>();
  for (let index = 0; index < trace.segments.length; index++) {
    active.add(trace.segments.lane[index]);
  }
  const shown: number[] = [];
  const seen = new Map<LaneKind, number>();
  trace.lanes.forEach((lane, index) => {
    if (!active.has(index) && !isMain(lane)) return;
    const count = (seen.get(lane.kind) ?? 0) + 1;
    seen.set(lane.kind, count);
    if (count <= mostLanes[lane.kind]) shown.push(index);
  });
  const omitted = [...seen]
    .filter(([kind, count]) => count > mostLanes[kind])
    .map(([kind, count]) => `${count - mostLanes[kind]} more ${kindNames[kind]}`);
  return { lanes: shown, omitted };
}

function isMain(lane: Lane): boolean {
  return lane.kind === "worker" || lane.kind === "event-loop";
}
