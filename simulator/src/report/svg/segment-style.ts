/** How a picture draws what a thread did: what makes others wait stands out, work on threads of its own does not. */
import { SegmentState } from "../../engine/trace.js";
import type { LaneKind, Trace } from "../../engine/trace.js";
import type { LaneBox } from "../lane-layout.js";

/** A class name, and for those with a pattern the end of the pattern's id. */
export type SegmentStyle = "blocked" | "holding" | "apart" | "running" | "driver" | "scheduling";

export interface StyleEntry {
  readonly key: SegmentStyle;
  readonly label: string;
}

/** In the order of a legend. */
export const segmentStyles: readonly StyleEntry[] = [
  { key: "blocked", label: "blocked: nothing else can run here" },
  { key: "holding", label: "computing 10 ms and more: nothing else can run here" },
  { key: "apart", label: "work on threads of its own" },
  { key: "running", label: "running" },
  { key: "driver", label: "waiting for timers and I/O" },
  { key: "scheduling", label: "scheduling" },
];

/** From here on an event loop counts as delayed: the default resolution of Node.js's `monitorEventLoopDelay`. */
const holdingNs = 10_000_000;

/** Threads on which tasks of the runtime take turns, so that one that does not give way makes the others wait. */
function takesTurns(kind: LaneKind): boolean {
  return kind === "worker" || kind === "event-loop";
}

export function segmentStyle(trace: Trace, lane: number, box: LaneBox): SegmentStyle {
  const shared = takesTurns(trace.lanes[lane].kind);
  switch (box.state) {
    case SegmentState.driver:
      return "driver";
    case SegmentState.scheduling:
      return "scheduling";
    case SegmentState.blocked:
      return shared ? "blocked" : "apart";
    case SegmentState.running: {
      if (!shared) return "apart";
      const { startNs, endNs } = trace.segments;
      return endNs[box.segment] - startNs[box.segment] >= holdingNs ? "holding" : "running";
    }
  }
}
