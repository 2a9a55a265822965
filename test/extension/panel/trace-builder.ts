/** Traces by hand, in milliseconds and names, for tests of what draws them. */
import { SegmentState, type Lane, type Queue, type Trace } from "unblock-simulator";

export interface TraceSpec {
  readonly lanes?: readonly Lane[];
  readonly queues?: readonly Queue[];
  readonly locations?: Trace["locations"];
  readonly tasks?: readonly {
    readonly name: string;
    readonly arrival: number;
    readonly completed?: number;
  }[];
  readonly segments?: readonly {
    readonly lane?: number;
    readonly from: number;
    readonly to: number;
    readonly state?: keyof typeof SegmentState;
    readonly task?: number;
    readonly location?: number;
    readonly stolen?: boolean;
  }[];
  readonly queueSamples?: readonly {
    readonly queue?: number;
    readonly at: number;
    readonly size: number;
  }[];
  readonly waits?: readonly {
    readonly task: number;
    readonly ready: number;
    readonly start?: number;
  }[];
  readonly end: number;
}

const ns = (ms: number | undefined) => (ms === undefined ? NaN : ms * 1e6);

export function makeTrace(spec: TraceSpec): Trace {
  const tasks = spec.tasks ?? [];
  const segments = spec.segments ?? [];
  const queueSamples = spec.queueSamples ?? [];
  const waits = spec.waits ?? [];
  const taskNames = [...new Set(tasks.map(({ name }) => name))];
  return {
    lanes: spec.lanes ?? [{ name: "event loop", kind: "event-loop" }],
    queues: spec.queues ?? [{ name: "event loop's queue", kind: "event-loop", lane: 0 }],
    taskNames,
    locations: spec.locations ?? [],
    tasks: {
      length: tasks.length,
      name: Int32Array.from(tasks, ({ name }) => taskNames.indexOf(name)),
      arrivalNs: Float64Array.from(tasks, ({ arrival }) => ns(arrival)),
      firstPollNs: Float64Array.from(tasks, ({ arrival }) => ns(arrival)),
      completedNs: Float64Array.from(tasks, ({ completed }) => ns(completed)),
    },
    segments: {
      length: segments.length,
      lane: Int32Array.from(segments, ({ lane }) => lane ?? 0),
      startNs: Float64Array.from(segments, ({ from }) => ns(from)),
      endNs: Float64Array.from(segments, ({ to }) => ns(to)),
      state: Uint8Array.from(segments, ({ state }) => SegmentState[state ?? "running"]),
      task: Int32Array.from(segments, ({ task }) => task ?? -1),
      location: Int32Array.from(segments, ({ location }) => location ?? -1),
      stolen: Uint8Array.from(segments, ({ stolen }) => (stolen === true ? 1 : 0)),
    },
    steals: {
      length: 0,
      atNs: new Float64Array(),
      fromLane: new Int32Array(),
      toLane: new Int32Array(),
      count: new Int32Array(),
    },
    queueSamples: {
      length: queueSamples.length,
      queue: Int32Array.from(queueSamples, ({ queue }) => queue ?? 0),
      atNs: Float64Array.from(queueSamples, ({ at }) => ns(at)),
      size: Int32Array.from(queueSamples, ({ size }) => size),
    },
    waits: {
      length: waits.length,
      task: Int32Array.from(waits, ({ task }) => task),
      readyNs: Float64Array.from(waits, ({ ready }) => ns(ready)),
      queuedNs: Float64Array.from(waits, ({ ready }) => ns(ready)),
      placedNs: Float64Array.from(waits, ({ ready }) => ns(ready)),
      startNs: Float64Array.from(waits, ({ start }) => ns(start)),
      queue: new Int32Array(waits.length),
      timer: new Uint8Array(waits.length),
    },
    endNs: ns(spec.end),
  };
}
