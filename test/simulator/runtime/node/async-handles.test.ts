import assert from "node:assert/strict";
import { simulate } from "unblock-simulator";
import type { Scenario } from "unblock-simulator";

function latencyOf(task: string, runtime: object, tasks: Scenario["tasks"]): number {
  const { result } = simulate({
    version: 1,
    runtime: { flavor: "node", cores: 4, ...runtime },
    tasks,
  } as Scenario);
  const { latencyMs } = result.tasks[task] ?? {};
  assert.ok(latencyMs);
  return latencyMs.max;
}

describe("the handles by which threads signal an event loop", () => {
  it("hand over the messages of a port that come meanwhile before any other event", () => {
    const reader = latencyOf("reader", { workerThreads: 1 }, [
      { name: "job", count: 3, steps: [{ spawnBlocking: [{ block: 1 }] }, { block: 10 }] },
      { name: "reader", steps: [{ io: 5 }] },
    ]);
    // Not after the first of the three blocks, nor after the second.
    assert.ok(reader > 30 && reader < 35, `${reader}`);
  });

  it("come before what became ready since the poll that returned them last", () => {
    const reader = latencyOf("reader", { threadpoolSize: 2 }, [
      { name: "first", steps: [{ threadpool: 10 }, { block: 10 }] },
      { name: "second", steps: [{ threadpool: 15 }, { block: 5 }] },
      { name: "reader", steps: [{ io: 14 }] },
    ]);
    // The second operation is done after the read, and its callback runs before.
    assert.ok(reader > 25 && reader < 27, `${reader}`);
  });

  it("come in their turn when the last poll did not return them", () => {
    const reader = latencyOf("reader", { threadpoolSize: 2 }, [
      { name: "first", steps: [{ io: 10 }, { block: 10 }] },
      { name: "second", steps: [{ threadpool: 15 }, { block: 5 }] },
      { name: "reader", steps: [{ io: 14 }] },
    ]);
    assert.ok(reader > 20 && reader < 22, `${reader}`);
  });
});
