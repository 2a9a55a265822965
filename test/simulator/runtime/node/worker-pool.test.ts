import assert from "node:assert/strict";
import { simulate } from "unblock-simulator";
import type { Scenario } from "unblock-simulator";
import { jobCosts } from "../../../../simulator/src/runtime/node/job-costs.js";

function latencies(
  runtime: Partial<Scenario["runtime"]>,
  tasks: Scenario["tasks"],
): Record<string, number | undefined> {
  const { result } = simulate({
    version: 1,
    runtime: { flavor: "node", cores: 4, ...runtime } as Scenario["runtime"],
    tasks,
  });
  return Object.fromEntries(
    Object.entries(result.tasks).map(([name, { latencyMs }]) => [name, latencyMs?.max]),
  );
}

function assertNear(actual: number | undefined, expected: number): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= 1.5,
    `expected about ${expected}, got ${String(actual)}`,
  );
}

describe("a pool of worker threads", () => {
  it("gets its next job from the event loop, and so not while that is blocked", () => {
    const { job } = latencies({ workerThreads: 1 }, [
      { name: "job", count: 2, steps: [{ spawnBlocking: [{ block: 10 }] }] },
      { name: "blocker", arrival: { atMs: 5 }, steps: [{ block: 50 }] },
    ]);
    // The first is done at 10 ms; the loop hears of it at 55 ms, and deals out the second.
    assertNear(job, 65);
  });

  it("has libuv's threads beside it, which take the next operation themselves", () => {
    const { operation } = latencies({ threadpoolSize: 1 }, [
      { name: "operation", count: 2, steps: [{ threadpool: 10 }] },
      { name: "blocker", arrival: { atMs: 5 }, steps: [{ block: 50 }] },
    ]);
    assertNear(operation, 55);
  });

  it("shares the items of a data-parallel job among its threads", () => {
    const { crunch } = latencies({ parallelThreads: 4 }, [
      { name: "crunch", steps: [{ parallel: { items: 10, cpu: 5 } }] },
    ]);
    assertNear(crunch, 15);
  });

  it("has cold threads started by the jobs that first need them", () => {
    const job = { name: "job", steps: [{ spawnBlocking: [{ block: 10 }] }] };
    const startMs = jobCosts.startNs / 1e6;
    assertNear(latencies({ coldWorkers: true }, [job])["job"], startMs + 10);
    const again = latencies({ coldWorkers: true }, [
      job,
      { ...job, name: "later", arrival: { atMs: 100 } },
    ]);
    assertNear(again["later"], 10);
  });

  it("ends threads that have been idle too long, so that the next job starts one anew", () => {
    const job = { name: "job", steps: [{ spawnBlocking: [{ block: 10 }] }] };
    const startMs = jobCosts.startNs / 1e6;
    const { soon, late } = latencies({ coldWorkers: true, threadKeepAliveMs: 200 }, [
      job,
      { ...job, name: "soon", arrival: { atMs: 150 } },
      { ...job, name: "late", arrival: { atMs: 400 } },
    ]);
    assertNear(soon, 10);
    assertNear(late, startMs + 10);
    const { after } = latencies({ coldWorkers: true }, [
      job,
      { ...job, name: "after", arrival: { atMs: 10_100 } },
    ]);
    assertNear(after, startMs + 10);
  });

  it("lets a job wait for a thread that is free sooner than a cold one has started", () => {
    const { second } = latencies({ coldWorkers: true, workerThreads: 2 }, [
      { name: "first", steps: [{ spawnBlocking: [{ block: 10 }] }] },
      { name: "second", arrival: { atMs: 25 }, steps: [{ spawnBlocking: [{ block: 1 }] }] },
    ]);
    assertNear(second, jobCosts.startNs / 1e6 + 10 + 1 - 25);
  });
});
