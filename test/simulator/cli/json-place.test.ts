import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonFailureOffset } from "../../../simulator/src/cli/json-place.js";

describe("jsonFailureOffset", () => {
  it("points at the first character that cannot stand where it does", () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{"a": ', "}"],
      ['{"a": 1 ', '"b": 2}'],
      ['{"a": 1, ', "}"],
      ["[1, 2", "}"],
      ['{"a": ', "tru}"],
      ["[] ", "[]"],
      ['["a", ', '"b\nc"]'],
      ["", ""],
      ['{"a": [', ""],
    ];
    for (const [before, after] of cases) {
      assert.equal(jsonFailureOffset(before + after), before.length, before + after);
    }
  });

  it("finds no failure before the end of what is JSON, and one where a character is cut out", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, where) => {
        assert.equal(jsonFailureOffset(text), text.length);
        const at = where % text.length;
        const damaged = text.slice(0, at) + text.slice(at + 1);
        let valid = true;
        try {
          JSON.parse(damaged);
        } catch {
          valid = false;
        }
        if (!valid) assert.ok(jsonFailureOffset(damaged) <= damaged.length);
      }),
    );
  });
});
