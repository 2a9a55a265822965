/** Draws steals as arcs from the worker that lost tasks to the one that took them. */
import type { Trace } from "unblock-simulator";
import type { TimelineRow } from "../layout/lane-rows.js";
import { toX, type TimeView } from "../layout/time-scale.js";
import type { Surface } from "./surface.js";

/** With more of them in view, arcs would hide the lanes; the notches of stolen segments remain. */
const mostArcs = 200;
const bend = 12;

export function drawSteals(
  { context, width, theme }: Surface,
  { steals }: Trace,
  view: TimeView,
  rows: readonly TimelineRow[],
): void {
  const middleOf = new Map(
    rows.flatMap((row) => (row.kind === "lane" ? [[row.lane, row.top + row.height / 2]] : [])),
  );
  const inView: number[] = [];
  for (let index = 0; index < steals.length && inView.length <= mostArcs; index++) {
    const atNs = steals.atNs[index] ?? 0;
    if (atNs >= view.startNs && atNs <= view.endNs) inView.push(index);
  }
  if (inView.length > mostArcs) return;
  for (const index of inView) {
    const from = middleOf.get(steals.fromLane[index] ?? -1);
    const to = middleOf.get(steals.toLane[index] ?? -1);
    if (from === undefined || to === undefined) continue;
    const arc = arcBetween(toX(view, width, steals.atNs[index] ?? 0), from, to);
    // Arcs cross boxes of every colour: a margin in the background's keeps them apart from all.
    context.strokeStyle = theme.colors.background;
    context.lineWidth = 4;
    context.stroke(arc.line);
    context.stroke(arc.head);
    context.strokeStyle = context.fillStyle = theme.colors.stolen;
    context.lineWidth = 1.5;
    context.stroke(arc.line);
    context.fill(arc.head);
  }
}

function arcBetween(x: number, from: number, to: number): { line: Path2D; head: Path2D } {
  const tip = to + (to > from ? -4 : 4);
  const length = to > from ? -5 : 5;
  const line = new Path2D();
  line.moveTo(x, from);
  line.quadraticCurveTo(x - bend, (from + to) / 2, x, tip);
  const head = new Path2D();
  head.moveTo(x, tip - length / 5);
  head.lineTo(x - 4, tip + length);
  head.lineTo(x + 3, tip + length);
  head.closePath();
  return { line, head };
}
