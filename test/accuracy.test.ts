import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { accuracyPage, renderAccuracyPage } from "./reality/accuracy-page.js";

describe("docs/accuracy.md", () => {
  it("is what `npm run update` renders from the record, and is not there without one", async () => {
    const written = existsSync(accuracyPage) ? readFileSync(accuracyPage, "utf8") : null;
    assert.equal(written, await renderAccuracyPage());
  });
});
