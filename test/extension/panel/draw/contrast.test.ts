import assert from "node:assert/strict";
import { readableOn } from "../../../../extension/panel/draw/contrast.js";

describe("letters on a colour", () => {
  it("are black on light colours and white on dark ones", () => {
    assert.equal(readableOn("#ffffff"), "#000000");
    assert.equal(readableOn("#cca700"), "#000000");
    assert.equal(readableOn("#652d90"), "#ffffff");
    assert.equal(readableOn("rgba(20, 20, 20, 0.5)"), "#ffffff");
    assert.equal(readableOn("color(srgb 0.85 0.53 0.1)"), "#000000");
    assert.equal(readableOn("color(srgb 0.3 0.1 0.1)"), "#ffffff");
  });
});
