/** Finds the waits that are worth a reason, and what stood in the way of each. */
import type { QueueKind, Trace } from "../engine/trace.js";
import type { Occupancies } from "./occupancy.js";

/** The kinds of causes; each has a file of its own under kinds/. */
export type CauseKind =
  | "loop-blocked"
  | "driver-held"
  | "event-interval"
  | "lifo-slot"
  | "local-queue"
  | "workers-exhausted"
  | "injection-interval"
  | "pool-full";

/** One wait, and what it waited for. */
export interface Episode {
  readonly kind: CauseKind;
  /** Index into the trace's waits. */
  readonly wait: number;
  readonly waitedNs: number;
  /** The lane that stood in the way. */
  readonly lane: number;
  /** The segment on it that did for longest, or -1. */
  readonly segment: number;
}

/** Waits shorter than this are the schedulers' daily business. Nanoseconds. */
export const shortestLongWaitNs = 5_000_000;

/** More than this share of a wait is most of it. */
const mostOfIt = 0.5;

/** One segment that lasts for this share of a wait is a cause of its own; shorter ones are one of many. */
const clearShare = 0.25;

/** All waits of at least `shortestLongWaitNs`, each with its cause as far as one is found. */
export function longWaits(trace: Trace, occupancies: Occupancies): Episode[] {
  const { waits } = trace;
  const episodes: Episode[] = [];
  for (let wait = 0; wait < waits.length; wait++) {
    const ready = waits.readyNs[wait];
    const started = waits.startNs[wait];
    const end = Number.isNaN(started) ? trace.endNs : started;
    if (end - ready < shortestLongWaitNs) continue;
    const cause = causeOf(trace, occupancies, wait, ready, end);
    if (cause !== undefined) episodes.push({ ...cause, wait, waitedNs: end - ready });
  }
  return episodes;
}

type Found = Pick<Episode, "kind" | "lane" | "segment">;

function causeOf(
  trace: Trace,
  occupancies: Occupancies,
  wait: number,
  ready: number,
  end: number,
): Found | undefined {
  const queue = trace.queues[trace.waits.queue[wait]] as Trace["queues"][number] | undefined;
  const noticed = trace.waits.queuedNs[wait];
  const queued = Number.isNaN(noticed) ? end : Math.min(noticed, end);
  const workers = occupancies.lanesOf("worker");
  const unnoticed = queued - ready >= mostOfIt * (end - ready);
  if (queue === undefined || (unnoticed && workers.length > 0)) {
    return unnoticedCause(occupancies, workers, ready, queued);
  }
  switch (queue.kind) {
    case "event-loop":
      return onLane("loop-blocked", occupancies, queue.lane, ready, end);
    case "lifo":
      return onLane("lifo-slot", occupancies, queue.lane, queued, end);
    case "local":
    case "injection":
      return workers.length > 1
        ? queuedCause(occupancies, queue.kind, queue.lane, workers, queued, end)
        : onlyThreadsCause(occupancies, queue.kind, workers[0] ?? queue.lane, queued, end);
    case "blocking":
    case "libuv":
    case "parallel":
      return poolCause(occupancies, queue.kind, queued, end);
  }
}

function onLane(
  kind: CauseKind,
  occupancies: Occupancies,
  lane: number,
  from: number,
  to: number,
): Found | undefined {
  const { segment, longestNs } = occupancies.during(lane, from, to);
  if (segment >= 0 && longestNs < clearShare * (to - from)) {
    // It stood behind others that had piled up: what piled them up is the cause.
    return { kind, lane, segment: occupancies.longestBefore(lane, from, segment) };
  }
  return segment < 0 ? undefined : { kind, lane, segment };
}

/** Nobody looked at timers and I/O: the one who should have was in the middle of something, or of many things. */
function unnoticedCause(
  occupancies: Occupancies,
  workers: readonly number[],
  ready: number,
  queued: number,
): Found | undefined {
  const { lane, segment, longestNs } = occupancies.longest(workers, ready, queued);
  if (segment >= 0 && longestNs >= clearShare * (queued - ready)) {
    const kind = workers.length === 1 ? "loop-blocked" : "driver-held";
    return { kind, lane, segment };
  }
  const busiest = occupancies.busiest(workers, ready, queued);
  return busiest.segment < 0
    ? undefined
    : { kind: "event-interval", lane: busiest.lane, segment: busiest.segment };
}

/** It stood in a queue of the only thread: did that do something else, or look elsewhere? */
function onlyThreadsCause(
  occupancies: Occupancies,
  queue: Extract<QueueKind, "local" | "injection">,
  lane: number,
  queued: number,
  end: number,
): Found | undefined {
  const { longestNs } = occupancies.during(lane, queued, end);
  const passedOver =
    queue === "injection" &&
    longestNs < clearShare * (end - queued) &&
    occupancies.goesInCircles(lane, queued, end);
  return onLane(passedOver ? "injection-interval" : "loop-blocked", occupancies, lane, queued, end);
}

/** It stood in a queue that workers look at: were they all busy, or did they look elsewhere? */
function queuedCause(
  occupancies: Occupancies,
  queue: Extract<QueueKind, "local" | "injection">,
  owner: number,
  workers: readonly number[],
  queued: number,
  end: number,
): Found | undefined {
  const idle = workers.some(
    (lane) => occupancies.during(lane, queued, end).busyNs < mostOfIt * (end - queued),
  );
  if (!idle) {
    const { lane, segment, longestNs } = occupancies.longest(workers, queued, end);
    // Many short polls, and yet it waited: they went to tasks that wake themselves.
    const passedOver =
      queue === "injection" &&
      longestNs < shortestLongWaitNs / 2 &&
      occupancies.goesInCircles(lane, queued, end);
    const kind = passedOver ? "injection-interval" : "workers-exhausted";
    return segment < 0 ? undefined : { kind, lane, segment };
  }
  if (queue === "local") return onLane("local-queue", occupancies, owner, queued, end);
  const { lane, segment } = occupancies.longest(workers, queued, end);
  return segment < 0 ? undefined : { kind: "injection-interval", lane, segment };
}

function poolCause(
  occupancies: Occupancies,
  queue: Extract<QueueKind, "blocking" | "libuv" | "parallel">,
  queued: number,
  end: number,
): Found | undefined {
  const { trace } = occupancies;
  const kinds = queue === "blocking" ? ["blocking", "worker-thread"] : [queue];
  const lanes = trace.lanes.flatMap((lane, index) => (kinds.includes(lane.kind) ? [index] : []));
  const { lane, segment } = occupancies.longest(lanes, queued, end);
  return segment < 0 ? undefined : { kind: "pool-full", lane, segment };
}
