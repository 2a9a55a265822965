import assert from "node:assert/strict";
import { parseSweep } from "../../../simulator/src/cli/sweep-values.js";

describe("parseSweep", () => {
  it("takes ranges with both ends, steps, and lists of anything", () => {
    assert.deepEqual(parseSweep("workers=1..4").values, [1, 2, 3, 4]);
    assert.deepEqual(parseSweep("a=0..0.3..0.1").values.length, 4);
    assert.deepEqual(parseSweep("runtime.lifoSlot=true,false").values, [true, false]);
  });

  it("refuses what is no range", () => {
    assert.throws(() => parseSweep("workers"), /expected name=1\.\.16/);
    assert.throws(() => parseSweep("workers=4..1"), /the range is empty/);
    assert.throws(() => parseSweep("workers=1..x"), /expected from\.\.to/);
    assert.throws(() => parseSweep("workers=1..1e9"), /at most 1000/);
  });
});
