/** The longest wait of a run: where a person should look first. */
import type { Trace } from "unblock-simulator";
import { endOfTask } from "../layout/arrivals.js";

export interface Stretch {
  readonly task: number;
  readonly startNs: number;
  readonly endNs: number;
}

/** The task of that name with the longest time from arrival to completion, or to the run's end; undefined without any. */
export function worstWait(trace: Trace, taskName: string): Stretch | undefined {
  const wanted = trace.taskNames.indexOf(taskName);
  const { tasks } = trace;
  let worst: Stretch | undefined;
  for (let task = 0; task < tasks.length; task++) {
    if (tasks.name[task] !== wanted) continue;
    const startNs = tasks.arrivalNs[task] ?? 0;
    const endNs = endOfTask(trace, task);
    if (worst === undefined || endNs - startNs > worst.endNs - worst.startNs) {
      worst = { task, startNs, endNs };
    }
  }
  return worst;
}
