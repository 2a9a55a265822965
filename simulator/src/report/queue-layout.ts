/** How long queues were over time, for a picture. */
import type { Trace } from "../engine/trace.js";
import type { LaneView } from "./lane-layout.js";

export interface QueueRow {
  /** Index into the trace's queues. */
  readonly queue: number;
  /** The longest that it was, over the whole run. */
  readonly peak: number;
  /** The longest that it was within each column of the view. */
  readonly sizes: Int32Array;
}

/** A row for each queue that ever held something, in the trace's order. One column for each unit of width. */
export function layOutQueues(trace: Trace, view: LaneView): QueueRow[] {
  const { queueSamples, queues } = trace;
  const columns = Math.max(0, Math.floor(view.width));
  const perNs = columns / (view.toNs - view.fromNs);
  const rows = queues.map((_, queue) => ({ queue, peak: 0, sizes: new Int32Array(columns) }));
  /** The size that each queue has had since its last sample, and the column from which on. */
  const current = new Int32Array(queues.length);
  const since = new Int32Array(queues.length);
  const fill = (queue: number, to: number) => {
    const { sizes } = rows[queue];
    for (let column = since[queue]; column <= to && column < columns; column++) {
      sizes[column] = Math.max(sizes[column], current[queue]);
    }
  };
  for (let index = 0; index < queueSamples.length; index++) {
    const queue = queueSamples.queue[index];
    const size = queueSamples.size[index];
    const row = rows[queue];
    row.peak = Math.max(row.peak, size);
    const column = Math.floor((queueSamples.atNs[index] - view.fromNs) * perNs);
    if (column >= 0) fill(queue, Math.min(column, columns - 1));
    current[queue] = size;
    since[queue] = Math.max(0, column);
  }
  rows.forEach((row) => {
    fill(row.queue, columns - 1);
  });
  return rows.filter((row) => row.peak > 0);
}
