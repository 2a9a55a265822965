/** The experiments of the guide, each ready to run: `unblock simulate <name>`. */
import { defaultLoad } from "./default-load.js";
import type { RuntimeOptions, Scenario, Step, TaskOptions } from "./types.js";

export interface Preset {
  readonly name: string;
  /** One line that says what the experiment shows. */
  readonly about: string;
  readonly scenario: Scenario;
}

function scenario(
  runtime: RuntimeOptions,
  tasks: readonly TaskOptions[],
  stopAfterMs?: number,
): Scenario {
  return { version: 1, seed: 1, ...(stopAfterMs && { stopAfterMs }), runtime, tasks };
}

const fourWorkers = { flavor: "multi-thread", workerThreads: 4, cores: 8 } as const;

/** A hundred tasks at once, each of which takes a second in its own way. */
function hundred(...steps: readonly Step[]): readonly TaskOptions[] {
  return [{ name: "handler", count: 100, arrival: { atMs: 0 }, steps }];
}

/** Fifty tasks that look at the clock every 5 ms, to see how late they are let. */
const tickers: TaskOptions = {
  name: "ticker",
  count: 50,
  steps: [{ interval: { everyMs: 5, count: 100, phaseStepMs: 0.01 }, steps: [] }],
};

const sleepers: readonly Preset[] = [
  {
    name: "sleepers-blocking",
    about: "100 tasks that block for 1 s on 4 workers: 25 s",
    scenario: scenario(fourWorkers, hundred({ block: 1000 })),
  },
  {
    name: "sleepers-awaited",
    about: "the same 100 tasks with an awaited timer: 1 s",
    scenario: scenario(fourWorkers, hundred({ sleep: 1000 })),
  },
  {
    name: "sleepers-blocking-pool",
    about: "the same on the blocking pool, a thread for each: 1 s",
    scenario: scenario(fourWorkers, hundred({ spawnBlocking: [{ block: 1000 }] })),
  },
  {
    name: "sleepers-small-pool",
    about: "the same on a blocking pool capped at 8 threads: they queue there instead",
    scenario: scenario(
      { ...fourWorkers, maxBlockingThreads: 8 },
      hundred({ spawnBlocking: [{ block: 1000 }] }),
    ),
  },
  {
    name: "sleepers-in-place",
    about: "the same with block_in_place, which hands the worker's queue to another thread: 1 s",
    scenario: scenario(fourWorkers, hundred({ blockInPlace: [{ block: 1000 }] })),
  },
  {
    name: "sleepers-one-thread",
    about: "the same blocking tasks on one thread: 100 s",
    scenario: scenario({ flavor: "current-thread" }, hundred({ block: 1000 })),
  },
  {
    name: "sleepers-more-workers",
    about: "the same blocking tasks on 16 workers: better, and still 7 s",
    scenario: scenario({ ...fourWorkers, workerThreads: 16 }, hundred({ block: 1000 })),
  },
];

