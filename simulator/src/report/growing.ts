/** Finds the tasks that arrive faster than they complete. */
import type { RunOutcome, TaskOutcome } from "../runtime/outcome.js";

/** With fewer arrivals than this, chance and growth look alike. */
const fewestArrivals = 12;
/** The share of the arrivals that must be unfinished at the end. */
const unfinishedShare = 0.05;
/** By how much a figure must have grown to be more than chance; a backlog that grows steadily grows by 7/3. */
const clearGrowth = 1.5;

/**
 * Names of the tasks whose backlog grows: their latency depends on how long one looks, and so has no meaning.
 * A load that is cut off while its tasks merely take long is not growing; one whose tasks wait longer and longer is.
 */
export function growingTasks(outcome: RunOutcome): string[] {
  return outcome.tasks.filter((task) => isGrowing(task, outcome.endNs)).map((task) => task.name);
}

function isGrowing(task: TaskOutcome, endNs: number): boolean {
  const unfinished = task.arrived - task.completed;
  if (task.arrived < fewestArrivals || unfinished < unfinishedShare * task.arrived) return false;
  const start = task.arrivalNs[0];
  const lastArrival = task.arrivalNs[task.arrivalNs.length - 1];
  // Those that arrive all at once only wait for each other.
  if (lastArrival - start < (endNs - start) / 2) return false;
  return backlogRises(task, start, endNs) && waitsRise(task);
}

/** Whether the mean number of unfinished tasks rises from quarter to quarter of the run, and clearly so. */
function backlogRises(task: TaskOutcome, startNs: number, endNs: number): boolean {
  const quarter = (endNs - startNs) / 4;
  const means = [0, 1, 2, 3].map((index) => {
    const from = startNs + index * quarter;
    return meanUnfinished(task, from, from + quarter);
  });
  const [first, second, third, last] = means;
  return first < second && second < third && third < last && last > clearGrowth * second;
}

/** The number of tasks that had arrived and were not completed, averaged over the time from `from` to `to`. */
function meanUnfinished(task: TaskOutcome, from: number, to: number): number {
  let total = 0;
  for (let index = 0; index < task.arrivalNs.length; index++) {
    const completed = task.completedNs[index];
    const end = Number.isNaN(completed) ? to : Math.min(completed, to);
    total += Math.max(0, end - Math.max(task.arrivalNs[index], from));
  }
  return total / (to - from);
}

/** Whether later tasks wait longer than earlier ones, or many have not even begun. */
function waitsRise(task: TaskOutcome): boolean {
  const neverPolled = task.arrived - task.startDelayNs.length;
  if (neverPolled >= unfinishedShare * task.arrived) return true;
  const latencies: number[] = [];
  for (let index = 0; index < task.arrivalNs.length; index++) {
    const latency = task.completedNs[index] - task.arrivalNs[index];
    if (!Number.isNaN(latency)) latencies.push(latency);
  }
  const third = Math.floor(latencies.length / 3);
  return third > 0 && mean(latencies.slice(-third)) > clearGrowth * mean(latencies.slice(0, third));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
