/** Result, version 1, as data; and its JSON Schema, as published in schema/result-v1.schema.json. */
import {
  array,
  boolean,
  choice,
  integer,
  nullable,
  number,
  object,
  record,
  string,
} from "../scenario/format/description.js";
import { jsonSchema } from "../scenario/format/json-schema.js";
import type { JsonSchema } from "../scenario/format/json-schema.js";

const milliseconds = number();

const summaryFormat = object(
  {
    mean: milliseconds,
    p50: milliseconds,
    p90: milliseconds,
    p99: milliseconds,
    max: milliseconds,
  },
  "Milliseconds.",
);

/** Node's timers may fire up to a millisecond early: they count whole milliseconds of a cached clock. */
const early = number(undefined, { min: -1 });
const latenessFormat = object(
  { mean: early, p50: early, p90: early, p99: early, max: early },
  "Milliseconds.",
);

const taskFormat = object({
  completed: integer(),
  latencyMs: nullable(summaryFormat),
  startDelayMs: nullable(summaryFormat),
  latenessMs: nullable(latenessFormat),
});

const workerFormat = object({
  busyMs: milliseconds,
  blockedMs: milliseconds,
  parkedMs: milliseconds,
  polls: integer(),
  steals: integer(),
  stolenTasks: integer(),
});

const blockerFormat = object({
  task: string(),
  lane: string(),
  fromMs: milliseconds,
  toMs: milliseconds,
  at: nullable(object({ file: string(), line: integer() })),
});

const causeFormat = object({
  kind: string(),
  text: string("One sentence for people."),
  blocker: nullable(blockerFormat),
  "remedies?": array(
    () =>
      object({
        name: string(),
        text: string(),
        beforeMs: milliseconds,
        afterMs: milliseconds,
        helps: boolean(),
      }),
    "remedy",
  ),
  victims: array(
    () => object({ task: string(), count: integer(), worstMs: milliseconds }),
    "victim",
  ),
  events: object({
    segments: array(() => integer(), "segment"),
    waits: array(() => integer(), "wait"),
  }),
});

const counters = array(() => integer(), "worker");
const durations = array(() => milliseconds, "worker");

const histogramFormat = object(
  {
    boundsMs: array(() => milliseconds, "bucket"),
    counts: array(() => integer(), "bucket"),
  },
  "How many durations fell into each bucket, whose ends are `boundsMs`; the last takes the rest.",
);

const metricsFormat = object(
  {
    num_workers: integer(),
    num_blocking_threads: integer(),
    blocking_queue_depth: integer(),
    global_queue_depth: integer(),
    remote_schedule_count: integer(),
    budget_forced_yield_count: integer(),
    worker_park_count: counters,
    worker_noop_count: counters,
    worker_poll_count: counters,
    worker_total_busy_duration: durations,
    worker_mean_poll_time: durations,
    worker_steal_count: counters,
    worker_steal_operations: counters,
    worker_local_schedule_count: counters,
    worker_overflow_count: counters,
    poll_time_histogram: histogramFormat,
    schedule_latency_histogram: histogramFormat,
  },
  "Tokio's metrics by Tokio's names, lists by worker; depths and threads are the highest of the run.",
);

export const resultFormat = object({
  version: choice([1]),
  makespanMs: milliseconds,
  events: integer(),
  tasks: record(taskFormat),
  workers: array(() => workerFormat, "worker"),
  blockingPool: object({ peakThreads: integer(), peakQueue: integer() }),
  metrics: metricsFormat,
  stopped: boolean("True when the run was stopped at a limit; the figures are those up to there."),
  "exit?": object(
    { code: choice([1]), task: string(), atMs: milliseconds },
    "The process of Node.js ended, by an error of a task that nobody caught.",
  ),
  growing: array(() => string(), "name"),
  causes: array(() => causeFormat, "cause"),
});

export function resultSchema(): JsonSchema {
  return jsonSchema(
    resultFormat,
    {
      id: "https://unpkg.com/unblock-simulator/schema/result-v1.schema.json",
      title: "Unblock result, version 1",
      description: "What `unblock simulate --format json` prints. Times are milliseconds.",
    },
    { summary: summaryFormat, cause: causeFormat, histogram: histogramFormat },
  );
}
