/** Links the request that waited longest to what held the thread meanwhile: numbers as in the list below the lanes. */
import type { Trace } from "unblock-simulator";
import { requestHeight, type TimelineRow } from "../layout/lane-rows.js";
import { toX, type TimeView } from "../layout/time-scale.js";
import type { Waterfall } from "../layout/waterfall.js";
import type { Surface } from "./surface.js";

export interface ChainPicture {
  readonly trace: Trace;
  readonly view: TimeView;
  readonly requests: Waterfall;
  /** The task that waited, and the number of each segment that held it up. */
  readonly chain:
    { readonly task: number; readonly numberOf: ReadonlyMap<number, number> } | undefined;
}

/** More badges than these would cover what they mark. */
const mostLinks = 24;
export const badgeWidth = 13;
/** Narrower boxes have no room for a badge beside their neighbours'. */
const narrowest = badgeWidth + 1;

export function drawChain(
  surface: Surface,
  { trace, view, requests, chain }: ChainPicture,
  rows: readonly TimelineRow[],
): void {
  if (chain === undefined) return;
  const { width } = surface;
  const requestRow = rows.find((row) => row.kind === "requests");
  const position = requests.tasks.indexOf(chain.task);
  const target =
    requestRow === undefined || position < 0
      ? undefined
      : requestRow.top + (requests.rowOf[position] ?? 0) * requestHeight;
  const laneTop = new Map(
    rows.flatMap((row) => (row.kind === "lane" ? [[row.lane, row] as const] : [])),
  );
  let drawn = 0;
  for (const [segment, number] of chain.numberOf) {
    const lane = laneTop.get(trace.segments.lane[segment] ?? -1);
    const from = Math.max(0, toX(view, width, trace.segments.startNs[segment] ?? 0));
    const to = Math.min(width, toX(view, width, trace.segments.endNs[segment] ?? 0));
    if (lane === undefined || to - from < narrowest) continue;
    if (++drawn > mostLinks) return;
    const x = from + badgeWidth / 2 + 1;
    if (target !== undefined) drawLink(surface, x, lane.top + badgeWidth, target);
    drawBadge(surface, x, lane.top + badgeWidth / 2 + 1, String(number));
  }
}

function drawLink({ context, theme }: Surface, x: number, from: number, to: number): void {
  context.save();
  context.strokeStyle = theme.colors.foreground;
  context.globalAlpha = 0.75;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, from);
  context.lineTo(Math.round(x) + 0.5, to);
  context.stroke();
  context.restore();
}

function drawBadge({ context, theme }: Surface, x: number, y: number, text: string): void {
  context.save();
  context.fillStyle = theme.colors.foreground;
  context.beginPath();
  context.arc(x, y, badgeWidth / 2, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = theme.colors.background;
  context.textAlign = "center";
  context.font = `bold ${theme.font}`;
  context.fillText(text, x, y + 0.5);
  context.restore();
}