const scheduling: readonly Preset[] = [
  {
    name: "work-stealing",
    about: "one task spawns 64 that compute: idle workers steal half of its queue, again and again",
    scenario: scenario(fourWorkers, [
      { name: "root", steps: [{ spawn: "piece", count: 64 }, { join: true }] },
      { name: "piece", spawnedOnly: true, steps: [{ cpu: 5 }] },
    ]),
  },
  {
    name: "driver-held",
    about: "a task woken by a timer blocks 200 ms: every timer stops, although 3 workers are idle",
    scenario: scenario(fourWorkers, [
      tickers,
      { name: "blocker", arrival: { atMs: 0 }, steps: [{ sleep: 102.4 }, { block: 200 }] },
    ]),
  },
  {
    name: "driver-handed-over",
    about: "the same on Tokio 1.53 with its eager driver hand-off",
    scenario: scenario({ ...fourWorkers, tokio: "1.53", eagerDriverHandoff: true }, [
      tickers,
      { name: "blocker", arrival: { atMs: 0 }, steps: [{ sleep: 102.4 }, { block: 200 }] },
    ]),
  },
  {
    name: "stranded-child",
    about:
      "a child spawned just before its parent blocks waits in the LIFO slot: nobody can steal it",
    scenario: scenario(fourWorkers, [
      { name: "parent", steps: [{ spawn: "child" }, { block: 200 }, { join: true }] },
      { name: "child", spawnedOnly: true, steps: [{ cpu: 1 }] },
    ]),
  },
  {
    name: "more-blockers-than-workers",
    about: "8 tasks block 200 ms on 4 workers while tickers run",
    scenario: scenario(fourWorkers, [
      tickers,
      { name: "blocker", count: 8, arrival: { atMs: 100 }, steps: [{ block: 200 }] },
    ]),
  },
  {
    name: "self-waking",
    about: "tasks that wake themselves keep their worker from looking at timers and new work",
    scenario: scenario({ ...fourWorkers, workerThreads: 1 }, [
      tickers,
      { name: "spinner", steps: [{ repeat: 500, steps: [{ cpu: 1 }, { selfWake: true }] }] },
    ]),
  },
  {
    name: "cooperative-budget",
    about: "awaits that are always ready give way only once in 128",
    scenario: scenario({ ...fourWorkers, workerThreads: 1 }, [
      tickers,
      { name: "drain", steps: [{ ready: 500, cpu: 1 }] },
    ]),
  },
  {
    name: "burst",
    about: "1,000 children from one task: more than a local queue of 256 holds",
    scenario: scenario(fourWorkers, [
      { name: "root", steps: [{ spawn: "child", count: 1000 }, { join: true }] },
      { name: "child", spawnedOnly: true, steps: [{ cpu: 1 }] },
    ]),
  },
  {
    name: "data-parallel",
    about: "100 items of 20 ms on a data-parallel pool, while tickers run undisturbed",
    scenario: scenario({ ...fourWorkers, parallelThreads: 4 }, [
      tickers,
      { name: "report", steps: [{ parallel: { items: 100, cpu: 20 } }] },
    ]),
  },
  {
    name: "overload",
    about:
      "requests that block arrive faster than 4 workers serve them: the queue grows without end",
    scenario: scenario(
      fourWorkers,
      [{ name: "request", arrival: { poissonPerSecond: 250 }, steps: [{ block: 20 }] }],
      5000,
    ),
  },
];

const node: readonly Preset[] = [
  {
    name: "node-blocked-loop",
    about: "Node.js: a function that blocks for 80 ms, five times a second, beside 2 ms requests",
    scenario: defaultLoad("resizeImage", [{ block: 80 }]),
  },
  {
    name: "node-awaited",
    about: "the same work awaited: the other requests do not notice",
    scenario: defaultLoad("resizeImage", [{ io: 80 }]),
  },
  {
    name: "node-worker-threads",
    about: "the same work computed on worker threads",
    scenario: defaultLoad("resizeImage", [{ spawnBlocking: [{ cpu: 80 }] }]),
  },
  {
    name: "node-threadpool-saturated",
    about:
      "40 operations of 100 ms share libuv's 4 threads: the last waits 900 ms, the loop is free",
    scenario: scenario({ flavor: "node" }, [
      { name: "hash", count: 40, steps: [{ threadpool: 100 }] },
      { name: "read", arrival: { everyMs: 50 }, count: 20, steps: [{ threadpool: 0.2 }] },
    ]),
  },
  {
    name: "node-two-processes",
    about: "the same blocking function in two processes: it holds up half of the requests",
    scenario: defaultLoad("resizeImage", [{ block: 80 }], {
      runtime: { flavor: "node", processes: 2 },
    }),
  },
  {
    name: "node-late-timers",
    about:
      "timers that fall due while the loop is blocked all fire after it, in order of their due time",
    scenario: scenario({ flavor: "node" }, [
      { ...tickers, count: 5 },
      { name: "blocker", arrival: { atMs: 100 }, steps: [{ block: 200 }] },
    ]),
  },
];

export const presets: readonly Preset[] = [...sleepers, ...scheduling, ...node];

export function findPreset(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name);
}
