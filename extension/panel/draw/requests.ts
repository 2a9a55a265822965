/** Draws the requests: thin while one awaits something, full while it waits for a thread. So they are told apart without colour. */
import type { Trace } from "unblock-simulator";
import { requestHeight, type TimelineRow } from "../layout/lane-rows.js";
import { toX, type TimeView } from "../layout/time-scale.js";
import { endOfTask, forEachInView } from "../layout/arrivals.js";
import { longestInView, waitsAt, type Waterfall } from "../layout/waterfall.js";
import type { Surface } from "./surface.js";

export interface RequestsPicture {
  readonly trace: Trace;
  readonly requests: Waterfall;
  readonly view: TimeView;
  /** A duration in milliseconds, in words. */
  readonly durationOf: (ms: number) => string;
}

const thickness = requestHeight - 1;
/** Shorter waits are not worth a pixel. */
const shortestWait = 0.5;
/** A bar that adds less than this to what is drawn adds nothing that could be seen. */
const leastShare = 0.5;

export function drawRequests(
  surface: Surface,
  picture: RequestsPicture,
  row: Pick<TimelineRow, "top" | "height">,
): void {
  const { context, width, theme } = surface;
  const { trace, view, requests } = picture;
  // What would be drawn over pixels that are drawn already is left out: a whole run has more requests than pixels.
  const awaitingTo = new Float64Array(requests.rows).fill(-Infinity);
  const waitingTo = new Float64Array(requests.rows).fill(-Infinity);
  forEachInView(trace, requests, view, (task, position) => {
    const of = requests.rowOf[position] ?? 0;
    const top = row.top + of * requestHeight;
    const from = Math.max(-1, toX(view, width, trace.tasks.arrivalNs[task] ?? 0));
    const to = Math.max(from + 1, Math.min(width + 1, toX(view, width, endOfTask(trace, task))));
    if (to > (awaitingTo[of] ?? 0) + leastShare) {
      context.fillStyle = theme.colors.awaiting;
      context.fillRect(from, top + (thickness - 1) / 2, to - from, 1);
      awaitingTo[of] = to;
    }
    context.fillStyle = theme.colors.waiting;
    for (const wait of waitsAt(requests, position)) {
      const startedNs = trace.waits.startNs[wait] ?? NaN;
      const untilNs = Number.isNaN(startedNs) ? trace.endNs : startedNs;
      const waitFrom = Math.max(-1, toX(view, width, trace.waits.readyNs[wait] ?? 0));
      const waitTo = Math.min(width + 1, toX(view, width, untilNs));
      if (waitTo - waitFrom < shortestWait || waitTo <= (waitingTo[of] ?? 0) + leastShare) continue;
      context.fillRect(waitFrom, top, Math.max(1, waitTo - waitFrom), thickness);
      waitingTo[of] = waitTo;
    }
  });
  drawWorst(surface, picture, row);
}

/** Names the longest of the requests in view: the figure belongs to a bar that can be seen. */
function drawWorst(
  { context, width, theme }: Surface,
  { trace, requests, view, durationOf }: RequestsPicture,
  row: Pick<TimelineRow, "top" | "height">,
): void {
  const worst = longestInView(trace, requests, view);
  if (worst === undefined) return;
  const startNs = trace.tasks.arrivalNs[worst.task] ?? 0;
  const endNs = endOfTask(trace, worst.task);
  const from = Math.max(1, toX(view, width, startNs));
  const to = Math.min(width - 1, toX(view, width, endNs));
  const top = row.top + worst.row * requestHeight;
  context.strokeStyle = theme.colors.foreground;
  context.lineWidth = 1;
  context.strokeRect(from - 0.5, top - 0.5, Math.max(2, to - from + 1), requestHeight);
  const text = durationOf((endNs - startNs) / 1e6);
  const room = context.measureText(text).width + 10;
  const x = to + room < width ? to + 5 : Math.max(4, from - room);
  const y = Math.max(top + 1, row.top + 7);
  context.fillStyle = theme.colors.background;
  context.fillRect(x - 2, y - 7, room - 4, 14);
  context.fillStyle = theme.colors.foreground;
  context.fillText(text, x, y);
}
