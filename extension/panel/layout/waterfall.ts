/**
 * Requests as bars from arrival to completion, stacked so that none covers another: while a thread is held, the bars
 * pile up, and that pile is the picture of everybody waiting.
 */
import type { Trace } from "unblock-simulator";
import type { TimeView } from "./time-scale.js";

export interface Waterfall {
  /** Tasks in order of arrival that found a row. */
  readonly tasks: Int32Array;
  readonly rowOf: Int32Array;
  readonly rows: number;
  /** Waits of each task in `tasks`, as indices into the trace's waits. */
  readonly waitsOf: readonly (readonly number[])[];
  /** Tasks that found no row. */
  readonly hidden: Int32Array;
}

/** When the task was done, or the run's end. */
export function endOfTask(trace: Trace, task: number): number {
  const completed = trace.tasks.completedNs[task] ?? NaN;
  return Number.isNaN(completed) ? trace.endNs : completed;
}

/** The tasks of that name; none without one. */
export function waterfall(trace: Trace, taskName: string | undefined, mostRows: number): Waterfall {
  const wanted = taskName === undefined ? -1 : trace.taskNames.indexOf(taskName);
  const { tasks, waits } = trace;
  const mine: number[] = [];
  for (let task = 0; task < tasks.length; task++) if (tasks.name[task] === wanted) mine.push(task);
  mine.sort((a, b) => (tasks.arrivalNs[a] ?? 0) - (tasks.arrivalNs[b] ?? 0));

  const freeFromNs: number[] = [];
  const placed: number[] = [];
  const rowOf: number[] = [];
  const hidden: number[] = [];
  for (const task of mine) {
    const arrivalNs = tasks.arrivalNs[task] ?? 0;
    let row = freeFromNs.findIndex((freeNs) => freeNs <= arrivalNs);
    if (row < 0) row = freeFromNs.length;
    if (row >= mostRows) {
      hidden.push(task);
      continue;
    }
    freeFromNs[row] = endOfTask(trace, task);
    placed.push(task);
    rowOf.push(row);
  }

  const position = new Map(placed.map((task, index) => [task, index]));
  const waitsOf: number[][] = placed.map(() => []);
  for (let wait = 0; wait < waits.length; wait++) {
    const index = position.get(waits.task[wait] ?? -1);
    if (index !== undefined) waitsOf[index]?.push(wait);
  }
  return {
    tasks: Int32Array.from(placed),
    rowOf: Int32Array.from(rowOf),
    rows: freeFromNs.length,
    waitsOf,
    hidden: Int32Array.from(hidden),
  };
}

/** The task with the longest time from arrival to end among those that touch the view, with its row. */
export function longestInView(
  trace: Trace,
  { tasks, rowOf }: Waterfall,
  view: TimeView,
): { readonly task: number; readonly row: number } | undefined {
  let longest: { task: number; row: number } | undefined;
  let longestNs = -1;
  tasks.forEach((task, position) => {
    const startNs = trace.tasks.arrivalNs[task] ?? 0;
    const endNs = endOfTask(trace, task);
    if (endNs < view.startNs || startNs > view.endNs || endNs - startNs <= longestNs) return;
    longestNs = endNs - startNs;
    longest = { task, row: rowOf[position] ?? 0 };
  });
  return longest;
}

/** How many of the tasks that touch the view found no row. */
export function hiddenInView(trace: Trace, { hidden }: Waterfall, view: TimeView): number {
  return hidden.reduce((count, task) => {
    const seen =
      endOfTask(trace, task) >= view.startNs && (trace.tasks.arrivalNs[task] ?? 0) <= view.endNs;
    return seen ? count + 1 : count;
  }, 0);
}
