import assert from "node:assert/strict";
import type { Scenario } from "unblock-simulator";
import { withoutCommonFolder } from "../../../../extension/panel/model/scenario-places.js";

function scenario(...files: readonly string[]): Scenario {
  const steps = files.map((file, index) => ({ block: 1, at: { file, line: index + 1 } }));
  return {
    version: 1,
    runtime: { flavor: "node" },
    tasks: [{ name: "a", arrival: { atMs: 0 }, steps: [{ repeat: 2, steps }] }],
  };
}

describe("withoutCommonFolder", () => {
  it("names files from the folder that all of them share", () => {
    assert.deepEqual(
      withoutCommonFolder(scenario("/home/a/app/src/server.ts", "/home/a/app/lib/config.ts")),
      scenario("src/server.ts", "lib/config.ts"),
    );
  });

  it("leaves its name to a single file", () => {
    assert.deepEqual(
      withoutCommonFolder(scenario("/home/a/server.ts", "/home/a/server.ts")),
      scenario("server.ts", "server.ts"),
    );
  });

  it("knows the paths of Windows", () => {
    assert.deepEqual(
      withoutCommonFolder(scenario("C:\\app\\src\\a.ts", "C:\\app\\b.ts")),
      scenario("src/a.ts", "b.ts"),
    );
  });

  it("leaves a scenario without places as it is, and a file without a folder", () => {
    assert.deepEqual(withoutCommonFolder(scenario()), scenario());
    assert.deepEqual(withoutCommonFolder(scenario("a.ts", "/b/a.ts")), scenario("a.ts", "/b/a.ts"));
  });
});
