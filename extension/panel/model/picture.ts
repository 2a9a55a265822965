/** One variant's trace made ready for drawing; computed once for each run. */
import type { Trace } from "unblock-simulator";
import { timelineRows, type Rows } from "../layout/lane-rows.js";
import { waterfall, type Waterfall } from "../layout/waterfall.js";
import type { Outcome, VariantName } from "./outcome.js";
import { indexTrace, type TraceIndex } from "./trace-index.js";

export interface Prepared {
  readonly index: TraceIndex;
  readonly rows: Rows;
  readonly requests: Waterfall;
  /** The longest that any of the drawn queues got. */
  readonly peakQueue: number;
  /** Index into `taskNames`. */
  readonly calledName: number;
}

const mostPoolLanes = 8;
const mostRequestRows = 32;

export function prepare(outcome: Outcome, variant: VariantName): Prepared {
  return prepareTrace(outcome[variant].trace, outcome.names);
}

/** Without a bystander no requests are drawn. */
export function prepareTrace(
  trace: Trace,
  names: { readonly called: string; readonly bystander?: string },
): Prepared {
  const index = indexTrace(trace);
  const requests = waterfall(trace, names.bystander, mostRequestRows);
  const rows = timelineRows(index, { mostPoolLanes, requestRows: requests.rows });
  return {
    index,
    requests,
    rows,
    peakQueue: Math.max(0, ...rows.rows.map((row) => (row.kind === "queue" ? row.peak : 0))),
    calledName: trace.taskNames.indexOf(names.called),
  };
}
