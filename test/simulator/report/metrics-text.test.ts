import assert from "node:assert/strict";
import { histogramLines } from "../../../simulator/src/report/metrics-text.js";

describe("histogramLines", () => {
  it("draws the buckets between the first and the last that have samples", () => {
    const histogram = { boundsMs: [1, 2, 4], counts: [0, 4, 0, 1] };
    assert.deepEqual(histogramLines(histogram, 20), [
      "≤ 2 ms  4  ▇▇▇▇▇▇▇▇▇",
      "≤ 4 ms  0",
      "longer  1  ▇▇",
    ]);
  });

  it("draws nothing without samples", () => {
    assert.deepEqual(histogramLines({ boundsMs: [], counts: [0] }, 80), []);
  });
});
