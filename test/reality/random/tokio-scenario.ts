/** Random scenarios for the real Tokio 1.24: every kind of step, in sizes that a run of half a second shows. */
import fc from "fast-check";
import {
  arbitraryParallel,
  arbitraryScenarioOf,
} from "../../simulator/runtime/arbitrary-scenario.js";
import type { Scenario, TaskOptions } from "../../../simulator/src/scenario/types.js";

/** Milliseconds, in tenths: hardly ever do two things end at the same instant by the scenario's own doing. */
function milliseconds(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 10 * min, max: 10 * max }).map((tenths) => tenths / 10);
}

const blockingThreads = fc.constantFrom(1, 2, 4, 512);
const shortOrDefault = (usual: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, fc.integer({ min: 2, max: 20 }));

/** Processors of the machine that reality is measured on, at least. */
const cores = fc.constant(2);

const scenario = arbitraryScenarioOf({
  cpu: milliseconds(0.1, 6),
  block: milliseconds(5, 30),
  wait: milliseconds(1, 30),
  ready: fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0.01, 0.05))
    .map(([ready, cpu]) => ({ ready, cpu })),
  parallel: arbitraryParallel(fc.integer({ min: 0, max: 20 }), milliseconds(0.2, 1)),
  interval: fc.record({
    everyMs: milliseconds(2, 8),
    count: fc.integer({ min: 1, max: 12 }),
    phaseStepMs: fc.constantFrom(0, 0.3),
    missed: fc.constantFrom("burst", "delay", "skip"),
  }),
  count: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
    fc.integer({ min: 13, max: 100 }),
  ),
  // Now and then more than a local queue holds.
  spawnCount: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 2, arbitrary: fc.integer({ min: 5, max: 40 }) },
    fc.integer({ min: 257, max: 600 }),
  ),
  arrival: fc.oneof(
    milliseconds(0, 10).map((atMs) => ({ atMs })),
    fc.record({ everyMs: milliseconds(1, 12), fromMs: milliseconds(0, 5) }),
    fc.integer({ min: 50, max: 400 }).map((poissonPerSecond) => ({ poissonPerSecond })),
    fc.record({
      burst: fc.record({ count: fc.integer({ min: 2, max: 6 }), everyMs: milliseconds(5, 25) }),
    }),
  ),
  multiThread: fc.record({
    flavor: fc.constant("multi-thread" as const),
    workerThreads: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 8 }) },
      fc.constant(16),
    ),
    cores,
    maxBlockingThreads: blockingThreads,
    threadKeepAliveMs: fc.constantFrom(5, 10_000),
    lifoSlot: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    globalQueueInterval: shortOrDefault(61),
    eventInterval: shortOrDefault(61),
    parallelThreads: fc.integer({ min: 1, max: 4 }),
  }),
  currentThread: fc
    .tuple(
      fc.record({
        flavor: fc.constant("current-thread" as const),
        cores,
        maxBlockingThreads: blockingThreads,
        threadKeepAliveMs: fc.constantFrom(5, 10_000),
        parallelThreads: fc.integer({ min: 1, max: 4 }),
      }),
      fc.oneof(
        fc.record({ globalQueueInterval: shortOrDefault(31), eventInterval: shortOrDefault(61) }),
        fc.constant({ localSet: true }),
      ),
    )
    .map(([runtime, ofQueues]) => ({ ...runtime, ...ofQueues })),
});

/** Those who notice a stall. */
const tickers: fc.Arbitrary<TaskOptions> = fc.integer({ min: 1, max: 12 }).map((count) => ({
  name: "ticker",
  count,
  steps: [{ interval: { everyMs: 5, count: 15, phaseStepMs: 0.35 }, steps: [] }],
}));

const stopAfterMs = fc.integer({ min: 30, max: 200 });

/** Half of them with tickers beside what else happens; some are cut off. */
export const tokioScenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    scenario,
    fc.option(tickers, { nil: undefined }),
    fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, stopAfterMs),
  )
  .map(([each, beside, until]) => ({
    ...each,
    ...(until !== undefined && { stopAfterMs: until }),
    tasks: beside === undefined ? each.tasks : [...each.tasks, beside],
  }));
