import assert from "node:assert/strict";
import { binsOf, countsBetween, mergeBins } from "../../../../extension/panel/model/bins.js";

describe("the bins of latencies", () => {
  const [short, long] = [binsOf(Float64Array.of(1, 1.1, 2)), binsOf(Float64Array.of(100))];

  it("are tenths of decades", () => {
    assert.deepEqual(short, { first: 0, counts: [2, 0, 0, 1] });
    assert.deepEqual(long, { first: 20, counts: [1] });
  });

  it("add up over the seeds, wherever each begins", () => {
    const merged = mergeBins([long, short, short]);
    assert.equal(merged.first, 0);
    assert.deepEqual([merged.counts[0], merged.counts[3], merged.counts[20]], [4, 2, 1]);
  });

  it("can be had for any stretch of the axis", () => {
    assert.deepEqual(countsBetween(short, -1, 5), [0, 2, 0, 0, 1, 0]);
  });

  it("are none without samples", () => {
    assert.deepEqual(mergeBins([binsOf(new Float64Array())]), { first: 0, counts: [] });
  });
});
