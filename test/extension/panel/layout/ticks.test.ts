import assert from "node:assert/strict";
import { roundStep, timeTicks } from "../../../../extension/panel/layout/ticks.js";

const labels = (startMs: number, endMs: number, width: number) =>
  timeTicks({ startNs: startMs * 1e6, endNs: endMs * 1e6 }, width).map(({ label }) => label);

describe("the ticks of the time axis", () => {
  it("stand at round numbers of the unit that fits", () => {
    assert.deepEqual(labels(0, 30, 400), ["0 ms", "10 ms", "20 ms", "30 ms"]);
    assert.deepEqual(labels(0, 30_000, 400), ["0 s", "10 s", "20 s", "30 s"]);
    assert.deepEqual(labels(1200, 1200.5, 300), ["1,200.0 ms", "1,200.2 ms", "1,200.4 ms"]);
  });

  it("stand where their times are", () => {
    const ticks = timeTicks({ startNs: 5e6, endNs: 25e6 }, 200);
    assert.deepEqual(
      ticks.map(({ x }) => x),
      [50, 150],
    );
  });

  it("come in steps of 1, 2 and 5", () => {
    assert.deepEqual([0.11, 0.3, 1, 1.5, 4, 7].map(roundStep), [0.2, 0.5, 1, 2, 5, 10]);
  });

  it("are none where there is no room yet", () => {
    assert.deepEqual(labels(0, 30, 0), []);
  });
});
