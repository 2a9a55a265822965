import assert from "node:assert/strict";
import { ConnectionColdness } from "../../../../simulator/src/runtime/node/connection-costs.js";
import { outcomeOf, quantileMs, simulate, task } from "../scenarios.js";

const costsAfter = (...pausesMs: readonly number[]): number[] => {
  const coldness = new ConnectionColdness();
  let nowNs = 0;
  coldness.begin(nowNs);
  return pausesMs.map((pauseMs) => {
    nowNs += pauseMs * 1e6;
    coldness.begin(nowNs);
    return coldness.costNs(100_000);
  });
};

describe("what a connection costs a process of a cluster", () => {
  it("is the less, the sooner it follows another", () => {
    assert.deepEqual(costsAfter(0, 1, 4.5, 12, 50), [30_000, 40_000, 80_500, 110_000, 130_000]);
  });

  it("does not grow with pauses of more than 50 ms, and is as much for a process's first", () => {
    assert.deepEqual(costsAfter(500), [130_000]);
    assert.equal(new ConnectionColdness().costNs(100_000), 130_000);
  });

  it("keeps a burst of twelve from taking twelve times as long as one", () => {
    const lastStartMs = (count: number) => {
      const outcome = simulate({ flavor: "node", processes: 2, cores: 2 }, [
        task("request", [], { count, arrival: { atMs: 10 } }),
      ]);
      return quantileMs(outcomeOf(outcome, "request").startDelayNs, 1);
    };
    const [one, twelve] = [lastStartMs(1), lastStartMs(12)];
    assert.ok(twelve < 4.5 * one, `${one} ms, and ${twelve} ms`);
  });
});
