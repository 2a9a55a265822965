/** Random scenarios: all step kinds of Tokio, no spawn cycles. Property tests take them small. */
import fc from "fast-check";
import type {
  Arrival,
  CurrentThreadOptions,
  Duration,
  IntervalStep,
  MultiThreadOptions,
  ParallelStep,
  ReadyStep,
  Scenario,
  Step,
  TaskOptions,
} from "../../../simulator/src/scenario/types.js";

/** What a random scenario is made of. */
export interface Ingredients {
  readonly cpu: fc.Arbitrary<Duration>;
  readonly block: fc.Arbitrary<Duration>;
  /** Of awaited timers and I/O. */
  readonly wait: fc.Arbitrary<Duration>;
  readonly ready: fc.Arbitrary<ReadyStep>;
  readonly parallel: fc.Arbitrary<ParallelStep>;
  readonly interval: fc.Arbitrary<IntervalStep["interval"]>;
  readonly arrival: fc.Arbitrary<Arrival>;
  /** Tasks of one name. */
  readonly count: fc.Arbitrary<number>;
  /** Tasks that one step spawns. */
  readonly spawnCount: fc.Arbitrary<number>;
  readonly multiThread: fc.Arbitrary<MultiThreadOptions>;
  readonly currentThread: fc.Arbitrary<CurrentThreadOptions>;
}

interface Allowed {
  readonly blockInPlace: boolean;
  /** Names of tasks that may be spawned. */
  readonly spawn: readonly string[];
}

function closure({ block, cpu }: Ingredients): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: block.map((length): Step => ({ block: length })) },
      { weight: 4, arbitrary: cpu.map((length): Step => ({ cpu: length })) },
      fc.constant<Step>({ panic: true }),
    ),
    { maxLength: 2 },
  );
}

function leaf(of: Ingredients, allowed: Allowed): fc.Arbitrary<Step> {
  const usual = fc.oneof(
    of.cpu.map((cpu): Step => ({ cpu })),
    of.block.map((block): Step => ({ block })),
    of.wait.map((sleep): Step => ({ sleep })),
    of.wait.map((io): Step => ({ io })),
    fc.constant<Step>({ yield: true }),
    fc.constant<Step>({ selfWake: true }),
    fc.constant<Step>({ join: true }),
    fc.constant<Step>({ abort: true }),
    of.ready,
    closure(of).map((spawnBlocking): Step => ({ spawnBlocking })),
    of.parallel,
    ...(allowed.blockInPlace ? [closure(of).map((blockInPlace): Step => ({ blockInPlace }))] : []),
    ...(allowed.spawn.length > 0
      ? [
          fc
            .tuple(fc.constantFrom(...allowed.spawn), of.spawnCount)
            .map(([spawn, count]): Step => ({ spawn, count })),
        ]
      : []),
  );
  // Rare, since nothing comes after it.
  return fc.oneof({ weight: 20, arbitrary: usual }, fc.constant<Step>({ panic: true }));
}

function steps(of: Ingredients, allowed: Allowed): fc.Arbitrary<Step[]> {
  const inner = fc.array(leaf(of, allowed), { maxLength: 3 });
  const loops = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 4 }), inner).map(([repeat, each]): Step => ({
      repeat,
      steps: each,
    })),
    fc.tuple(of.interval, inner).map(([interval, each]): Step => ({ interval, steps: each })),
  );
  return fc.array(fc.oneof({ weight: 3, arbitrary: leaf(of, allowed) }, loops), { maxLength: 5 });
}

function tasks(of: Ingredients, blockInPlace: boolean): fc.Arbitrary<TaskOptions[]> {
  const task = (name: string, spawn: readonly string[]): fc.Arbitrary<TaskOptions> =>
    fc
      .record({
        steps: steps(of, { blockInPlace, spawn }),
        count: of.count,
        arrival: of.arrival,
      })
      .map((options) => ({ name, ...options }));
  // Each may spawn only those after it, so no cycle.
  return fc.tuple(
    task("first", ["child", "grandchild"]),
    task("second", ["grandchild"]),
    steps(of, { blockInPlace, spawn: ["grandchild"] }).map((each): TaskOptions => ({
      name: "child",
      spawnedOnly: true,
      steps: each,
    })),
    steps(of, { blockInPlace, spawn: [] }).map((each): TaskOptions => ({
      name: "grandchild",
      spawnedOnly: true,
      steps: each,
    })),
  );
}

/** Data-parallel work; now and then an item panics. */
export function arbitraryParallel(
  items: fc.Arbitrary<number>,
  cpu: fc.Arbitrary<number>,
): fc.Arbitrary<ParallelStep> {
  const panicAt = fc.oneof({ weight: 4, arbitrary: fc.constant(Infinity) }, fc.nat(20));
  return fc.tuple(items, cpu, panicAt).map(([count, length, at]) => ({
    parallel: { items: count, cpu: length, ...(at < count && { panicAt: at }) },
  }));
}

/** A scenario that ends by itself. */
export function arbitraryScenarioOf(of: Ingredients): fc.Arbitrary<Scenario> {
  return fc.oneof({ weight: 3, arbitrary: of.multiThread }, of.currentThread).chain((runtime) =>
    fc.record({
      version: fc.constant(1 as const),
      seed: fc.integer({ min: 0, max: 1000 }),
      runtime: fc.constant(runtime),
      tasks: tasks(of, runtime.flavor === "multi-thread"),
    }),
  );
}

const milliseconds: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 60 })
  .map((tenths) => tenths / 10);

const duration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 4, arbitrary: milliseconds },
  milliseconds.map((mean): Duration => ({ dist: "exponential", mean })),
);

const tokio = fc.constantFrom("1.24" as const, "1.53" as const);

/** Some milliseconds of work, on either version of Tokio. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = arbitraryScenarioOf({
  cpu: duration,
  block: duration,
  wait: duration,
  ready: fc.integer({ min: 0, max: 300 }).map((ready) => ({ ready, cpu: 0.01 })),
  parallel: arbitraryParallel(fc.integer({ min: 0, max: 9 }), fc.constant(1)),
  interval: fc.record({
    everyMs: fc.constant(3),
    count: fc.integer({ min: 1, max: 5 }),
    phaseStepMs: fc.constant(0.4),
    missed: fc.constantFrom("burst", "delay", "skip"),
  }),
  count: fc.integer({ min: 1, max: 6 }),
  spawnCount: fc.integer({ min: 1, max: 4 }),
  arrival: fc.oneof(
    milliseconds.map((atMs) => ({ atMs })),
    fc.constant({ everyMs: 1.5, fromMs: 1 }),
    fc.constant({ poissonPerSecond: 300 }),
    fc.constant({ burst: { count: 2, everyMs: 4 } }),
  ),
  multiThread: fc.record(
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
  ),
  currentThread: fc.record({
    flavor: fc.constant("current-thread" as const),
    cores: fc.integer({ min: 1, max: 4 }),
    tokio,
    maxBlockingThreads: fc.constantFrom(1, 2, 512),
    localSet: fc.boolean(),
  }),
});
