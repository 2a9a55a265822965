/** The packed packages, by those who check packages. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { packages, tarballs, tool } from "./project.js";

/** How each may be loaded: all from Node 16's resolution on, which has `exports`; the simulator as an ES module. */
const profiles = {
  "eslint-plugin": "node16",
  simulator: "esm-only",
  "spawn-blocking": "node16",
} as const;

function check(script: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
  });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
}

for (const name of packages) {
  describe(`the tarball of ${name}`, function () {
    this.timeout(120_000);

    it("has types that fit every way of loading it", () => {
      const attw = path.join(tool("@arethetypeswrong/cli", "0.18.5"), "dist/index.js");
      check(attw, [tarballs().get(name) ?? "", "--profile", profiles[name], "--format", "ascii"]);
    });

    it("is as publint wants it", () => {
      const publint = path.join(tool("publint", "0.3.25"), "src/cli.js");
      check(publint, [tarballs().get(name) ?? "", "--strict"]);
    });
  });
}
