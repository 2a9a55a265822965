/** The neighbours of a segment in its lane, for the arrow keys. */
import type { TimeView } from "../layout/time-scale.js";
import { firstAfter, type TraceIndex } from "./trace-index.js";

const moves = ["next", "previous", "first", "last"] as const;
export type Move = (typeof moves)[number];

export function isMove(command: string): command is Move {
  return moves.some((move) => move === command);
}

/** The segment to select, or -1 where the lane has none. Without a selection in the lane, the first one in view. */
export function movedSelection(
  index: TraceIndex,
  lane: number,
  selected: number,
  move: Move,
  view: TimeView,
): number {
  const rows = index.segmentsOfLane[lane];
  if (rows === undefined || rows.length === 0) return -1;
  const position = rows.indexOf(selected);
  const inView = firstAfter(rows, index.trace.segments.startNs, view.startNs);
  const target =
    move === "first"
      ? 0
      : move === "last"
        ? rows.length - 1
        : position < 0
          ? inView
          : position + (move === "next" ? 1 : -1);
  return rows[Math.min(Math.max(target, 0), rows.length - 1)] ?? -1;
}
