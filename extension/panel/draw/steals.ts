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
  context.strokeStyle = context.fillStyle = theme.colors.stolen;
  context.lineWidth = 1.5;
  for (const index of inView) {
    const from = middleOf.get(steals.fromLane[index] ?? -1);
    const to = middleOf.get(steals.toLane[index] ?? -1);
    if (from === undefined || to === undefined) continue;
    const x = toX(view, width, steals.atNs[index] ?? 0);
    const tip = to + (to > from ? -4 : 4);
    context.beginPath();
    context.moveTo(x, from);
    context.quadraticCurveTo(x - bend, (from + to) / 2, x, tip);
    context.stroke();
    const head = to > from ? -5 : 5;
    context.beginPath();
    context.moveTo(x, tip - head / 5);
    context.lineTo(x - 4, tip + head);
    context.lineTo(x + 3, tip + head);
    context.fill();
  }
}
