/** Traces made by hand, small enough to check a picture against. */
import { SegmentState } from "../../../simulator/src/engine/trace.js";
import type { Lane, Queue, Trace } from "../../../simulator/src/engine/trace.js";

export interface ExampleSegment {
  readonly lane: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly state?: keyof typeof SegmentState;
  readonly task?: number;
  readonly location?: number;
  readonly stolen?: boolean;
}

export interface ExampleWait {
  readonly task: number;
  readonly readyMs: number;
  readonly queuedMs?: number;
  readonly startMs?: number;
  readonly queue?: number;
  readonly timer?: boolean;
}

export interface ExampleTask {
  readonly name: string;
  readonly arrivalMs: number;
  readonly firstPollMs?: number;
  readonly completedMs?: number;
}

export interface Example {
  readonly lanes?: readonly Lane[];
  readonly queues?: readonly Queue[];
  readonly locations?: Trace["locations"];
  readonly tasks?: readonly ExampleTask[];
  readonly segments?: readonly ExampleSegment[];
  readonly steals?: readonly { atMs: number; from: number; to: number; count: number }[];
  readonly queueSamples?: readonly { queue: number; atMs: number; size: number }[];
  readonly waits?: readonly ExampleWait[];
  readonly endMs: number;
}

const twoWorkers: readonly Lane[] = [
  { name: "worker 0", kind: "worker" },
  { name: "worker 1", kind: "worker" },
];

const sharedQueue: readonly Queue[] = [{ name: "injection queue", kind: "injection", lane: -1 }];

function column<T>(rows: readonly T[], value: (row: T) => number): Float64Array {
  return Float64Array.from(rows, value);
}

function whole<T>(rows: readonly T[], value: (row: T) => number): Int32Array {
  return Int32Array.from(rows, value);
}

const ns = (ms: number | undefined) => (ms === undefined ? NaN : ms * 1e6);

export function exampleTrace(example: Example): Trace {
  const { tasks = [], segments = [], steals = [], queueSamples = [], waits = [] } = example;
  const taskNames = [...new Set(tasks.map((task) => task.name))];
  return {
    lanes: example.lanes ?? twoWorkers,
    queues: example.queues ?? sharedQueue,
    taskNames,
    locations: example.locations ?? [],
    tasks: {
      length: tasks.length,
      name: whole(tasks, (task) => taskNames.indexOf(task.name)),
      arrivalNs: column(tasks, (task) => ns(task.arrivalMs)),
      firstPollNs: column(tasks, (task) => ns(task.firstPollMs)),
      completedNs: column(tasks, (task) => ns(task.completedMs)),
    },
    segments: {
      length: segments.length,
      lane: whole(segments, (segment) => segment.lane),
      startNs: column(segments, (segment) => ns(segment.fromMs)),
      endNs: column(segments, (segment) => ns(segment.toMs)),
      state: Uint8Array.from(segments, (segment) => SegmentState[segment.state ?? "running"]),
      task: whole(segments, (segment) => segment.task ?? -1),
      location: whole(segments, (segment) => segment.location ?? -1),
      stolen: Uint8Array.from(segments, (segment) => (segment.stolen === true ? 1 : 0)),
    },
    steals: {
      length: steals.length,
      atNs: column(steals, (steal) => ns(steal.atMs)),
      fromLane: whole(steals, (steal) => steal.from),
      toLane: whole(steals, (steal) => steal.to),
      count: whole(steals, (steal) => steal.count),
    },
    queueSamples: {
      length: queueSamples.length,
      queue: whole(queueSamples, (sample) => sample.queue),
      atNs: column(queueSamples, (sample) => ns(sample.atMs)),
      size: whole(queueSamples, (sample) => sample.size),
    },
    waits: {
      length: waits.length,
      task: whole(waits, (wait) => wait.task),
      readyNs: column(waits, (wait) => ns(wait.readyMs)),
      queuedNs: column(waits, (wait) => ns(wait.queuedMs ?? wait.readyMs)),
      placedNs: column(waits, (wait) => ns(wait.queuedMs ?? wait.readyMs)),
      startNs: column(waits, (wait) => ns(wait.startMs)),
      queue: whole(waits, (wait) => wait.queue ?? 0),
      timer: Uint8Array.from(waits, (wait) => (wait.timer === true ? 1 : 0)),
    },
    endNs: example.endMs * 1e6,
  };
}
