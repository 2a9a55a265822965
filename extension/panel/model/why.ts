/** Who held the threads while the unluckiest request waited: the chain from a figure back to lines of code. */
import type { SourceLine, Trace } from "unblock-simulator";
import { isPool } from "../layout/lane-rows.js";
import type { StepLabels } from "./describe.js";
import { labelAt } from "./describe.js";
import type { Outcome } from "./outcome.js";
import { worstWait } from "./worst-wait.js";

/** A line of the function that held threads during the wait. */
export interface Holder {
  readonly label: string;
  readonly at: SourceLine | undefined;
  /** How many stretches, and how long in all, within the wait; milliseconds. */
  readonly times: number;
  readonly heldMs: number;
  /** The longest stretch: index into the trace's segments. */
  readonly longest: number;
}

export interface Why {
  /** When the request arrived, and how long it took; milliseconds. */
  readonly arrivedMs: number;
  readonly tookMs: number;
  /** How long the function held threads in that time, summed over the threads; milliseconds. */
  readonly heldMs: number;
  /** The threads on which tasks run. */
  readonly threads: number;
  /** Those that held longest first. */
  readonly holders: readonly Holder[];
}

/** Undefined where no request waited, or the function held no thread meanwhile. */
export function why({ asWritten, names }: Outcome, labels: StepLabels): Why | undefined {
  const { trace } = asWritten;
  const worst = worstWait(trace, names.bystander);
  if (worst === undefined) return undefined;
  const holders = holdersBetween(trace, names.called, worst.startNs, worst.endNs, labels);
  if (holders.length === 0) return undefined;
  return {
    arrivedMs: worst.startNs / 1e6,
    tookMs: (worst.endNs - worst.startNs) / 1e6,
    heldMs: holders.reduce((total, { heldMs }) => total + heldMs, 0),
    threads: trace.lanes.filter((lane) => !isPool(lane)).length,
    holders,
  };
}

function holdersBetween(
  { segments, tasks, taskNames, lanes, locations }: Trace,
  called: string,
  fromNs: number,
  toNs: number,
  labels: StepLabels,
): readonly Holder[] {
  const wanted = taskNames.indexOf(called);
  const byLocation = new Map<number, { times: number; heldNs: number; longest: number }>();
  const lengthOf = (segment: number) =>
    (segments.endNs[segment] ?? 0) - (segments.startNs[segment] ?? 0);
  for (let segment = 0; segment < segments.length; segment++) {
    const heldNs =
      Math.min(segments.endNs[segment] ?? 0, toNs) -
      Math.max(segments.startNs[segment] ?? 0, fromNs);
    if (heldNs <= 0 || isPool(lanes[segments.lane[segment] ?? -1])) continue;
    if (tasks.name[segments.task[segment] ?? -1] !== wanted) continue;
    const location = segments.location[segment] ?? -1;
    const known = byLocation.get(location);
    byLocation.set(location, {
      times: (known?.times ?? 0) + 1,
      heldNs: (known?.heldNs ?? 0) + heldNs,
      longest:
        known !== undefined && lengthOf(known.longest) >= lengthOf(segment)
          ? known.longest
          : segment,
    });
  }
  return [...byLocation]
    .map(([location, { times, heldNs, longest }]) => {
      const at = locations[location];
      const label = at === undefined ? called : (labelAt(at, labels) ?? called);
      return { label, at, times, heldMs: heldNs / 1e6, longest };
    })
    .sort((a, b) => b.heldMs - a.heldMs);
}
