import assert from "node:assert/strict";
import fc from "fast-check";
import { distribution, logRange } from "../../../simulator/src/report/distribution.js";

describe("distribution", () => {
  it("counts every sample once, between edges that rise", () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(samples, (values) => {
        const { counts, edges } = distribution(Float64Array.from(values));
        assert.equal(
          counts.reduce((sum, count) => sum + count, 0),
          values.length,
        );
        assert.equal(edges.length, counts.length + 1);
      }),
    );
  });

  it("puts samples a decade apart ten bins apart", () => {
    const { counts } = distribution(Float64Array.of(1.1, 11));
    assert.deepEqual([counts.length, counts[0], counts[10]], [11, 1, 1]);
  });

  it("has a range also without samples", () => {
    assert.deepEqual(logRange([new Float64Array()]), [0, 1]);
  });
});
