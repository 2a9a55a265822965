import assert from "node:assert/strict";
import { aloneMs, bystanders, findBystander } from "../../../simulator/src/scenario/bystanders.js";
import { defaultLoad, loadAloneMs } from "../../../simulator/src/scenario/default-load.js";
import { parseScenario } from "../../../simulator/src/scenario/validate.js";
import { simulate } from "../../../simulator/src/simulate.js";

const alone = (steps: Parameters<typeof aloneMs>[0]) => aloneMs(steps);

describe("the bystanders", () => {
  it("take alone what their steps add up to, loops and distributions included", () => {
    assert.equal(alone([{ cpu: 0.2 }, { io: 1.6 }, { cpu: 0.2 }]), 2);
    assert.equal(alone([{ repeat: 3, steps: [{ io: 5 }, { cpu: 0.5 }] }]), 16.5);
    assert.equal(alone([{ sleep: { dist: "uniform", min: 4, max: 8 } }, { yield: true }]), 6);
    assert.equal(alone([{ spawnBlocking: [{ block: 7 }] }, { threadpool: 1 }]), 8);
  });

  it("are found by name", () => {
    assert.equal(findBystander("timer")?.perSecond, 200);
    assert.equal(findBystander("nobody"), undefined);
  });

  for (const { name, steps, perSecond, arrival } of bystanders) {
    it(`take beside an idle function what they take alone: ${name}`, () => {
      const load = {
        bystander: steps,
        bystandersPerSecond: perSecond,
        bystanderArrival: arrival,
        callsAtOnce: 1,
        durationMs: 5000,
      };
      const scenario = defaultLoad("idle", [{ cpu: 0.001 }], load);
      assert.ok(parseScenario(scenario).ok);
      const { latencyMs } = simulate(scenario).result.tasks["bystander"];
      // A timer fires up to a millisecond late; others at most queue behind each other.
      const expected = loadAloneMs(load);
      assert.ok(
        latencyMs !== null && Math.abs(latencyMs.p50 - expected) < 1.2,
        String(latencyMs?.p50),
      );
    });
  }
});
