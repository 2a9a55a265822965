import assert from "node:assert/strict";
import fc from "fast-check";
import { percentile } from "../../../simulator/src/engine/percentile.js";
import { summarise } from "../../../simulator/src/report/percentiles.js";

describe("summarise", () => {
  it("gives exact nearest-rank percentiles of unsorted samples, in the unit asked for", () => {
    const samples = Float64Array.from({ length: 100 }, (_, index) => (100 - index) * 1e6);
    assert.deepEqual(summarise(samples, 1e6), { mean: 50.5, p50: 50, p90: 90, p99: 99, max: 100 });
  });

  it("has no figures without samples, and the sample itself with one", () => {
    assert.equal(summarise(new Float64Array(), 1), null);
    assert.deepEqual(summarise(Float64Array.of(7), 1), { mean: 7, p50: 7, p90: 7, p99: 7, max: 7 });
  });

  it("gives a sample that at least the share asked for does not exceed, and no smaller one", () => {
    const samples = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.double({ min: 0.001, max: 1, noNaN: true }), (values, quantile) => {
        const sorted = Float64Array.from(values).sort();
        const value = percentile(sorted, quantile);
        const atMost = sorted.filter((each) => each <= value).length;
        const below = sorted.filter((each) => each < value).length;
        assert.ok(atMost >= quantile * sorted.length);
        assert.ok(below < quantile * sorted.length);
      }),
    );
  });
});
