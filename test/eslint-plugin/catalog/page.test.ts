import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { catalogPage } from "../../../scripts/update-catalog.js";

describe("docs/catalog.md", () => {
  const file = new URL("../../../docs/catalog.md", import.meta.url);

  it("is what the catalog says (else: npm run update)", async () => {
    assert.equal(readFileSync(file, "utf8"), await catalogPage());
  });

  it("says of pbkdf2Sync what it costs, how that is computed, and what to use instead", () => {
    const row = readFileSync(file, "utf8")
      .split("\n")
      .find((line) => line.startsWith("| `pbkdf2Sync`"));
    assert.match(row ?? "", /100 ms \(5 ms to 700 ms\)/);
    assert.match(row ?? "", /0\.001 ms × argument 3/);
    assert.match(row ?? "", /`pbkdf2` of node:crypto, promisified/);
  });
});
