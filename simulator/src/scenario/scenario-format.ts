/** Scenario, version 1, as data: what types.ts says to the compiler, this says to the validator and the JSON Schema. */
import {
  array,
  boolean,
  choice,
  integer,
  keyed,
  number,
  numberOr,
  object,
  string,
  tagged,
} from "./format/description.js";
import type { Format, KeyedFormat, ObjectFormat } from "./format/description.js";

/** The longest time that a scenario may name, in milliseconds: about 11 days. */
export const maxMs = 1e9;
/** The most tasks, spawns, items or repetitions that one number may ask for. */
export const maxCount = 1e7;
const maxThreads = 4096;

const milliseconds = (about?: string) => number(about, { max: maxMs });
const threads = (about: string) => integer(about, { min: 1, max: maxThreads });
const interval = (about: string) => integer(about, { min: 1, max: 1e6 });

const distribution = tagged("dist", {
  constant: object({ dist: choice(["constant"]), value: milliseconds() }),
  uniform: object({ dist: choice(["uniform"]), min: milliseconds(), max: milliseconds() }),
  exponential: object({ dist: choice(["exponential"]), mean: milliseconds() }),
  "log-normal": object({
    dist: choice(["log-normal"]),
    median: milliseconds(),
    sigma: number("Standard deviation of the logarithm.", { max: 10 }),
  }),
  empirical: object({
    dist: choice(["empirical"]),
    samples: array(() => milliseconds(), "sample", 1),
  }),
});

export const durationFormat = numberOr(milliseconds(), distribution);

const sourceLine = object({ file: string(), line: integer(undefined, { min: 1 }) });

/** A step: its own field, named as the step, and the source line that every step may carry. */
function step(fields: Readonly<Record<string, Format>>, about: string): ObjectFormat {
  return object({ ...fields, "at?": sourceLine }, about);
}

const count = (about?: string) => integer(about, { max: maxCount });
const steps = array(() => stepFormat, "step");

export const stepFormat: KeyedFormat = keyed("step", {
  cpu: step({ cpu: durationFormat }, "Computes on the task's own thread; takes a core."),
  block: step({ block: durationFormat }, "Parks the task's own thread; takes no core."),
  sleep: step({ sleep: durationFormat }, "An awaited timer, from now."),
  interval: step(
    {
      interval: object({
        everyMs: number(undefined, { max: maxMs, aboveMin: true }),
        count: count(),
        "phaseMs?": milliseconds(),
        "phaseStepMs?": milliseconds(),
        "missed?": choice(["burst", "delay", "skip"]),
      }),
      steps,
    },
    "Awaited timers at fixed due times; the steps run at each.",
  ),
  io: step({ io: durationFormat }, "Awaited I/O that needs no thread."),
  yield: step({ yield: choice([true]) }, "Gives way once (yield_now)."),
  selfWake: step({ selfWake: choice([true]) }, "Wakes itself, then returns pending."),
  ready: step(
    { ready: count(), "cpu?": durationFormat },
    "Awaits that are ready at once; each spends one unit of the cooperative budget.",
  ),
  spawn: step({ spawn: string(), "count?": count() }, "New tasks from inside this one."),
  join: step({ join: choice([true]) }, "Awaits what this task has spawned."),
  panic: step(
    { panic: choice([true]) },
    "Ends the task, or the closure of spawnBlocking, by a panic; on Node.js, by an error that it throws.",
  ),
  abort: step({ abort: choice([true]) }, "Aborts what this task has spawned; Tokio only."),
  spawnBlocking: step({ spawnBlocking: steps }, "Awaited, on the blocking pool."),
  blockInPlace: step(
    { blockInPlace: steps },
    "Hands the worker's queue to another thread; multi-thread only.",
  ),
  parallel: step(
    {
      parallel: object({
        items: integer(undefined, { min: 1, max: maxCount }),
        cpu: durationFormat,
        "panicAt?": integer(
          "The item, counted from 0, that panics after computing; the task that awaits does then. Tokio only.",
          { max: maxCount },
        ),
      }),
    },
    "Awaited, on the data-parallel pool.",
  ),
  threadpool: step(
    {
      threadpool: durationFormat,
      "slow?": boolean("As dns.lookup: at most half of the threads, rounded up, at a time."),
    },
    "An operation on libuv's threads; node only.",
  ),
  microtask: step({ microtask: choice([true]) }, "Awaits a resolved promise; node only."),
  nextTick: step({ nextTick: choice([true]) }, "Awaits process.nextTick; node only."),
  immediate: step({ immediate: choice([true]) }, "Awaits setImmediate; node only."),
  repeat: step({ repeat: count(), steps }, "The steps, several times."),
});

