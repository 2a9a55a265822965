import assert from "node:assert/strict";
import { growingTasks } from "../../../simulator/src/report/growing.js";
import { exampleOutcome, exampleTask } from "./example-outcome.js";

/** One server: each task takes `serviceMs`, arrives every `everyMs`, and the run ends at `endMs`. */
function oneServer(everyMs: number, serviceMs: number, endMs: number) {
  let free = 0;
  return Array.from({ length: Math.floor(endMs / everyMs) }, (_, index) => {
    const arrival = index * everyMs;
    const start = Math.max(arrival, free);
    free = start + serviceMs;
    return { arrival, completed: free <= endMs ? free : undefined, started: start < endMs };
  });
}

describe("growingTasks", () => {
  it("names a task that arrives faster than it is served", () => {
    const tasks = [exampleTask("upload", oneServer(10, 13, 10_000))];
    assert.deepEqual(growingTasks(exampleOutcome(tasks, 10_000)), ["upload"]);
  });

  it("names it also when all have begun and queue further in", () => {
    const times = oneServer(10, 13, 10_000).map((each) => ({ ...each, started: true }));
    assert.deepEqual(growingTasks(exampleOutcome([exampleTask("a", times)], 10_000)), ["a"]);
  });

  it("is silent about a load that is served, however long each task takes", () => {
    const served = exampleTask("served", oneServer(10, 9, 10_000));
    const slow = exampleTask(
      "slow",
      Array.from({ length: 100 }, (_, index) => {
        const completed = index * 100 + 4000;
        return { arrival: index * 100, completed: completed > 10_000 ? undefined : completed };
      }),
    );
    assert.deepEqual(growingTasks(exampleOutcome([served, slow], 10_000)), []);
  });

  it("is silent about tasks that all arrive at once", () => {
    const times = Array.from({ length: 100 }, (_, index) => ({
      arrival: 0,
      completed: index < 50 ? (index + 1) * 100 : undefined,
    }));
    assert.deepEqual(growingTasks(exampleOutcome([exampleTask("a", times)], 5000)), []);
  });
});
