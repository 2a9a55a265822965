/** Draws what one thread does over time. */
import { SegmentState, type LaneBox, type Trace } from "unblock-simulator";
import { isPool, type TimelineRow } from "../layout/lane-rows.js";
import { readableOn } from "./contrast.js";
import type { Surface } from "./surface.js";
import type { PaintRole } from "./theme.js";

export interface LanePicture {
  readonly trace: Trace;
  /** Index into `taskNames` of the function; its work is the one that holds threads. */
  readonly calledName: number;
  readonly labelOf: (segment: number) => string;
  /** The selected segment, or -1. */
  readonly selected: number;
  /** How much room a mark takes at the left of a segment's box, in pixels. */
  readonly markWidth: (segment: number) => number;
  /** The location whose segments are set off: that of the line under the cursor; or -1. */
  readonly litLocation: number;
}

type Band = Pick<TimelineRow, "top" | "height">;

const shortestLabel = 36;

export function drawLane(
  surface: Surface,
  picture: LanePicture,
  band: Band,
  boxes: readonly LaneBox[],
): void {
  const { context, width, fills, theme } = surface;
  context.fillStyle = theme.colors.lane;
  context.fillRect(0, band.top, width, band.height);
  for (const box of boxes) {
    if (box.state === SegmentState.driver) {
      context.fillStyle = theme.colors.driver;
      context.fillRect(box.x, band.top + band.height / 2 - 1, box.width, 2);
      continue;
    }
    const height = Math.max(2, band.height * box.coverage);
    context.fillStyle = fills[roleOf(picture, box)];
    context.fillRect(box.x, band.top + band.height - height, box.width, height);
    drawOutline(surface, picture, band, box);
    if (box.stolen) drawStolen(surface, box.x, band.top);
    if (box.count === 1 && box.width >= shortestLabel) drawLabel(surface, picture, band, box);
  }
}

function roleOf({ trace, calledName }: LanePicture, box: LaneBox): PaintRole {
  // On a pool's thread the same work holds up nobody who waits for the event loop.
  if (isPool(trace.lanes[trace.segments.lane[box.segment] ?? -1])) return "offloaded";
  switch (box.state) {
    case SegmentState.blocked:
      return "blocked";
    case SegmentState.driver:
      return "driver";
    case SegmentState.scheduling:
      return "scheduling";
    default: {
      const task = trace.segments.task[box.segment] ?? -1;
      return task >= 0 && trace.tasks.name[task] === calledName ? "calling" : "running";
    }
  }
}

/** A box as narrow as this is nothing but its outline. CSS pixels. */
const narrowest = 10;

function drawOutline(
  { context, theme }: Surface,
  { trace, selected, litLocation }: LanePicture,
  band: Band,
  box: LaneBox,
): void {
  const lit = litLocation >= 0 && trace.segments.location[box.segment] === litLocation;
  const strong = lit || (box.count === 1 && box.segment === selected);
  if (!strong && box.width < 3) return;
  if (strong && box.width < narrowest) {
    // Sides would hide what the box says; a line above and one below do not.
    context.fillStyle = theme.colors.focus;
    for (const top of [band.top, band.top + band.height - 2]) {
      context.fillRect(box.x, top, Math.max(2, box.width), 2);
    }
    return;
  }
  context.strokeStyle = strong ? theme.colors.focus : theme.colors.outline;
  context.lineWidth = strong ? 2 : 1;
  context.strokeRect(box.x + 0.5, band.top + 0.5, Math.max(0, box.width - 1), band.height - 1);
}

function drawLabel(
  { context, theme }: Surface,
  picture: LanePicture,
  band: Band,
  box: LaneBox,
): void {
  const left = box.x + picture.markWidth(box.segment);
  const text = fitted(context, picture.labelOf(box.segment), box.x + box.width - left - 12);
  if (text === "") return;
  context.fillStyle = theme.colors[roleOf(picture, box)];
  const ink = readableOn(String(context.fillStyle));
  // A plain plate keeps the letters free of the pattern.
  context.fillRect(left + 4, band.top + 4, context.measureText(text).width + 4, band.height - 8);
  context.fillStyle = ink;
  context.fillText(text, left + 6, band.top + band.height / 2);
}

/** The text, shortened to fit; "" where not even two letters would. */
function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? "" : `${text.slice(0, low)}…`;
}

/** A notch in the corner: this task was taken from another worker. */
function drawStolen({ context, theme }: Surface, x: number, top: number): void {
  context.fillStyle = theme.colors.stolen;
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x + 8, top);
  context.lineTo(x, top + 8);
  context.fill();
}
