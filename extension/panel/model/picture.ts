/** One variant's trace made ready for drawing; computed once for each run. */
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
  const { trace } = outcome[variant];
  const index = indexTrace(trace);
  const requests = waterfall(trace, outcome.names.bystander, mostRequestRows);
  const rows = timelineRows(index, { mostPoolLanes, requestRows: requests.rows });
  return {
    index,
    requests,
    rows,
    peakQueue: Math.max(0, ...rows.rows.map((row) => (row.kind === "queue" ? row.peak : 0))),
    calledName: trace.taskNames.indexOf(outcome.names.called),
  };
}
