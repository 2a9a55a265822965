import assert from "node:assert/strict";
import { binsOf } from "../../../../extension/panel/model/bins.js";
import { axisShare, decades, logAxis } from "../../../../extension/panel/layout/log-axis.js";

describe("the logarithmic axis", () => {
  const axis = logAxis([binsOf(Float64Array.of(2, 2.1)), binsOf(Float64Array.of(300))]);

  it("spans the whole decades that hold all samples of all lists", () => {
    assert.deepEqual(axis, [0, 30]);
    assert.deepEqual(decades(axis), [1, 10, 100, 1000]);
  });

  it("gives equal ratios equal ways", () => {
    assert.equal(axisShare(axis, 10), 1 / 3);
    assert.equal(axisShare(axis, 100), 2 / 3);
  });

  it("puts what lies beyond it on its ends", () => {
    assert.equal(axisShare(axis, 0), 0);
    assert.equal(axisShare(axis, 1e9), 1);
  });

  it("exists without samples", () => {
    assert.deepEqual(decades(logAxis([{ first: 0, counts: [] }])), [1, 10]);
  });
});
