import assert from "node:assert/strict";
import { wrapWords } from "../../../../extension/panel/layout/wrap-words.js";

const letters = (words: string) => words.length;

describe("wrapWords", () => {
  it("breaks lines at spaces, before they exceed the width", () => {
    assert.deepEqual(wrapWords("one two three four", 9, letters), ["one two", "three", "four"]);
    assert.deepEqual(wrapWords("one two", 7, letters), ["one two"]);
  });

  it("leaves a word whole that is longer than a line", () => {
    assert.deepEqual(wrapWords("a extraordinarily b", 5, letters), ["a", "extraordinarily", "b"]);
  });

  it("makes no line of nothing", () => {
    assert.deepEqual(wrapWords(" ", 5, letters), []);
  });
});
