import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const vsix = path.join(root, "unblock.vsix");

describe("the packed extension", () => {
  it("holds what it needs and nothing else", () => {
    const listed = execFileSync("unzip", ["-Z1", vsix], { encoding: "utf8" });
    assert.deepEqual(listed.trim().split("\n").sort(), [
      "[Content_Types].xml",
      "extension.vsixmanifest",
      "extension/LICENSE.txt",
      "extension/changelog.md",
      "extension/dist/THIRD_PARTY_NOTICES.txt",
      "extension/dist/client.cjs",
      "extension/dist/panel.css",
      "extension/dist/panel.js",
      "extension/dist/probe.cjs",
      "extension/dist/server.cjs",
      "extension/extension/media/icon.png",
      "extension/extension/media/panel.svg",
      "extension/extension/walkthrough/ci.md",
      "extension/extension/walkthrough/fix.md",
      "extension/extension/walkthrough/sample.md",
      "extension/extension/walkthrough/simulate.md",
      "extension/extension/walkthrough/warning.md",
      "extension/l10n/bundle.l10n.de.json",
      "extension/package.json",
      "extension/package.nls.de.json",
      "extension/package.nls.json",
      "extension/readme.md",
    ]);
  });

  it("carries the licence of every package that is bundled", () => {
    const notices = readFileSync(path.join(root, "dist/THIRD_PARTY_NOTICES.txt"), "utf8");
    for (const name of ["preact", "typescript", "eslint", "vscode-languageserver"]) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n-+\\n\\n`, "mu"));
    }
    assert.match(notices, /Copyright \(c\) 2015-present Jason Miller/u);
    assert.match(notices, /Microsoft Corporation/u);
  });

  it("is smaller than 3 MB", () => {
    assert.ok(statSync(vsix).size < 3 * 1024 * 1024, `${String(statSync(vsix).size)} bytes`);
  });

  it("has bundles that need no package from outside", () => {
    // VS Code brings the first; TypeScript tries the second, and does without.
    const allowed = new Set(["vscode", "source-map-support"]);
    for (const bundle of ["client", "server", "probe"]) {
      const text = readFileSync(path.join(root, `dist/${bundle}.cjs`), "utf8");
      const required = [...text.matchAll(/\brequire\("(?<name>[^"]+)"\)/gu)].map(
        (match) => match.groups?.["name"] ?? "",
      );
      const outside = required.filter((name) => !isBuiltin(name) && !allowed.has(name));
      assert.deepEqual([...new Set(outside)], [], bundle);
    }
  });
});
