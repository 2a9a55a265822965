/** One variant's trace made ready for drawing; computed once for each run. */
import type { Trace } from "unblock-simulator";
import { timelineRows, type Rows } from "../layout/lane-rows.js";
import { waterfall, type Waterfall } from "../layout/waterfall.js";
import type { Outcome, VariantName } from "./outcome.js";
import { indexTrace, type TraceIndex } from "./trace-index.js";

/** What can be known of a trace before it is drawn; linear in it, and plain data, so that a worker can prepare it. */
export interface Layout {
  readonly index: TraceIndex;
  readonly requests: Waterfall;
}

export interface Prepared extends Layout {
  readonly rows: Rows;
  /** The longest that any of the drawn queues got. */
  readonly peakQueue: number;
  /** Index into `taskNames`. */
  readonly calledName: number;
}

const mostPoolLanes = 8;
const mostRequestRows = 32;

/** Without a bystander no requests are drawn. */
export function layOut(trace: Trace, bystander?: string): Layout {
  return {
    index: indexTrace(trace),
    requests: waterfall(trace, bystander, mostRequestRows),
  };
}

/** @param before what was drawn until now, whose rows a preview keeps */
export function prepare(outcome: Outcome, variant: VariantName, before?: Prepared): Prepared {
  const kept = outcome.seedsDone === 0 ? before?.rows : undefined;
  return prepareLayout(outcome[variant].layout, outcome.names.called, kept);
}

export function prepareLayout({ index, requests }: Layout, called: string, kept?: Rows): Prepared {
  const rows = timelineRows(index, { mostPoolLanes, requestRows: requests.rows, kept });
  return {
    index,
    requests,
    rows,
    peakQueue: Math.max(0, ...rows.rows.map((row) => (row.kind === "queue" ? row.peak : 0))),
    calledName: index.trace.taskNames.indexOf(called),
  };
}
