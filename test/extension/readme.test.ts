import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { updatedReadme } from "../../scripts/update-settings.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

describe("the README's tables of settings and commands", () => {
  it("are those of the manifest (else: npm run update)", async () => {
    assert.equal(readFileSync(path.join(root, "README.md"), "utf8"), await updatedReadme());
  });
});
