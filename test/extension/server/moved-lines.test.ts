import assert from "node:assert/strict";
import fc from "fast-check";
import { movedLines } from "../../../extension/server/moved-lines.js";

describe("lines of a text that was edited", () => {
  it("stay above the edit, and move with what comes below it", () => {
    const lineNow = movedLines("a\nb\nc\nd\n", "a\nnew\nnew\nc\nd\n");
    assert.deepEqual([1, 3, 4].map(lineNow), [1, 4, 5]);
    const lineBefore = movedLines("a\nnew\nnew\nc\nd\n", "a\nb\nc\nd\n");
    assert.deepEqual([1, 4, 5].map(lineBefore), [1, 3, 4]);
  });

  it("hold the same text wherever they are outside of the edit, and always are lines of the new text", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, lines, lines, (head, old, added, tail) => {
        const before = [...head, "old", ...old, ...tail];
        const after = [...head, "new", ...added, ...tail];
        const lineNow = movedLines(before.join("\n"), after.join("\n"));
        before.forEach((text, index) => {
          const now = lineNow(index + 1);
          assert.ok(now >= 1 && now <= after.length);
          const isOutside = index < head.length || index >= before.length - tail.length;
          if (isOutside) assert.equal(after[now - 1], text);
        });
      }),
    );
  });
});
