import assert from "node:assert/strict";
import { explain } from "../../../simulator/src/explain/explain.js";
import { remedyTrials, tryRemedies } from "../../../simulator/src/explain/remedies.js";
import type { TriedRemedy } from "../../../simulator/src/explain/cause.js";
import { run } from "../../../simulator/src/runtime/run.js";
import { findPreset } from "../../../simulator/src/scenario/presets.js";

function remediesOf(preset: string): TriedRemedy[] {
  const scenario = findPreset(preset)?.scenario ?? assert.fail(`no preset ${preset}`);
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

  it("does not propose an awaited timer for what computes", () => {
    assert.ok(!remediesOf("self-waking").some((remedy) => remedy.name === "awaited-timer"));
  });
});
