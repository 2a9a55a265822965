/**
 * Who held the threads while the unluckiest request waited: the chain from a figure back to lines of code. Why tasks
 * waited in general is the simulator's to say (`Outcome.causes`); this reads one request's wait off the trace.
 */
import type { SourceLine, Trace } from "unblock-simulator";
import { isPool } from "../layout/lane-rows.js";
import type { StepLabels } from "./describe.js";
import { labelAt } from "./describe.js";
import type { Outcome } from "./outcome.js";
import { worstWait, type Stretch } from "./worst-wait.js";

/** A line of the function that held threads during the wait. */
export interface Holder {
  readonly label: string;
  readonly at: SourceLine | undefined;
  /** How many stretches, and how long in all, within the wait; milliseconds. */
  readonly times: number;
  readonly heldMs: number;
  /** The longest stretch: index into the trace's segments. */
  readonly longest: number;
  /** All of them, in order of the trace. */
  readonly segments: readonly number[];
}

export interface WorstWait {
  /** The request: index into the trace's tasks. */
  readonly task: number;
  /** When the request arrived, and how long it took; milliseconds. */
  readonly arrivedMs: number;
  readonly tookMs: number;
  /** How long the function held threads in that time, summed over the threads; milliseconds. */
  readonly heldMs: number;
  /** The lanes of the threads that it could have run on, as indices. */
  readonly lanes: readonly number[];
  /** Whether there are other threads, on which it could not. */
  readonly bound: boolean;
  /** Those that held longest first. */
  readonly holders: readonly Holder[];
}

/** Undefined where no request waited, or the function held no thread meanwhile. */
export function why({ asWritten, names }: Outcome, labels: StepLabels): WorstWait | undefined {
  const { trace } = asWritten;
  const worst = worstWait(trace, names.bystander);
  if (worst === undefined) return undefined;
  const all = trace.lanes.flatMap((lane, index) => (isPool(lane) ? [] : [index]));
  const lanes = lanesFor(trace, worst.task, all);
  const holders = holdersBetween(trace, names.called, worst, lanes, labels);
  if (holders.length === 0) return undefined;
  return {
    task: worst.task,
    arrivedMs: worst.startNs / 1e6,
    tookMs: (worst.endNs - worst.startNs) / 1e6,
    heldMs: holders.reduce((total, { heldMs }) => total + heldMs, 0),
    lanes,
    bound: lanes.length < all.length,
    holders,
  };
}

/** A queue that belongs to one event loop is served by that alone; work in any other may be taken by every worker. */
function lanesFor({ waits, queues, lanes }: Trace, task: number, all: readonly number[]) {
  const found = new Set<number>();
  for (let wait = 0; wait < waits.length; wait++) {
    if (waits.task[wait] !== task) continue;
    const lane = queues[waits.queue[wait] ?? -1]?.lane ?? -1;
    if (lanes[lane]?.kind !== "event-loop") return all;
    found.add(lane);
  }
  return found.size === 0 ? all : [...found];
}

function holdersBetween(
  { segments, tasks, taskNames, locations }: Trace,
  called: string,
  { startNs: fromNs, endNs: toNs }: Stretch,
  lanes: readonly number[],
  labels: StepLabels,
): readonly Holder[] {
  const wanted = taskNames.indexOf(called);
  const byLocation = new Map<number, { heldNs: number; longest: number; segments: number[] }>();
  const lengthOf = (segment: number) =>
    (segments.endNs[segment] ?? 0) - (segments.startNs[segment] ?? 0);
  for (let segment = 0; segment < segments.length; segment++) {
    const heldNs =
      Math.min(segments.endNs[segment] ?? 0, toNs) -
      Math.max(segments.startNs[segment] ?? 0, fromNs);
    if (heldNs <= 0 || !lanes.includes(segments.lane[segment] ?? -1)) continue;
    if (tasks.name[segments.task[segment] ?? -1] !== wanted) continue;
    const location = segments.location[segment] ?? -1;
    const known = byLocation.get(location);
    byLocation.set(location, {
      heldNs: (known?.heldNs ?? 0) + heldNs,
      longest:
        known !== undefined && lengthOf(known.longest) >= lengthOf(segment)
          ? known.longest
          : segment,
      segments: [...(known?.segments ?? []), segment],
    });
  }
  return [...byLocation]
    .map(([location, { heldNs, longest, segments: held }]) => {
      const at = locations[location];
      const label = at === undefined ? called : (labelAt(at, labels) ?? called);
      return {
        label,
        at,
        times: held.length,
        heldMs: heldNs / 1e6,
        longest,
        segments: held,
      };
    })
    .sort((a, b) => b.heldMs - a.heldMs);
}

/** The number that a segment has in the list of those who held the thread, for the lanes. */
export function numberOfSegments({ holders }: WorstWait): ReadonlyMap<number, number> {
  return new Map(
    holders
      .flatMap(({ segments }, index) => segments.map((segment) => [segment, index + 1] as const))
      .sort(([a], [b]) => a - b),
  );
}
