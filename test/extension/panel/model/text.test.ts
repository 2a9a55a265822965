import assert from "node:assert/strict";
import { inEnglish, translator } from "../../../../extension/panel/model/text.js";

describe("the panel's words", () => {
  it("are English with their values filled in", () => {
    assert.equal(inEnglish("{0} of {1}", 3, 9), "3 of 9");
  });

  it("are translated where a translation is there, in its own order of values", () => {
    const t = translator({ "{0} of {1}": "von {1} sind {0} fertig" });
    assert.equal(t("{0} of {1}", 3, 9), "von 9 sind 3 fertig");
    assert.equal(t("Worst"), "Worst");
  });

  it("do not fill in values into values", () => {
    assert.equal(inEnglish("{0} and {1}", "{1}", "x"), "{1} and x");
  });

  it("show a placeholder that has no value, and no property of every object", () => {
    assert.equal(inEnglish("{0}"), "{0}");
    assert.equal(translator({})("toString"), "toString");
  });
});