const arrivalFormat = keyed("arrival", {
  atMs: object({ atMs: milliseconds() }, "All at once."),
  everyMs: object(
    { everyMs: number(undefined, { max: maxMs, aboveMin: true }), "fromMs?": milliseconds() },
    "At a fixed rate.",
  ),
  poissonPerSecond: object(
    {
      // The longest mean pause is the longest time: with less, the first arrival could lie at no finite time.
      poissonPerSecond: number(undefined, { min: 1000 / maxMs, max: 1e6 }),
      "fromMs?": milliseconds(),
    },
    "A Poisson stream.",
  ),
  burst: object(
    {
      burst: object({
        count: integer("How many at once.", { min: 1, max: maxCount }),
        everyMs: number(undefined, { max: maxMs, aboveMin: true }),
      }),
      "fromMs?": milliseconds(),
    },
    "Several at once, at a fixed rate.",
  ),
});

export const taskFormat = object({
  name: string(),
  "count?": count("How many arrive. Default 1, or unbounded with a rate and stopAfterMs."),
  "arrival?": arrivalFormat,
  "spawnedOnly?": boolean("Starts only through a spawn step."),
  steps,
});

const cores = { "cores?": threads("Processors that computing threads share.") };
const parallelThreads = {
  "parallelThreads?": threads("Of the data-parallel pool. Default: cores."),
};
const tokioKnobs = {
  "maxBlockingThreads?": integer("Cap of the blocking pool. Default 512.", { min: 1, max: 1e6 }),
  "threadKeepAliveMs?": milliseconds("How long an idle blocking thread lives. Default 10000."),
  "globalQueueInterval?": interval("Left out: the version's default."),
  "eventInterval?": interval("Ticks between two looks at timers and I/O. Default 61."),
  "tokio?": choice(["1.24", "1.53"]),
};

export const runtimeFormat = tagged("flavor", {
  "multi-thread": object({
    flavor: choice(["multi-thread"]),
    "workerThreads?": threads("Default 4."),
    ...tokioKnobs,
    "lifoSlot?": boolean(),
    "eagerDriverHandoff?": boolean("Tokio 1.53 only."),
    ...cores,
    ...parallelThreads,
  }),
  "current-thread": object({
    flavor: choice(["current-thread"]),
    ...tokioKnobs,
    "localSet?": boolean("All tasks run in a LocalSet, whose intervals are its own."),
    ...cores,
    ...parallelThreads,
  }),
  node: object({
    flavor: choice(["node"]),
    "processes?": integer("Behind round-robin connections, as in cluster.", { min: 1, max: 1024 }),
    "threadpoolSize?": integer("UV_THREADPOOL_SIZE. Default 4.", { min: 1, max: 1024 }),
    "workerThreads?": integer("The pool that spawnBlocking uses. Default 4.", {
      min: 1,
      max: 1024,
    }),
    "coldWorkers?": boolean(
      "Worker threads are started by the jobs that first need them. Default: they run from the start.",
    ),
    "threadKeepAliveMs?": milliseconds(
      "With coldWorkers: how long an idle worker thread lives. Default 10000.",
    ),
    "unhandledRejections?": choice(
      ["throw", "warn"],
      'Whether an error that nobody awaits ends the process. Default "warn", as where it is caught.',
    ),
    ...cores,
    ...parallelThreads,
  }),
});

export const scenarioFormat = object({
  version: choice([1]),
  "seed?": integer("Seed of every random choice. Default 1."),
  "stopAfterMs?": number("Virtual time at which the run is stopped.", {
    max: maxMs,
    aboveMin: true,
  }),
  runtime: runtimeFormat,
  tasks: array(() => taskFormat, "task", 1),
});
