import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { corpusPage, corpusPageFile } from "./corpus/page.js";

describe("docs/corpus.md", () => {
  it("is what `npm run update` would write", async () => {
    assert.equal(readFileSync(corpusPageFile, "utf8"), await corpusPage());
  });
});
