import assert from "node:assert/strict";
import { distributionSvg } from "../../../../simulator/src/report/svg/distribution.js";

function marks(samples: readonly number[]): (string | undefined)[] {
  const svg = distributionSvg("ticker", [{ label: "", samples: Float64Array.from(samples) }]);
  return [...svg.matchAll(/<text class="mark"[^>]*>([^<]*)</g)].map((match) => match[1]);
}

describe("distributionSvg", () => {
  it("marks the powers of ten on its scale", () => {
    assert.deepEqual(marks([2, 300]), ["10 ms", "100 ms"]);
  });

  it("marks both ends of a scale that has no power of ten", () => {
    assert.deepEqual(marks([502, 502]), ["501 ms", "631 ms"]);
  });

  it("is empty where a shape would rest on a single sample", () => {
    assert.equal(distributionSvg("ticker", [{ label: "", samples: Float64Array.of(5) }]), "");
  });
});
