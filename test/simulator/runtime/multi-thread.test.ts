/** What Tokio 1.24 has been seen to do, and what 1.53 does otherwise. Figures are those measured on the real ones. */
import assert from "node:assert/strict";
import type { Trace } from "../../../simulator/src/engine/trace.js";
import { SegmentState } from "../../../simulator/src/engine/trace.js";
import type { MultiThreadOptions, Step } from "../../../simulator/src/scenario/types.js";
import { makespanMs, multiThread, outcomeOf, quantileMs, simulate, task } from "./scenarios.js";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function within(actual: number, low: number, high: number): void {
  assert.ok(actual >= low && actual <= high, `${actual} is not between ${low} and ${high}`);
}

/** Which tasks blocked on each lane, in order of time. */
function blockedByLane(trace: Trace | null): number[][] {
  assert.ok(trace !== null);
  const { segments } = trace;
  const lanes = trace.lanes.map((): number[] => []);
  for (let index = 0; index < segments.length; index++) {
    if (segments.state[index] === SegmentState.blocked) {
      lanes[segments.lane[index]]?.push(segments.task[index] ?? -1);
    }
  }
  return lanes;
}

describe("multi-thread: sharing work", () => {
  const sleepers = [task("a", [{ block: 20 }], { count: 100 })];

  it("runs 100 tasks that block for 20 ms in as many rounds as its workers need", () => {
    for (const [workers, rounds] of [
      [1, 100],
      [2, 50],
      [4, 25],
      [8, 13],
      [16, 7],
    ] as const) {
      const makespan = makespanMs(simulate(multiThread(workers), sleepers));
      within(makespan, rounds * 20.1, rounds * 20.2);
    }
  });

  it("lets a thief take the older half, run the last of it first, then the others in order", () => {
    // Eight timers for the same tick, registered one after the other.
    const steps: Step[] = [{ interval: { everyMs: 50, count: 1 }, steps: [] }, { block: 20 }];
    const arrival = { everyMs: 1 };
    const sleepers = task("a", steps, { count: 8, arrival });
    const outcome = simulate(multiThread(2), [sleepers], {}, { trace: true });
    const lanes = blockedByLane(outcome.trace);
    // Timers wake 0 to 7 in order: 7 ends in the LIFO slot and runs first where the driver was.
    const driver = lanes.find((lane) => lane[0] === 7);
    const thief = lanes.find((lane) => lane[0] !== 7);
    assert.deepEqual(driver, [7, 4, 5, 6]);
    assert.deepEqual(thief, [3, 0, 1, 2]);
    assert.equal(outcome.trace?.steals.count[0], 4);
  });

  it("leaves a child in the LIFO slot behind its parent, whatever workers are idle", () => {
    for (const tokio of ["1.24", "1.53"] as const) {
      const outcome = simulate(multiThread(4, { tokio }), [
        task("parent", [{ sleep: 5 }, { spawn: "child" }, { block: 200 }]),
        task("child", [{ cpu: 0.1 }], { spawnedOnly: true }),
      ]);
      within(quantileMs(outcomeOf(outcome, "child").startDelayNs, 1), 200, 200.5);
    }
  });

  it("lets others steal all children but the last one spawned", () => {
    const outcome = simulate(multiThread(4), [
      task("parent", [{ sleep: 5 }, { spawn: "child", count: 7 }, { block: 200 }]),
      task("child", [{ block: 1 }], { spawnedOnly: true }),
    ]);
    const delays = Array.from(outcomeOf(outcome, "child").startDelayNs, (delay) => delay / 1e6);
    assert.equal(delays.filter((delay) => delay > 199).length, 1);
    assert.equal(delays.filter((delay) => delay < 10).length, 6);
  });

  it("moves half of a full queue, and the task that did not fit, to the injection queue", () => {
    const firstPolls = (tokio: "1.24" | "1.53"): Float64Array => {
      const outcome = simulate(
        multiThread(1, { tokio }),
        [
          // The 258th child pushes the 257th, for which the queue of 256 has no room.
          task("parent", [{ spawn: "child", count: 258 }]),
          task("child", [{ cpu: 0.001 }], { spawnedOnly: true }),
        ],
        {},
        { trace: true },
      );
      assert.equal(outcome.workers[0]?.overflowCount, 1);
      assert.equal(outcome.peakGlobalQueueDepth, 129);
      assert.equal(outcomeOf(outcome, "child").completed, 258);
      return outcome.trace?.tasks.firstPollNs ?? assert.fail("no trace");
    };
    // 1.24 moves the older half, so the newer runs first; 1.53 the other way round.
    const [, first = NaN, ...rest] = firstPolls("1.24");
    assert.ok(first > (rest[150] ?? NaN));
    const [, firstNow = NaN, ...restNow] = firstPolls("1.53");
    assert.ok(firstNow < (restNow[150] ?? NaN));
  });
});

