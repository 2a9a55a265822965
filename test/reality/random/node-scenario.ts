/**
 * Random scenarios of Node.js: all its kinds of steps, in milliseconds, so that races of microseconds decide little. They
 * end by themselves, most within half a second.
 */
import fc from "fast-check";
import type {
  Arrival,
  Duration,
  NodeOptions,
  Scenario,
  Step,
  TaskOptions,
} from "../../../simulator/src/scenario/types.js";

const milliseconds = fc.integer({ min: 2, max: 24 }).map((halves) => halves / 2);

const duration: fc.Arbitrary<Duration> = milliseconds;

const closureStep = fc.oneof(
  duration.map((block): Step => ({ block })),
  duration.map((cpu): Step => ({ cpu })),
);

const closure = fc.oneof(
  { weight: 3, arbitrary: fc.array(closureStep, { minLength: 1, maxLength: 2 }) },
  fc
    .tuple(fc.integer({ min: 2, max: 3 }), closureStep)
    .map(([repeat, step]): Step[] => [{ repeat, steps: [step] }]),
);

/** Spawn: names of tasks that may be spawned. Pools: whether worker threads may be used. */
interface Allowed {
  readonly spawn: readonly string[];
  readonly pools: boolean;
}

function leaf({ spawn, pools }: Allowed): fc.Arbitrary<Step> {
  const children = spawn.map((name) =>
    fc.integer({ min: 1, max: 3 }).map((count): Step => ({ spawn: name, count })),
  );
  return fc.oneof(
    duration.map((cpu): Step => ({ cpu })),
    duration.map((block): Step => ({ block })),
    duration.map((sleep): Step => ({ sleep })),
    duration.map((io): Step => ({ io })),
    duration.map((threadpool): Step => ({ threadpool })),
    fc.constantFrom<Step[]>(
      { yield: true },
      { selfWake: true },
      { microtask: true },
      { nextTick: true },
      { immediate: true },
      { join: true },
    ),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), milliseconds)
      .map(([ready, cpu]): Step => ({ ready, cpu })),
    ...(pools
      ? [
          closure.map((spawnBlocking): Step => ({ spawnBlocking })),
          fc
            .tuple(fc.integer({ min: 1, max: 9 }), milliseconds)
            .map(([items, cpu]): Step => ({ parallel: { items, cpu: cpu / 3 } })),
        ]
      : []),
    ...children,
  );
}

function steps(allowed: Allowed): fc.Arbitrary<Step[]> {
  const inner = fc.array(leaf(allowed), { minLength: 1, maxLength: 3 });
  const loops = fc.oneof(
    fc
      .tuple(fc.integer({ min: 2, max: 4 }), inner)
      .map(([repeat, each]): Step => ({ repeat, steps: each })),
    fc
      .record({
        everyMs: milliseconds,
        count: fc.integer({ min: 2, max: 10 }),
        phaseStepMs: fc.constantFrom(0, 0.4, 3),
        missed: fc.constantFrom("burst" as const, "delay" as const, "skip" as const),
        each: fc.array(leaf(allowed), { maxLength: 2 }),
      })
      .map(({ each, ...interval }): Step => ({ interval, steps: each })),
  );
  return fc.array(fc.oneof({ weight: 3, arbitrary: leaf(allowed) }, loops), {
    minLength: 1,
    maxLength: 4,
  });
}

const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  milliseconds.map((atMs) => ({ atMs })),
  milliseconds.map((everyMs) => ({ everyMs })),
  fc
    .tuple(fc.integer({ min: 2, max: 4 }), milliseconds)
    .map(([count, everyMs]) => ({ burst: { count, everyMs: everyMs * 3 } })),
);

function tasks(pools: boolean): fc.Arbitrary<TaskOptions[]> {
  const arriving = (name: string, spawn: readonly string[]): fc.Arbitrary<TaskOptions> =>
    fc
      .record({
        arrival,
        count: fc.integer({ min: 1, max: 6 }),
        steps: steps({ pools, spawn }),
      })
      .map((options) => ({ name, ...options }));
  const spawned = (name: string, spawn: readonly string[]): fc.Arbitrary<TaskOptions> =>
    steps({ pools, spawn }).map((each): TaskOptions => ({
      name,
      spawnedOnly: true,
      steps: each,
    }));
  // Each may spawn only those after it, so no cycle.
  return fc.tuple(
    arriving("first", ["child", "grandchild"]),
    arriving("second", ["grandchild"]),
    arriving("third", []),
    spawned("child", ["grandchild"]),
    spawned("grandchild", []),
  );
}

const runtime: fc.Arbitrary<NodeOptions> = fc.record({
  flavor: fc.constant("node" as const),
  processes: fc.constantFrom(1, 1, 1, 1, 2, 3),
  threadpoolSize: fc.integer({ min: 1, max: 5 }),
  workerThreads: fc.integer({ min: 1, max: 4 }),
  parallelThreads: fc.integer({ min: 1, max: 3 }),
  cores: fc.constant(2),
});

/** Each on a machine with two processors. */
export const nodeScenario: fc.Arbitrary<Scenario> = runtime.chain((options) =>
  fc.record({
    version: fc.constant(1 as const),
    runtime: fc.constant(options),
    // The pools of several processes would be more threads than two processors can tell apart.
    tasks: tasks(options.processes === 1),
  }),
);
