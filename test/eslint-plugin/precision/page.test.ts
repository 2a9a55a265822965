import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { precisionPage, precisionPageFile } from "./page.js";

describe("docs/precision.md", function () {
  this.timeout(180_000);

  it("is what the verdicts say (else: npm run update)", async () => {
    assert.equal(readFileSync(precisionPageFile, "utf8"), await precisionPage());
  });
});
