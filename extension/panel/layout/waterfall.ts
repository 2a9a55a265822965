/**
 * Requests as bars from arrival to completion, stacked so that none covers another: while a thread is held, the bars
 * pile up, and that pile is the picture of everybody waiting.
 */
import type { Trace } from "unblock-simulator";
import { arrivalsOf, endOfTask, forEachInView, type Arrivals } from "./arrivals.js";
import type { TimeView } from "./time-scale.js";

/** Of the tasks that found a row. */
export interface Waterfall extends Arrivals {
  readonly rowOf: Int32Array;
  readonly rows: number;
  /** The waits of all these tasks, as indices into the trace's waits: those of `tasks[0]` first. */
  readonly waits: Int32Array;
  /** Where in `waits` those of each task begin; one entry more than tasks. */
  readonly firstWait: Int32Array;
  /** Tasks that found no row. */
  readonly hidden: Arrivals;
}

/** The waits of the task at a position in `tasks`, as indices into the trace's waits. */
export function waitsAt({ waits, firstWait }: Waterfall, position: number): Int32Array {
  return waits.subarray(firstWait[position] ?? 0, firstWait[position + 1] ?? 0);
}

/** The tasks of that name; none without one. Linear in the trace: a run of minutes has a hundred thousand requests. */
export function waterfall(trace: Trace, taskName: string | undefined, mostRows: number): Waterfall {
  const arrived = byArrival(trace, taskName);
  const freeFromNs: number[] = [];
  const placed = new Int32Array(arrived.length);
  const rowOf = new Int32Array(arrived.length);
  const hidden = new Int32Array(arrived.length);
  let numberPlaced = 0;
  let numberHidden = 0;
  /** Of each task its position in `placed`, from 1; 0: it has none. */
  const position = new Int32Array(trace.tasks.length);
  for (const task of arrived) {
    const row = firstFree(freeFromNs, trace.tasks.arrivalNs[task] ?? 0);
    if (row >= mostRows) {
      hidden[numberHidden++] = task;
      continue;
    }
    freeFromNs[row] = endOfTask(trace, task);
    placed[numberPlaced] = task;
    rowOf[numberPlaced] = row;
    position[task] = ++numberPlaced;
  }
  return {
    ...arrivalsOf(trace, placed.slice(0, numberPlaced)),
    rowOf: rowOf.slice(0, numberPlaced),
    rows: freeFromNs.length,
    ...groupWaits(trace, position, numberPlaced),
    hidden: arrivalsOf(trace, hidden.slice(0, numberHidden)),
  };
}

/** The first row that is free at that time, be it a new one. */
function firstFree(freeFromNs: readonly number[], atNs: number): number {
  let row = 0;
  while (row < freeFromNs.length && (freeFromNs[row] ?? 0) > atNs) row++;
  return row;
}

/** The tasks of that name, in order of arrival: nearly always the order in which the trace has them. */
function byArrival({ taskNames, tasks }: Trace, taskName: string | undefined): Int32Array {
  const wanted = taskName === undefined ? -1 : taskNames.indexOf(taskName);
  const mine = new Int32Array(tasks.length);
  let length = 0;
  let isSorted = true;
  let lastNs = -Infinity;
  for (let task = 0; task < tasks.length; task++) {
    if (tasks.name[task] !== wanted) continue;
    const arrivalNs = tasks.arrivalNs[task] ?? 0;
    isSorted &&= lastNs <= arrivalNs;
    lastNs = arrivalNs;
    mine[length++] = task;
  }
  const found = mine.subarray(0, length);
  return isSorted
    ? found
    : found.sort((a, b) => (tasks.arrivalNs[a] ?? 0) - (tasks.arrivalNs[b] ?? 0));
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
  requests: Waterfall,
  view: TimeView,
): { readonly task: number; readonly row: number } | undefined {
  let longest: { task: number; row: number } | undefined;
  let longestNs = -1;
  forEachInView(trace, requests, view, (task, position) => {
    const lengthNs = endOfTask(trace, task) - (trace.tasks.arrivalNs[task] ?? 0);
    if (lengthNs <= longestNs) return;
    longestNs = lengthNs;
    longest = { task, row: requests.rowOf[position] ?? 0 };
  });
  return longest;
}

/** How many of the tasks that touch the view found no row. */
export function hiddenInView(trace: Trace, { hidden }: Waterfall, view: TimeView): number {
  let count = 0;
  forEachInView(trace, hidden, view, () => count++);
  return count;
}
