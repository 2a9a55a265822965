import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { performancePage, performancePageFile } from "../scripts/performance/page.js";

describe("The performance page", () => {
  it("is what `npm run update` renders from the records", async () => {
    assert.equal(readFileSync(performancePageFile, "utf8"), await performancePage());
  });
});
