/** What the text of a cause may say, read off the trace. */
import { isBusy } from "../engine/trace-index.js";
import type { LaneKind, QueueKind, Trace } from "../engine/trace.js";
import type { Cause } from "./cause.js";
import type { Group } from "./group.js";
import type { Occupancies } from "./occupancy.js";
import type { PhraseValue } from "./phrase.js";

export interface Facts {
  readonly trace: Trace;
  /** The segment that stood in the way of the longest wait. */
  readonly segment: number;
  readonly blocker: NonNullable<Cause["blocker"]>;
  /** The blocker's. */
  readonly lane: PhraseValue;
  readonly laneKind: LaneKind;
  /** How many different segments stood in the way, in all. */
  readonly blockers: number;
  /** Worst first. */
  readonly victims: Cause["victims"];
  readonly workers: number;
  /** Workers that had nothing to do in the middle of that segment. */
  readonly idle: number;
  readonly queueKind: QueueKind;
  /** The longest that the queue was during the longest wait. */
  readonly peakQueue: number;
  /** Threads, of the kind that serves the queue, that ever did something. */
  readonly poolThreads: number;
}

const nsPerMs = 1e6;

export function factsOf(group: Group, occupancies: Occupancies): Facts {
  const { trace } = occupancies;
  const { segments, waits } = trace;
  const { segment, wait, lane } = group.worst;
  const workers = occupancies.lanesOf("worker");
  const middle = (segments.startNs[segment] + segments.endNs[segment]) / 2;
  const location = segments.location[segment];
  return {
    trace,
    segment,
    blocker: {
      task: group.blocker,
      lane: trace.lanes[lane].name,
      fromMs: segments.startNs[segment] / nsPerMs,
      toMs: segments.endNs[segment] / nsPerMs,
      at: location >= 0 ? trace.locations[location] : null,
    },
    lane: { lane: trace.lanes[lane] },
    laneKind: trace.lanes[lane].kind,
    blockers: new Set(group.episodes.map((episode) => episode.segment)).size,
    victims: victimsOf(group, trace),
    workers: workers.length,
    idle: workers.length - occupancies.busyAt(workers, middle),
    queueKind: trace.queues[waits.queue[wait]]?.kind ?? "local",
    peakQueue: peakDuring(trace, waits.queue[wait], waits.readyNs[wait], waits.startNs[wait]),
    poolThreads: activeLanes(trace, trace.lanes[lane].kind),
  };
}

function victimsOf(group: Group, trace: Trace): Cause["victims"] {
  const byName = new Map<string, { count: number; worstNs: number }>();
  for (const { wait, waitedNs } of group.episodes) {
    const name = trace.taskNames[trace.tasks.name[trace.waits.task[wait]]];
    const known = byName.get(name) ?? { count: 0, worstNs: 0 };
    known.count++;
    known.worstNs = Math.max(known.worstNs, waitedNs);
    byName.set(name, known);
  }
  return [...byName]
    .map(([task, { count, worstNs }]) => ({ task, count, worstMs: worstNs / nsPerMs }))
    .sort((a, b) => b.worstMs - a.worstMs);
}

function peakDuring(trace: Trace, queue: number, fromNs: number, toNs: number): number {
  const { atNs, length, size, queue: queues } = trace.queueSamples;
  const end = Number.isNaN(toNs) ? trace.endNs : toNs;
  let peak = 0;
  for (let index = 0; index < length; index++) {
    if (queues[index] !== queue || atNs[index] < fromNs || atNs[index] > end) continue;
    peak = Math.max(peak, size[index]);
  }
  return peak;
}

function activeLanes(trace: Trace, kind: Trace["lanes"][number]["kind"]): number {
  const active = new Set<number>();
  for (let index = 0; index < trace.segments.length; index++) {
    if (trace.lanes[trace.segments.lane[index]].kind === kind && isBusy(trace, index)) {
      active.add(trace.segments.lane[index]);
    }
  }
  return active.size;
}
