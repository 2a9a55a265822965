import assert from "node:assert/strict";
import { basisWords } from "../../../extension/server/basis-words.js";
import { createTranslate } from "../../../extension/server/translate.js";
import { german } from "../german.js";
import { basisParts } from "./cost-bases.js";

const translate = createTranslate(german);

describe("what an estimate is based on", () => {
  it("is told in the user's language, part by part, with figures that are read alike everywhere", () => {
    assert.equal(
      basisWords("600,000 iterations; upper end: a cold disk", translate),
      "600\u202F000 Iterationen; oberes Ende: eine kalte Platte",
    );
    assert.equal(
      basisWords("starts a program; at most its timeout of 20 ms", translate),
      "startet ein Programm; höchstens sein Zeitlimit von 20 ms",
    );
  });

  it("stays as it is where nobody has translated it", () => {
    assert.equal(
      basisWords("the user's own; 1,000 things", translate),
      "the user's own; 1,000 things",
    );
    assert.equal(basisWords("600,000 iterations", createTranslate({})), "600,000 iterations");
  });

  it("is known in German whatever the analysis fills in", async () => {
    const filled = [...(await basisParts())].filter(
      (part) => /[a-z]/u.test(part) && part.includes("{"),
    );
    assert.ok(filled.length > 0);
    for (const part of filled) {
      const english = part.replaceAll(/\{\d\}/gu, "7").replace(/^7(?= in a CPU)/u, "7 calls");
      assert.notEqual(basisWords(english, translate), english, part);
    }
  });
});
