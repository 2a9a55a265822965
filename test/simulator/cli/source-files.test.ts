import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findSourceFiles } from "../../../simulator/src/cli/source-files.js";

describe("the source files that a command is pointed at", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-"));
    for (const file of [
      "b.ts",
      "a.js",
      "types.d.ts",
      "notes.md",
      "sub/c.tsx",
      "node_modules/x/index.js",
      ".hidden/d.js",
      "dist/e.js",
    ]) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), "");
    }
    mkdirSync(path.join(folder, "empty"));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function found(...names: string[]): readonly string[] | string {
    const result = findSourceFiles(names.map((name) => path.join(folder, name)));
    return result.ok
      ? result.files.map((file) => path.relative(folder, file))
      : result.message.replace(folder, "<folder>");
  }

  it("are none at a path that there cannot be", () => {
    for (const name of ["a\0.js", "x".repeat(5000)]) {
      assert.deepEqual(findSourceFiles([name]), {
        ok: false,
        message: `no such file or folder: ${name}`,
      });
    }
  });

  it("are those below a folder, without dependencies, output, hidden folders and declarations", () => {
    assert.deepEqual(found("."), ["a.js", "b.ts", path.join("sub", "c.tsx")]);
  });

  it("are each listed once, also when a file is named beside its folder", () => {
    assert.deepEqual(found(".", "a.js"), ["a.js", "b.ts", path.join("sub", "c.tsx")]);
  });

  it("include a file in an output folder that is named outright", () => {
    assert.deepEqual(found("dist/e.js"), [path.join("dist", "e.js")]);
  });

  it("are missing with an error that names the path", () => {
    assert.equal(found("nowhere"), `no such file or folder: ${path.join("<folder>", "nowhere")}`);
    assert.equal(
      found("notes.md"),
      `not a JavaScript or TypeScript file: ${path.join("<folder>", "notes.md")}`,
    );
    assert.equal(
      found("empty"),
      `no JavaScript or TypeScript files in ${path.join("<folder>", "empty")}`,
    );
  });
});
