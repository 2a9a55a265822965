/** Tasks in order of arrival, and those among them that a view shows, found without looking at all. */
import type { Trace } from "unblock-simulator";
import type { TimeView } from "./time-scale.js";

export interface Arrivals {
  /** Indices into the trace's tasks. */
  readonly tasks: Int32Array;
  /** For each position the latest end of its task and of all before it. */
  readonly latestEndNs: Float64Array;
}

/** When the task was done, or the run's end. */
export function endOfTask(trace: Trace, task: number): number {
  const completed = trace.tasks.completedNs[task] ?? NaN;
  return Number.isNaN(completed) ? trace.endNs : completed;
}

/** @param tasks in order of arrival */
export function arrivalsOf(trace: Trace, tasks: Int32Array): Arrivals {
  const latestEndNs = new Float64Array(tasks.length);
  let latestNs = -Infinity;
  tasks.forEach((task, position) => {
    latestNs = Math.max(latestNs, endOfTask(trace, task));
    latestEndNs[position] = latestNs;
  });
  return { tasks, latestEndNs };
}

/** Calls back for each task that touches the view, in order of arrival, with its position. */
export function forEachInView(
  trace: Trace,
  { tasks, latestEndNs }: Arrivals,
  view: TimeView,
  call: (task: number, position: number) => void,
): void {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((latestEndNs[middle] ?? 0) >= view.startNs) high = middle;
    else low = middle + 1;
  }
  for (let position = low; position < tasks.length; position++) {
    const task = tasks[position] ?? -1;
    if ((trace.tasks.arrivalNs[task] ?? 0) > view.endNs) return;
    // Some that came later than a long one were done before the view begins.
    if (endOfTask(trace, task) >= view.startNs) call(task, position);
  }
}
