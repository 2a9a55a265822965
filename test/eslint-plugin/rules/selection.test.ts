import assert from "node:assert/strict";
import { isAllowedFile, relativePath } from "../../../eslint-plugin/src/rules/selection.js";

describe("a path as messages print it", () => {
  for (const [system, path, cwd, printed] of [
    ["Linux", "/home/a/app/src/main.js", "/home/a/app", "src/main.js"],
    ["macOS, with a slash at the end", "/Users/a/app/src/main.js", "/Users/a/app/", "src/main.js"],
    ["Windows", "C:\\app\\src\\main.js", "C:\\app", "src/main.js"],
    [
      "Windows, the drive's letter large and small",
      "c:\\app\\src\\main.js",
      "C:\\app",
      "src/main.js",
    ],
    ["Windows, a share", "\\\\server\\share\\app\\main.js", "\\\\server\\share\\app", "main.js"],
    ["Windows, another drive", "d:\\lib\\main.js", "C:\\app", "D:/lib/main.js"],
    [
      "a folder whose name begins alike",
      "/home/a/app-two/main.js",
      "/home/a/app",
      "/home/a/app-two/main.js",
    ],
  ] as const) {
    it(`counts from the working directory: ${system}`, () => {
      assert.equal(relativePath(path, cwd), printed);
    });
  }
});

describe("files that are left out", () => {
  const allowIn = ["scripts/**", "**/*.test.ts"];

  it("are found by globs whatever the system's separator", () => {
    assert.equal(isAllowedFile("C:\\app\\scripts\\build\\all.js", "c:\\app", { allowIn }), true);
    assert.equal(isAllowedFile("C:\\app\\src\\a.test.ts", "C:\\app", { allowIn }), true);
    assert.equal(isAllowedFile("C:\\app\\src\\a.ts", "C:\\app", { allowIn }), false);
    assert.equal(isAllowedFile("/app/src/deep/a.test.ts", "/app", { allowIn }), true);
  });
});
