/** The delay that requests see over time: for each pixel the worst latency of those that arrived in it. */
import type { Trace } from "unblock-simulator";
import { toX, type TimeView } from "./time-scale.js";
import { endOfTask } from "./arrivals.js";

/**
 * Latencies in milliseconds, one for each pixel up to where the run ends; 0 where nobody arrived. Requests that never
 * completed count up to the end.
 */
export function delayColumns(
  trace: Trace,
  taskName: string,
  view: TimeView,
  width: number,
): Float64Array {
  const endX = Math.min(width, toX(view, width, trace.endNs));
  const columns = new Float64Array(Math.max(1, Math.ceil(endX)));
  const wanted = trace.taskNames.indexOf(taskName);
  const { tasks } = trace;
  for (let task = 0; task < tasks.length; task++) {
    if (tasks.name[task] !== wanted) continue;
    const arrivalNs = tasks.arrivalNs[task] ?? 0;
    const x = Math.floor(toX(view, width, arrivalNs));
    if (x < 0 || x >= columns.length) continue;
    const ms = (endOfTask(trace, task) - arrivalNs) / 1e6;
    if (ms > (columns[x] ?? 0)) columns[x] = ms;
  }
  return columns;
}
