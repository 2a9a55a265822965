import assert from "node:assert/strict";
import {
  durationAt,
  positionOf,
  sliderSteps,
} from "../../../../extension/panel/layout/slider-scale.js";

describe("the slider for durations", () => {
  it("runs from zero over ten microseconds to a minute", () => {
    assert.equal(durationAt(0), 0);
    assert.equal(durationAt(1), 0.01);
    assert.equal(durationAt(sliderSteps), 60_000);
  });

  it("never goes back when it is moved forward, and gives two digits at most", () => {
    for (let position = 1; position <= sliderSteps; position++) {
      assert.ok(durationAt(position) >= durationAt(position - 1));
      assert.equal(durationAt(position), Number(durationAt(position).toPrecision(2)));
    }
  });

  it("stands where a duration that it gave belongs", () => {
    for (const ms of [0, 0.01, 0.5, 12, 300, 60_000]) {
      assert.equal(durationAt(positionOf(ms)), ms);
    }
  });
});
