/** The part of a trace that is in view, as a trace of its own that begins at zero, for pictures to be exported. */
import type { Trace } from "unblock-simulator";
import type { TimeView } from "../layout/time-scale.js";

/** Segments, steals and queue samples of the view; tasks stay as they are, and waits are left out. */
export function sliceTrace(trace: Trace, view: TimeView): Trace {
  const { segments, steals, queueSamples, waits } = trace;
  const shift = (ns: number) => Math.min(Math.max(ns, view.startNs), view.endNs) - view.startNs;
  const kept = rowsWhere(
    segments.length,
    (row) => (segments.endNs[row] ?? 0) > view.startNs && (segments.startNs[row] ?? 0) < view.endNs,
  );
  const stolen = rowsWhere(
    steals.length,
    (row) => (steals.atNs[row] ?? 0) >= view.startNs && (steals.atNs[row] ?? 0) <= view.endNs,
  );
  // Samples before the view stay, at its start: they say how long the queues were there.
  const sampled = rowsWhere(
    queueSamples.length,
    (row) => (queueSamples.atNs[row] ?? 0) <= view.endNs,
  );
  return {
    ...trace,
    endNs: view.endNs - view.startNs,
    segments: {
      length: kept.length,
      lane: pick(segments.lane, kept),
      startNs: pick(segments.startNs, kept).map(shift),
      endNs: pick(segments.endNs, kept).map(shift),
      state: pick(segments.state, kept),
      task: pick(segments.task, kept),
      location: pick(segments.location, kept),
      stolen: pick(segments.stolen, kept),
    },
    steals: {
      length: stolen.length,
      atNs: pick(steals.atNs, stolen).map(shift),
      fromLane: pick(steals.fromLane, stolen),
      toLane: pick(steals.toLane, stolen),
      count: pick(steals.count, stolen),
    },
    queueSamples: {
      length: sampled.length,
      queue: pick(queueSamples.queue, sampled),
      atNs: pick(queueSamples.atNs, sampled).map(shift),
      size: pick(queueSamples.size, sampled),
    },
    waits: {
      length: 0,
      task: waits.task.slice(0, 0),
      readyNs: waits.readyNs.slice(0, 0),
      queuedNs: waits.queuedNs.slice(0, 0),
      placedNs: waits.placedNs.slice(0, 0),
      startNs: waits.startNs.slice(0, 0),
      queue: waits.queue.slice(0, 0),
      timer: waits.timer.slice(0, 0),
    },
  };
}

function rowsWhere(length: number, keep: (row: number) => boolean): readonly number[] {
  return Array.from({ length }, (_, row) => row).filter(keep);
}

function pick<Column extends Int32Array | Float64Array | Uint8Array>(
  column: Column,
  rows: readonly number[],
): Column {
  const picked = column.slice(0, rows.length) as Column;
  rows.forEach((row, index) => {
    picked[index] = column[row] ?? 0;
  });
  return picked;
}
