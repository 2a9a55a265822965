/** The segments that can be seen, in order of their start, for the table twin of the timeline. */
import { SegmentState } from "unblock-simulator";
import type { TimeView } from "../layout/time-scale.js";
import type { TraceIndex } from "./trace-index.js";

export interface TableRow {
  readonly lane: number;
  readonly segment: number;
}

/** Idle time is left out: it is what no row speaks of. `more` counts what did not fit. */
export function tableRows(
  { trace: { segments }, segmentsOfLane }: TraceIndex,
  view: TimeView,
  mostRows: number,
): { readonly rows: readonly TableRow[]; readonly more: number } {
  const rows: TableRow[] = [];
  segmentsOfLane.forEach((list, lane) => {
    for (const segment of list) {
      if ((segments.startNs[segment] ?? 0) >= view.endNs) break;
      if ((segments.endNs[segment] ?? 0) <= view.startNs) continue;
      if (segments.state[segment] === SegmentState.driver) continue;
      rows.push({ lane, segment });
    }
  });
  rows.sort((a, b) => (segments.startNs[a.segment] ?? 0) - (segments.startNs[b.segment] ?? 0));
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}
