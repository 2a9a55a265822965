import assert from "node:assert/strict";
import {
  blockingMs,
  toSteps,
  type ModelledBlockingStep,
  type ModelledRemedy,
  type ModelledStep,
} from "../../../simulator/src/scenario/modelled-function.js";

const at = { file: "app.ts", line: 3 };
const duration = { lowMs: 1, highMs: 90, source: "typical", basis: "a guess" } as const;

function blocking(
  kind: ModelledBlockingStep["kind"],
  ms: number,
  remedy: ModelledRemedy,
): ModelledBlockingStep {
  return { id: "0", label: "call", kind, ms, ...duration, remedy, at };
}

function awaited(kind: "timer" | "io" | "threadpool" | "worker", ms: number): ModelledStep {
  return { id: "0", label: "call", kind, ms, ...duration, at };
}

describe("the steps of a modelled function", () => {
  it("hold the thread as written: waiting blocks it, computing takes a core", () => {
    const steps = [blocking("block", 20, "threadpool"), blocking("compute", 30, "spawn-blocking")];
    assert.deepEqual(toSteps(steps, "as-written"), [
      { block: 20, at },
      { cpu: 30, at },
    ]);
  });

  it("become what their remedy says when fixed", () => {
    const fixed = (kind: "block" | "compute", remedy: ModelledRemedy) =>
      toSteps([blocking(kind, 32, remedy)], "fixed")[0];
    assert.deepEqual(fixed("block", "timer"), { sleep: 32, at });
    assert.deepEqual(fixed("block", "async"), { io: 32, at });
    assert.deepEqual(fixed("block", "threadpool"), { threadpool: 32, at });
    assert.deepEqual(fixed("compute", "spawn-blocking"), {
      spawnBlocking: [{ cpu: 32, at }],
      at,
    });
    assert.deepEqual(fixed("block", "block-in-place"), { blockInPlace: [{ block: 32, at }], at });
    assert.deepEqual(fixed("compute", "parallel"), { parallel: { items: 16, cpu: 2 }, at });
  });

  it("use the blocking pool outside Node.js, where there is no libuv", () => {
    assert.deepEqual(toSteps([awaited("threadpool", 5)], "as-written", "multi-thread"), [
      { spawnBlocking: [{ block: 5, at }], at },
    ]);
    assert.deepEqual(toSteps([awaited("threadpool", 5)], "as-written"), [{ threadpool: 5, at }]);
  });

  it("stay as they are when they are awaited already", () => {
    const steps = [awaited("timer", 5), awaited("io", 6), awaited("worker", 7)];
    assert.deepEqual(toSteps(steps, "fixed"), toSteps(steps, "as-written"));
  });

  it("repeat inside a loop, which counts as often as it runs", () => {
    const loop: ModelledStep = {
      id: "0",
      label: "for",
      kind: "loop",
      count: 3,
      countSource: "computed",
      at,
      steps: [blocking("block", 20, "threadpool"), awaited("io", 6)],
    };
    assert.deepEqual(toSteps([loop], "as-written"), [
      {
        repeat: 3,
        steps: [
          { block: 20, at },
          { io: 6, at },
        ],
        at,
      },
    ]);
    assert.equal(blockingMs([loop, blocking("compute", 1, "spawn-blocking")]), 61);
  });
});
