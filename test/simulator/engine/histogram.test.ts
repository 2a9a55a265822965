import assert from "node:assert/strict";
import fc from "fast-check";
import { DurationHistogram } from "../../../simulator/src/engine/histogram.js";

describe("DurationHistogram", () => {
  it("counts a duration in the first bucket whose end is not before it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (duration) => {
        const histogram = new DurationHistogram();
        histogram.add(duration);
        const bucket = histogram.counts.indexOf(1);
        assert.ok(duration <= DurationHistogram.boundNs(bucket));
        if (bucket > 0) assert.ok(duration > DurationHistogram.boundNs(bucket - 1));
      }),
    );
  });
});
