/** Moments of a run, for stepping and playing through it. */
import type { Trace } from "unblock-simulator";

/** The next moment, later or earlier, at which a thread begins or ends something; undefined at the end of the run. */
export function nextMoment(
  traces: readonly Trace[],
  nowNs: number,
  direction: "forward" | "back",
): number | undefined {
  let best: number | undefined;
  const forward = direction === "forward";
  for (const { segments } of traces) {
    for (const column of [segments.startNs, segments.endNs]) {
      for (let row = 0; row < segments.length; row++) {
        const at = column[row] ?? NaN;
        if (forward ? at <= nowNs : at >= nowNs) continue;
        if (best === undefined || (forward ? at < best : at > best)) best = at;
      }
    }
  }
  return best;
}

/** How many tasks of that name could run at that moment and did not. */
export function waitingAt({ waits, tasks, taskNames }: Trace, name: string, nowNs: number): number {
  const wanted = taskNames.indexOf(name);
  let count = 0;
  for (let wait = 0; wait < waits.length; wait++) {
    const startNs = waits.startNs[wait] ?? NaN;
    if ((waits.readyNs[wait] ?? 0) > nowNs || startNs <= nowNs) continue;
    if (tasks.name[waits.task[wait] ?? -1] === wanted) count++;
  }
  return count;
}
