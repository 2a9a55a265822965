import assert from "node:assert/strict";
import { explain } from "../../../simulator/src/explain/explain.js";
import { remedyTrials, tryRemedies } from "../../../simulator/src/explain/remedies.js";
import type { TriedRemedy } from "../../../simulator/src/explain/cause.js";
import { run } from "../../../simulator/src/runtime/run.js";
import type { Scenario } from "../../../simulator/src/scenario/types.js";
import { findPreset } from "../../../simulator/src/scenario/presets.js";

function remediesOf(preset: string): TriedRemedy[] {
  const scenario = findPreset(preset)?.scenario ?? assert.fail(`no preset ${preset}`);
  const outcome = run(scenario, { trace: true });
  const [cause] = explain(outcome.trace ?? assert.fail("no trace"));
  return tryRemedies(scenario, outcome, cause);
}

function remediesIn(runtime: Scenario["runtime"], tasks: Scenario["tasks"]): TriedRemedy[] {
  const scenario: Scenario = { version: 1, runtime, tasks };
  const outcome = run(scenario, { trace: true });
  const [cause] = explain(outcome.trace ?? assert.fail("no trace"));
  return tryRemedies(scenario, outcome, cause);
}

function named(remedies: readonly TriedRemedy[], helps: boolean): string[] {
  return remedies.filter((remedy) => remedy.helps === helps).map((remedy) => remedy.name);
}

describe("tryRemedies", () => {
  it("finds that a held driver is freed by leaving the loop or handing it over, not by more workers", () => {
    const remedies = remediesOf("driver-held");
    assert.ok(named(remedies, true).includes("spawn-blocking"));
    assert.ok(named(remedies, true).includes("eager-driver-handoff"));
    assert.deepEqual(named(remedies, false).sort(), ["more-workers", "newer-tokio"]);
  });

  it("finds that more workers do not free a stranded child", () => {
    assert.ok(named(remediesOf("stranded-child"), false).includes("more-workers"));
  });

  it("finds that a saturated pool wants more threads", () => {
    assert.ok(named(remediesOf("node-threadpool-saturated"), true).includes("more-libuv-threads"));
  });

  it("tries more threads of the pool that was full, and awaiting what its closures only wait for", () => {
    const [upload, runtime] = [
      {
        name: "upload",
        count: 40,
        arrival: { everyMs: 5 },
        steps: [{ spawnBlocking: [{ block: 25 }] }],
      },
      { flavor: "multi-thread", workerThreads: 2, maxBlockingThreads: 2, cores: 4 },
    ] as const;
    const helpful = named(remediesIn(runtime, [upload]), true);
    assert.deepEqual(helpful.sort(), ["async-form", "awaited-timer", "more-blocking-threads"]);
    const onNode = remediesIn({ flavor: "node", workerThreads: 2, cores: 4 }, [upload]);
    const more = onNode.find(({ name }) => name === "more-worker-threads");
    assert.deepEqual([more?.text, more?.helps], ["4 worker threads", true]);
    const rendering = remediesIn(
      { flavor: "multi-thread", workerThreads: 2, parallelThreads: 2, cores: 8 },
      [{ name: "render", count: 6, steps: [{ parallel: { items: 20, cpu: 4 } }] }],
    );
    const wider = rendering.find(({ name }) => name === "more-parallel-threads");
    assert.deepEqual([wider?.text, wider?.helps], ["4 threads for data-parallel work", true]);
  });

  it("ranks by what is left of the wait, and shows what does not help last", () => {
    const remedies = remediesOf("node-blocked-loop");
    const after = remedies.map((remedy) => remedy.afterMs);
    assert.deepEqual(
      after,
      [...after].sort((a, b) => a - b),
    );
    assert.equal(remedies.at(-1)?.name, "more-libuv-threads");
    assert.equal(remedies.at(-1)?.helps, false);
  });

  it("can be gone through run by run, without the outcome at hand", () => {
    const scenario = findPreset("driver-held")?.scenario ?? assert.fail("no preset");
    const { trace } = run(scenario, { trace: true });
    const [cause] = explain(trace ?? assert.fail("no trace"));
    const trials = [...remedyTrials(scenario, cause)].filter((tried) => tried !== undefined);
    assert.deepEqual(
      trials.sort((a, b) => a.afterMs - b.afterMs),
      remediesOf("driver-held"),
    );
  });

  it("finds that timers beside a task that wakes itself want yield_now or a shorter event interval", () => {
    const runtime = { flavor: "current-thread", cores: 2 } as const;
    const remedies = remediesIn(runtime, [
      { name: "spinner", steps: [{ repeat: 400, steps: [{ cpu: 0.5 }, { selfWake: true }] }] },
      { name: "ticker", count: 3, steps: [{ interval: { everyMs: 5, count: 40 }, steps: [] }] },
    ]);
    const [yields, interval] = ["yield-now", "event-interval"].map((name) =>
      remedies.find((remedy) => remedy.name === name),
    );
    assert.deepEqual([yields?.helps, interval?.helps], [true, true]);
    assert.equal(interval?.text, "event_interval(8)");
    assert.ok(named(remedies, false).includes("global-queue-interval"));
  });

  it("does not propose an awaited timer for what computes", () => {
    assert.ok(!remediesOf("self-waking").some((remedy) => remedy.name === "awaited-timer"));
  });
});
