import assert from "node:assert/strict";
import { headline } from "../../../../extension/panel/model/headline.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";
import { makeOutcome, makeVariant } from "./outcome-builder.js";

const said = (asWritten: number | null, fixed: number | null) =>
  headline(
    makeOutcome({ asWritten: makeVariant(asWritten), fixed: makeVariant(fixed) }),
    inEnglish,
    "en",
  );

describe("the headline", () => {
  it("says what the function does to others, how many times as long they take, and what the fix makes of it", () => {
    assert.deepEqual(said(230, 2.19), {
      verdict: "harm",
      ratio: "105×",
      text: "While handler() runs, a request that takes 2 ms alone takes 230 ms (p99).",
      fix: "With the fix: 2.19 ms.",
    });
  });

  it("says so when nobody waits", () => {
    assert.deepEqual(said(2.2, 2.1), {
      verdict: "harmless",
      ratio: "",
      text: "While handler() runs, a request that takes 2 ms alone takes 2.2 ms (p99): nobody waits for it.",
      fix: "",
    });
  });

  it("gives no figure to a load that cannot be served", () => {
    const { verdict, text, fix } = said(null, 3);
    assert.equal(verdict, "overload");
    assert.match(text, /handler\(\) takes more time than there is/u);
    assert.equal(fix, "With the fix: 3 ms.");
  });

  it("admits a fix that is not enough, and compares with the request alone", () => {
    const { ratio, fix } = said(200, null);
    assert.equal(ratio, "100×");
    assert.equal(fix, "With the fix the load still cannot be served.");
  });
});
