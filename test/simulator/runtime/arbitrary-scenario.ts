/** Random scenarios for property tests: all step kinds of Tokio, no spawn cycles, some milliseconds of work. */
import fc from "fast-check";
import type {
  Duration,
  RuntimeOptions,
  Scenario,
  Step,
  TaskOptions,
} from "../../../simulator/src/scenario/types.js";

const milliseconds: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 60 })
  .map((tenths) => tenths / 10);

const duration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 4, arbitrary: milliseconds },
  milliseconds.map((mean): Duration => ({ dist: "exponential", mean })),
);

const closure: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    duration.map((block): Step => ({ block })),
    duration.map((cpu): Step => ({ cpu })),
  ),
  { maxLength: 2 },
);

interface Allowed {
  readonly blockInPlace: boolean;
  /** Names of tasks that may be spawned. */
  readonly spawn: readonly string[];
}

function leaf(allowed: Allowed): fc.Arbitrary<Step> {
  return fc.oneof(
    duration.map((cpu): Step => ({ cpu })),
    duration.map((block): Step => ({ block })),
    duration.map((sleep): Step => ({ sleep })),
    duration.map((io): Step => ({ io })),
    fc.constant<Step>({ yield: true }),
    fc.constant<Step>({ selfWake: true }),
    fc.constant<Step>({ join: true }),
    fc.constant<Step>({ abort: true }),
    fc.integer({ min: 0, max: 300 }).map((ready): Step => ({ ready, cpu: 0.01 })),
    closure.map((spawnBlocking): Step => ({ spawnBlocking })),
    fc.integer({ min: 0, max: 9 }).map((items): Step => ({ parallel: { items, cpu: 1 } })),
    ...(allowed.blockInPlace ? [closure.map((blockInPlace): Step => ({ blockInPlace }))] : []),
    ...(allowed.spawn.length > 0
      ? [
          fc
            .tuple(fc.constantFrom(...allowed.spawn), fc.integer({ min: 1, max: 4 }))
            .map(([spawn, count]): Step => ({ spawn, count })),
        ]
      : []),
  );
}

function steps(allowed: Allowed): fc.Arbitrary<Step[]> {
  const inner = fc.array(leaf(allowed), { maxLength: 3 });
  const loops = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 4 }), inner).map(([repeat, each]): Step => ({
      repeat,
      steps: each,
    })),
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("burst", "delay", "skip"), inner)
      .map(([count, missed, each]): Step => ({
        interval: { everyMs: 3, count, phaseStepMs: 0.4, missed },
        steps: each,
      })),
  );
  return fc.array(fc.oneof({ weight: 3, arbitrary: leaf(allowed) }, loops), { maxLength: 5 });
}

function tasks(blockInPlace: boolean): fc.Arbitrary<TaskOptions[]> {
  const task = (name: string, spawn: readonly string[]): fc.Arbitrary<TaskOptions> =>
    fc
      .record({
        steps: steps({ blockInPlace, spawn }),
        count: fc.integer({ min: 1, max: 6 }),
        arrival: fc.oneof(
          milliseconds.map((atMs) => ({ atMs })),
          fc.constant({ everyMs: 1.5, fromMs: 1 }),
          fc.constant({ poissonPerSecond: 300 }),
          fc.constant({ burst: { count: 2, everyMs: 4 } }),
        ),
      })
      .map((options) => ({ name, ...options }));
  // Each may spawn only those after it, so no cycle.
  return fc.tuple(
    task("first", ["child", "grandchild"]),
    task("second", ["grandchild"]),
    steps({ blockInPlace, spawn: ["grandchild"] }).map((each): TaskOptions => ({
      name: "child",
      spawnedOnly: true,
      steps: each,
    })),
    steps({ blockInPlace, spawn: [] }).map((each): TaskOptions => ({
      name: "grandchild",
      spawnedOnly: true,
      steps: each,
    })),
  );
}

const tokio = fc.constantFrom("1.24" as const, "1.53" as const);

const multiThread: fc.Arbitrary<RuntimeOptions> = fc.record(
  {
    flavor: fc.constant("multi-thread" as const),
    workerThreads: fc.integer({ min: 1, max: 5 }),
    cores: fc.integer({ min: 1, max: 4 }),
    tokio,
    maxBlockingThreads: fc.constantFrom(1, 2, 512),
    threadKeepAliveMs: fc.constantFrom(1, 10_000),
    lifoSlot: fc.constant(true),
    globalQueueInterval: fc.constantFrom(1, 3, 61),
    eventInterval: fc.constantFrom(1, 3, 61),
  },
  { requiredKeys: ["flavor", "workerThreads", "cores", "tokio"] },
);

const currentThread: fc.Arbitrary<RuntimeOptions> = fc.record({
  flavor: fc.constant("current-thread" as const),
  cores: fc.integer({ min: 1, max: 4 }),
  tokio,
  maxBlockingThreads: fc.constantFrom(1, 2, 512),
});

/** A scenario that ends by itself. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .oneof({ weight: 3, arbitrary: multiThread }, currentThread)
  .chain((runtime) =>
    fc.record({
      version: fc.constant(1 as const),
      seed: fc.integer({ min: 0, max: 1000 }),
      runtime: fc.constant(runtime),
      tasks: tasks(runtime.flavor === "multi-thread"),
    }),
  );
