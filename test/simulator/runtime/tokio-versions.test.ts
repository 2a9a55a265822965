/** What Tokio 1.53 does otherwise than 1.24, poll by poll. `multi-thread.test.ts` has what comes of it. */
import assert from "node:assert/strict";
import type { Step, TaskOptions } from "../../../simulator/src/scenario/types.js";
import { multiThread, outcomeOf, quantileMs, simulate, task } from "./scenarios.js";

type Version = "1.24" | "1.53";

/** Names of the tasks, in the order of their first polls on one worker. */
function pollOrder(tokio: Version, tasks: readonly TaskOptions[]): string[] {
  const { trace } = simulate(multiThread(1, { tokio }), tasks, {}, { trace: true });
  const { firstPollNs, length, name } = trace?.tasks ?? assert.fail("no trace");
  return Array.from({ length }, (_, index) => index)
    .sort((one, other) => (firstPollNs[one] ?? NaN) - (firstPollNs[other] ?? NaN))
    .map((index) => tasks[name[index] ?? -1]?.name ?? "");
}

const spawned = { spawnedOnly: true } as const;

describe("Tokio 1.53 beside 1.24", () => {
  /** Each of a chain spawns the next, which the LIFO slot takes; one other task waits in the queue. */
  const chain = [
    task("first", [{ spawn: "other" }, { spawn: "second" }]),
    task("second", [{ spawn: "third" }], spawned),
    task("third", [{ spawn: "fourth" }], spawned),
    task("fourth", [{ spawn: "fifth" }], spawned),
    task("fifth", [{ spawn: "sixth" }], spawned),
    task("sixth", [], spawned),
    task("other", [], spawned),
  ];

  it("polls three tasks from the LIFO slot in a turn; what the third wakes goes behind the others", () => {
    assert.deepEqual(pollOrder("1.53", chain), [
      "first",
      "second",
      "third",
      "fourth",
      "other",
      "fifth",
      "sixth",
    ]);
  });

  it("had no such limit, but for the budget, in 1.24", () => {
    assert.deepEqual(pollOrder("1.24", chain), [
      "first",
      "second",
      "third",
      "fourth",
      "fifth",
      "sixth",
      "other",
    ]);
  });

  /** The sizes that a queue of one worker goes through once it runs the 300 tasks that have arrived meanwhile. */
  function queueSizes(tokio: Version, kind: "injection" | "local"): number[] {
    const tasks = [
      task("busy", [{ block: 5 }]),
      task("arrival", [{ cpu: 0.01 }], { count: 300, arrival: { atMs: 1 } }),
    ];
    const { trace } = simulate(multiThread(1, { tokio }), tasks, {}, { trace: true });
    const { queueSamples, queues } = trace ?? assert.fail("no trace");
    const queue = queues.findIndex((each) => each.kind === kind);
    return Array.from(queueSamples.size).filter(
      (_, index) => queueSamples.queue[index] === queue && (queueSamples.atNs[index] ?? 0) > 5e6,
    );
  }

  it("takes its share of the injection queue at once, up to half of what a local queue holds", () => {
    assert.equal(
      Math.max(...queueSizes("1.53", "local")),
      127,
      "128, of which the first runs at once",
    );
    assert.deepEqual(queueSizes("1.53", "injection").slice(126, 129), [173, 172, 171]);
  });

  it("leaves them there in 1.24, and takes one after the other", () => {
    assert.deepEqual(queueSizes("1.24", "local"), []);
    assert.deepEqual(queueSizes("1.24", "injection").slice(0, 3), [299, 298, 297]);
  });

  it("lets others steal what lies in the LIFO slot when block_in_place begins", () => {
    const childDelay = (tokio: Version): number => {
      const inPlace: Step[] = [{ spawn: "child" }, { blockInPlace: [{ block: 50 }] }];
      // No thread of the pool is left to take the core, so that the slot stays as it is for as long as that blocks.
      const outcome = simulate(multiThread(2, { tokio, maxBlockingThreads: 1 }), [
        task("hog", [{ spawnBlocking: [{ block: 200 }] }]),
        task("parent", [{ sleep: 10 }, ...inPlace]),
        task("child", [], spawned),
        // They have the other worker look for work.
        task("arrival", [{ cpu: 0.1 }], { count: 30, arrival: { everyMs: 3 } }),
      ]);
      return quantileMs(outcomeOf(outcome, "child").startDelayNs, 1);
    };
    assert.ok(childDelay("1.24") >= 49, `${childDelay("1.24")}`);
    assert.ok(childDelay("1.53") <= 10, `${childDelay("1.53")}`);
  });
});