describe("multi-thread: the driver", () => {
  const tickers = task("ticker", [{ interval: { everyMs: 5, count: 120 }, steps: [] }], {
    count: 20,
  });
  const lateness = (runtime: MultiThreadOptions, seed: number): Float64Array =>
    outcomeOf(
      simulate(runtime, [tickers, task("blocker", [{ sleep: 202.5 }, { block: 200 }])], { seed }),
      "ticker",
    ).latenessNs;

  it("holds all timers while a task that a timer woke alone blocks, with three workers idle", () => {
    for (const tokio of ["1.24", "1.53"] as const) {
      for (const seed of seeds) {
        const samples = lateness(multiThread(4, { tokio }), seed);
        within(quantileMs(samples, 0.99), 192.5, 195.5);
        within(quantileMs(samples, 1), 197.5, 200.5);
      }
    }
  });

  it("is handed over first by 1.53's eager hand-off", () => {
    for (const seed of seeds) {
      const runtime = multiThread(4, { tokio: "1.53", eagerDriverHandoff: true });
      within(quantileMs(lateness(runtime, seed), 1), 0, 2.3);
    }
  });

  it("is taken over by another worker where a second task woke at the same time", () => {
    const outcome = simulate(multiThread(4), [
      tickers,
      task("blocker", [{ sleep: 202.5 }, { block: 200 }]),
      task("companion", [{ sleep: 202.5 }]),
    ]);
    within(quantileMs(outcomeOf(outcome, "ticker").latenessNs, 0.99), 0, 2.3);
  });

  it("makes idle timers 0.1 to 2.1 ms late, 1.1 ms at the median", () => {
    const idle = task(
      "ticker",
      [{ interval: { everyMs: 5, count: 80, phaseStepMs: 0.1 }, steps: [] }],
      {
        count: 50,
      },
    );
    for (const workers of [1, 2, 4]) {
      const { latenessNs } = outcomeOf(simulate(multiThread(workers), [idle]), "ticker");
      within(quantileMs(latenessNs, 0.5), 0.75, 1.45);
      within(quantileMs(latenessNs, 0.99), 1.65, 2.3);
      within(quantileMs(latenessNs, 0), 0.02, 0.5);
    }
  });

  it("looks at I/O no more often than at timers", () => {
    const outcome = simulate(multiThread(4), [
      task("reader", [{ repeat: 40, steps: [{ io: 5 }] }], { count: 4 }),
      task("blocker", [{ sleep: 52.5 }, { block: 100 }]),
    ]);
    within(quantileMs(outcomeOf(outcome, "reader").latencyNs, 1), 295, 320);
  });
});

