import assert from "node:assert/strict";
import { impactBars } from "../../../../extension/panel/model/impact.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";
import { makeOutcome, makeVariant } from "./outcome-builder.js";

const bars = (asWritten: number | null, fixed: number | null) =>
  impactBars(
    makeOutcome({ asWritten: makeVariant(asWritten), fixed: makeVariant(fixed) }),
    inEnglish,
    "en",
  ).map(({ share, figure, endless }) => ({ share, figure, endless }));

describe("the bars under the headline", () => {
  it("are to scale", () => {
    assert.deepEqual(bars(200, 10), [
      { share: 1, figure: "200 ms", endless: false },
      { share: 0.05, figure: "10 ms", endless: false },
    ]);
  });

  it("stay short when nobody waits", () => {
    assert.deepEqual(
      bars(4, 2).map(({ share }) => share),
      [0.2, 0.1],
    );
  });

  it("have no end where the load grows", () => {
    const [written] = bars(null, 2);
    assert.deepEqual(written, { share: 1, figure: "longer and longer", endless: true });
  });
});
