/** What stands under the pointer. */
import { segmentNear, type TraceIndex } from "../model/trace-index.js";
import { requestHeight, type Rows, type TimelineRow } from "./lane-rows.js";
import { spanNs, toNs, toX, type TimeView } from "./time-scale.js";
import { endOfTask } from "./arrivals.js";
import type { Waterfall } from "./waterfall.js";

export type Hit =
  | { readonly kind: "segment"; readonly segment: number }
  /** `position` is the index into the waterfall's tasks. */
  | { readonly kind: "request"; readonly task: number; readonly position: number }
  | { readonly kind: "queue"; readonly queue: number };

/** Things narrower than a pixel are found within this distance, in pixels. */
const reach = 2;

export function hitTest(
  index: TraceIndex,
  rows: Rows,
  requests: Waterfall,
  view: TimeView,
  width: number,
  x: number,
  y: number,
): Hit | undefined {
  const row = rows.rows.find(({ top, height }) => y >= top && y < top + height);
  if (row === undefined) return undefined;
  if (row.kind === "queue") return { kind: "queue", queue: row.queue };
  if (row.kind === "requests") return hitRequest(index, row, requests, view, width, x, y);
  const reachNs = (reach / width) * spanNs(view);
  const segment = segmentNear(index, row.lane, toNs(view, width, x), reachNs);
  return segment < 0 ? undefined : { kind: "segment", segment };
}

function hitRequest(
  { trace }: TraceIndex,
  row: TimelineRow,
  requests: Waterfall,
  view: TimeView,
  width: number,
  x: number,
  y: number,
): Hit | undefined {
  const line = Math.floor((y - row.top) / requestHeight);
  const position = requests.tasks.findIndex((task, index) => {
    if (requests.rowOf[index] !== line) return false;
    const from = toX(view, width, trace.tasks.arrivalNs[task] ?? 0);
    return x >= from - reach && x <= Math.max(toX(view, width, endOfTask(trace, task)), from + 1);
  });
  const task = requests.tasks[position];
  return task === undefined ? undefined : { kind: "request", task, position };
}