describe("multi-thread: fairness", () => {
  const external = task("external", [{ cpu: 0.01 }], {
    count: 10,
    arrival: { everyMs: 97, fromMs: 3 },
  });
  const externalMedian = (tokio: "1.24" | "1.53", steps: Step[], seed: number): number => {
    const outcome = simulate(
      multiThread(1, { tokio }),
      [task("busy", steps), task("child", [{ block: 1 }], { spawnedOnly: true }), external],
      { seed },
    );
    return quantileMs(outcomeOf(outcome, "external").latencyNs, 0.5);
  };

  it("looks at the injection queue every 61 polls; 1.53 after 200 µs, as measured by itself", () => {
    const selfWaking: Step[] = [{ repeat: 1000, steps: [{ block: 1 }, { selfWake: true }] }];
    for (const seed of seeds) {
      within(externalMedian("1.24", selfWaking, seed), 25, 45);
      within(externalMedian("1.53", selfWaking, seed), 0, 2.5);
    }
  });

  it("grows without bound in 1.24 when more arrives than one task every 61 polls", () => {
    const median = (tokio: "1.24" | "1.53"): number => {
      const outcome = simulate(multiThread(1, { tokio }), [
        task("busy", [{ repeat: 1000, steps: [{ block: 1 }, { selfWake: true }] }]),
        task("external", [{ cpu: 0.01 }], { count: 27, arrival: { everyMs: 37, fromMs: 3 } }),
      ]);
      return quantileMs(outcomeOf(outcome, "external").latencyNs, 0.5);
    };
    within(median("1.24"), 230, 330);
    within(median("1.53"), 0, 2.5);
  });

  it("lets two tasks that wake each other keep the worker for a whole budget; in 1.53 for three polls", () => {
    const pingPong: Step[] = [{ repeat: 900, steps: [{ spawn: "child" }, { join: true }] }];
    within(externalMedian("1.24", pingPong, 1), 300, 800);
    within(externalMedian("1.53", pingPong, 1), 0, 5);
  });

  it("puts a task off after 128 ready awaits: in 1.24 before the timers, in 1.53 after them", () => {
    const latest = (tokio: "1.24" | "1.53"): number => {
      const outcome = simulate(multiThread(1, { tokio }), [
        task("drain", [{ ready: 500, cpu: 1.09 }]),
        task("ticker", [{ interval: { everyMs: 5, count: 120 }, steps: [] }], { count: 5 }),
      ]);
      assert.equal(outcome.budgetForcedYieldCount, 3);
      return quantileMs(outcomeOf(outcome, "ticker").latenessNs, 1);
    };
    within(latest("1.24"), 535, 548);
    // Two budgets of 128: the task that yields is woken last, and so runs first.
    within(latest("1.53"), 272, 284);
  });

  it("defers yield_now to the next look at the driver, and a task that wakes itself does not", () => {
    const lateBy = (step: Step): number => {
      const outcome = simulate(multiThread(1), [
        task("busy", [{ repeat: 100, steps: [{ block: 2 }, step] }]),
        task("ticker", [{ interval: { everyMs: 5, count: 30 }, steps: [] }]),
      ]);
      return quantileMs(outcomeOf(outcome, "ticker").latenessNs, 0.5);
    };
    within(lateBy({ yield: true }), 0, 5);
    within(lateBy({ selfWake: true }), 30, 200);
  });

  it("has a task wait for I/O that is done from then on, not from when somebody looks at the driver", () => {
    const { trace } = simulate(
      multiThread(1),
      [task("request", [{ io: 5 }]), task("blocker", [{ block: 30 }])],
      {},
      { trace: true },
    );
    const waits = trace?.waits ?? assert.fail("no trace");
    const last = waits.length - 1;
    assert.equal(trace?.tasks.name[waits.task[last]], 0);
    assert.ok(waits.readyNs[last] < 6e6 && waits.queuedNs[last] > 29e6);
  });

  it("leaves a closure alone whose task a yield wakes late, from a worker that it was stolen from", () => {
    const interval = { everyMs: 3, count: 3, phaseStepMs: 0.4 };
    const steps = [{ yield: true }, { spawnBlocking: [{ cpu: 2.6 }, { cpu: 1.2 }] }] as const;
    const outcome = simulate(
      multiThread(3, { cores: 4, tokio: "1.24", globalQueueInterval: 1, eventInterval: 61 }),
      [
        task("first", [{ interval: { everyMs: 3, count: 1, phaseStepMs: 0.4 }, steps: [] }]),
        task("second", [{ interval, steps }], { count: 4, arrival: { poissonPerSecond: 300 } }),
      ],
      { seed: 0 },
    );
    for (const latencyNs of outcomeOf(outcome, "second").latencyNs) {
      assert.ok(latencyNs >= 3 * 3.8e6, `done after ${latencyNs / 1e6} ms`);
    }
  });
});
