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
  /** The waits of all these tasks, as indices into the trace's waits: those of `tasks[0]` first. */
  readonly waits: Int32Array;
  /** Where in `waits` those of each task begin; one entry more than tasks. */
  readonly firstWait: Int32Array;
  /** Tasks that found no row. */
  readonly hidden: Int32Array;
}

/** When the task was done, or the run's end. */
export function endOfTask(trace: Trace, task: number): number {
  const completed = trace.tasks.completedNs[task] ?? NaN;
  return Number.isNaN(completed) ? trace.endNs : completed;
}

/** The waits of the task at a position in `tasks`, as indices into the trace's waits. */
export function waitsAt({ waits, firstWait }: Waterfall, position: number): Int32Array {
  return waits.subarray(firstWait[position] ?? 0, firstWait[position + 1] ?? 0);
}

/** The tasks of that name; none without one. Linear in the trace: a run of minutes has a hundred thousand requests. */
export function waterfall(trace: Trace, taskName: string | undefined, mostRows: number): Waterfall {
  const freeFromNs: number[] = [];
  const placed: number[] = [];
  const rowOf: number[] = [];
  const hidden: number[] = [];
  /** Of each task its position in `placed`, from 1; 0: it has none. */
  const position = new Int32Array(trace.tasks.length);
  for (const task of byArrival(trace, taskName)) {
    const arrivalNs = trace.tasks.arrivalNs[task] ?? 0;
    let row = freeFromNs.findIndex((freeNs) => freeNs <= arrivalNs);
    if (row < 0) row = freeFromNs.length;
    if (row >= mostRows) {
      hidden.push(task);
      continue;
    }
    freeFromNs[row] = endOfTask(trace, task);
    position[task] = placed.push(task);
    rowOf.push(row);
  }
  return {
    tasks: Int32Array.from(placed),
    rowOf: Int32Array.from(rowOf),
    rows: freeFromNs.length,
    ...groupWaits(trace, position, placed.length),
    hidden: Int32Array.from(hidden),
  };
}

/** The tasks of that name, in order of arrival: nearly always the order in which the trace has them. */
function byArrival({ taskNames, tasks }: Trace, taskName: string | undefined): number[] {
  const wanted = taskName === undefined ? -1 : taskNames.indexOf(taskName);
  const mine: number[] = [];
  let isSorted = true;
  let lastNs = -Infinity;
  for (let task = 0; task < tasks.length; task++) {
    if (tasks.name[task] !== wanted) continue;
    const arrivalNs = tasks.arrivalNs[task] ?? 0;
    isSorted &&= lastNs <= arrivalNs;
    lastNs = arrivalNs;
    mine.push(task);
  }
  return isSorted
    ? mine
    : mine.sort((a, b) => (tasks.arrivalNs[a] ?? 0) - (tasks.arrivalNs[b] ?? 0));
}

/** Counts the waits of each position, then puts each where its position's begin. */
function groupWaits(
  { waits }: Trace,
  position: Int32Array,
  positions: number,
): Pick<Waterfall, "waits" | "firstWait"> {
  const positionOf = (wait: number) => (position[waits.task[wait] ?? -1] ?? 0) - 1;
  const firstWait = new Int32Array(positions + 1);
  for (let wait = 0; wait < waits.length; wait++) {
    const of = positionOf(wait);
    if (of >= 0) firstWait[of + 1] = (firstWait[of + 1] ?? 0) + 1;
  }
  for (let of = 0; of < positions; of++) {
    firstWait[of + 1] = (firstWait[of + 1] ?? 0) + (firstWait[of] ?? 0);
  }
  const grouped = new Int32Array(firstWait[positions] ?? 0);
  const next = firstWait.slice();
  for (let wait = 0; wait < waits.length; wait++) {
    const of = positionOf(wait);
    if (of < 0) continue;
    const at = next[of] ?? 0;
    grouped[at] = wait;
    next[of] = at + 1;
  }
  return { waits: grouped, firstWait };
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
