import assert from "node:assert/strict";
import {
  currentThread,
  makespanMs,
  outcomeOf,
  quantileMs,
  scenario,
  simulate,
  task,
} from "./scenarios.js";
import { UnsupportedStepError } from "../../../simulator/src/runtime/errors.js";
import { run } from "../../../simulator/src/runtime/run.js";

function within(actual: number, low: number, high: number): void {
  assert.ok(actual >= low && actual <= high, `${actual} is not between ${low} and ${high}`);
}

describe("current-thread", () => {
  it("runs one task after the other", () => {
    const outcome = simulate(currentThread(), [task("a", [{ block: 20 }], { count: 10 })]);
    within(makespanMs(outcome), 201, 202);
    assert.equal(outcome.workers.length, 1);
    within((outcome.workers[0]?.blockedNs ?? 0) / 1e6, 201, 202);
  });

  it("has no LIFO slot: children run in the order of their spawns, after what waits already", () => {
    const outcome = simulate(
      currentThread(),
      [
        task("parent", [{ spawn: "child", count: 3 }]),
        task("waiting", [{ block: 1 }], { count: 2 }),
        task("child", [{ block: 1 }], { spawnedOnly: true }),
      ],
      {},
      { trace: true },
    );
    const order = Array.from(outcome.trace?.segments.task ?? []);
    const names = order.map((each) => outcome.trace?.tasks.name[each]);
    assert.deepEqual(names.slice(-5), [1, 1, 2, 2, 2]);
    assert.deepEqual(order.slice(-3), [3, 4, 5]);
  });

  it("looks at the driver every 61 polls while tasks wake themselves", () => {
    const outcome = simulate(currentThread(), [
      task("busy", [{ repeat: 400, steps: [{ block: 1 }, { selfWake: true }] }]),
      task("ticker", [{ interval: { everyMs: 5, count: 60 }, steps: [] }]),
    ]);
    const { latenessNs } = outcomeOf(outcome, "ticker");
    within(quantileMs(latenessNs, 1), 60, 67);
  });

  it("looks at the remote queue first every 31 polls", () => {
    const outcome = simulate(currentThread(), [
      task("busy", [{ repeat: 400, steps: [{ block: 1 }, { selfWake: true }] }]),
      task("external", [{ cpu: 0.01 }], { count: 4, arrival: { everyMs: 97, fromMs: 2 } }),
    ]);
    within(quantileMs(outcomeOf(outcome, "external").latencyNs, 1), 5, 35);
  });

  it("lets what arrives for a LocalSet into its queue before each round, and not task by task", () => {
    const tasks = [
      task("busy", [{ repeat: 3, steps: [{ block: 1 }, { selfWake: true }] }], { count: 70 }),
      task("external", [{ cpu: 0.01 }], { count: 5, arrival: { everyMs: 1, fromMs: 3 } }),
    ];
    const delaysMs = (localSet: boolean): [number, number] => {
      const { startDelayNs } = outcomeOf(
        simulate({ ...currentThread(), localSet }, tasks),
        "external",
      );
      return [quantileMs(startDelayNs, 0), quantileMs(startDelayNs, 1)];
    };
    // All when the first round of 61 is over, behind the nine others and those that woke themselves in it.
    const [first, last] = delaysMs(true);
    within(first, 130, 140);
    within(last, 130, 145);
    // From a runtime's remote queue one is taken every 31 polls.
    const [firstWithout, lastWithout] = delaysMs(false);
    within(firstWithout, 25, 32);
    within(lastWithout, 150, 165);
  });

  it("refuses block_in_place in Tokio's words, and names the step", () => {
    const refused = scenario(currentThread(), [
      task("a", [{ repeat: 2, steps: [{ cpu: 1 }, { blockInPlace: [{ block: 1 }] }] }]),
    ]);
    assert.throws(
      () => run(refused),
      (error) => {
        assert.ok(error instanceof UnsupportedStepError);
        assert.equal(error.path, "tasks[0].steps[0].steps[1].blockInPlace");
        assert.match(
          error.message,
          /can call blocking only when running on the multi-threaded runtime$/,
        );
        return true;
      },
    );
  });

  it("polls a task once in vain whose interval catches up, as its own reset wakes it", () => {
    const interval = { everyMs: 5, count: 3 };
    const outcome = simulate(currentThread(), [
      task("late", [{ interval, steps: [{ block: 12 }] }, { sleep: 5 }]),
    ]);
    // The first poll, one for the first tick, one for the other two, one in vain, and one for the sleep.
    assert.equal(outcome.workers[0]?.pollCount, 5);
  });

  it("polls a task in vain when its interval's next tick falls due while it awaits something else", () => {
    const interval = { everyMs: 5, count: 3 };
    const outcome = simulate(currentThread(), [
      task("ticker", [{ interval, steps: [{ sleep: 8 }] }]),
    ]);
    // The first, one for the first tick, one for each sleep; and in the first two sleeps one for the tick to come.
    assert.equal(outcome.workers[0]?.pollCount, 1 + 1 + 3 + 2);
  });

  it("polls it in vain while its closure runs, too", () => {
    const interval = { everyMs: 5, count: 2 };
    const outcome = simulate(currentThread(), [
      task("ticker", [{ interval, steps: [{ spawnBlocking: [{ block: 10 }] }] }]),
    ]);
    // The first, one for each tick that has come, one for the last closure; and one for the tick to come.
    assert.equal(outcome.workers[0]?.pollCount, 1 + 2 + 1 + 1);
  });

  it("computes a little longer than asked, as the seed says", () => {
    const spans = [1, 2, 3].map((seed) =>
      makespanMs(simulate(currentThread(), [task("a", [{ cpu: 10 }])], { seed })),
    );
    assert.equal(new Set(spans).size, 3);
    for (const span of spans) within(span, 10, 10.2);
  });
});
