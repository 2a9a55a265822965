/** What threads do, for the trace and for the counters of their workers. */
import { SegmentState } from "../../engine/trace.js";
import { noTask } from "../task-table.js";
import type { TokioMachine } from "./machine.js";
import { Activity } from "./tokio-thread.js";
import type { TokioThread } from "./tokio-thread.js";

/** Overheads shorter than this get no segment of their own in the trace. */
const shortestSegmentNs = 1_000;

/** The thread begins something in its task that takes time. Location: index into the program's, or -1. */
export function beginActivity(
  machine: TokioMachine,
  thread: TokioThread,
  activity: Activity,
  location: number,
): void {
  const { simulation, trace } = machine;
  if (trace !== null && simulation.now - thread.tracedToNs >= shortestSegmentNs) {
    segment(machine, thread, thread.tracedToNs, SegmentState.running, -1);
  }
  thread.activity = activity;
  thread.activityStartNs = simulation.now;
  thread.activityLocation = location;
}

/** Ends what the thread was in the middle of. */
export function endActivity(machine: TokioMachine, thread: TokioThread): void {
  const { simulation, trace } = machine;
  const blocking = thread.activity === Activity.blocking;
  if (blocking) thread.blockedNs += simulation.now - thread.activityStartNs;
  if (trace !== null) {
    const state = blocking ? SegmentState.blocked : SegmentState.running;
    segment(machine, thread, thread.activityStartNs, state, thread.activityLocation);
  }
  thread.activity = Activity.none;
}

/** Records what a poll, or closure, has done since its last segment. */
export function traceRest(machine: TokioMachine, thread: TokioThread): void {
  if (machine.trace === null || thread.tracedToNs === Infinity) return;
  segment(machine, thread, thread.tracedToNs, SegmentState.running, -1);
}

/** Records that a thread has waited in the driver since its `activityStartNs`. */
export function recordDriver({ simulation, trace }: TokioMachine, thread: TokioThread): void {
  const { activityStartNs, lane } = thread;
  trace?.segment(lane, activityStartNs, simulation.now, SegmentState.driver, noTask, -1, false);
}

function segment(
  { simulation, trace }: TokioMachine,
  thread: TokioThread,
  fromNs: number,
  state: SegmentState,
  location: number,
): void {
  const { lane, task, stolen } = thread;
  trace?.segment(lane, fromNs, simulation.now, state, task, location, stolen);
  thread.tracedToNs = simulation.now;
  thread.stolen = false;
}
