/** Manifests and tsconfig files that can't be read on the way to an import: one line, and what does not need them works. */
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { DebugLines } from "./debug-lines.js";

const blocking =
  'import { readFileSync } from "node:fs";\nexport const load = () => readFileSync("a");\n';

describe("manifests and tsconfig files that are not what they should be", () => {
  let lines: DebugLines;

  beforeEach(() => {
    lines = new DebugLines();
  });

  afterEach(() => {
    lines.restore();
  });

  /** Lints a file that calls what it imports from a specifier. */
  const lint = (specifier: string): readonly string[] =>
    lines.lint(
      "src/main.js",
      `import { load } from "${specifier}";\nimport { readFileSync } from "node:fs";\nexport async function main() {\n  load();\n  readFileSync("b");\n}\n`,
    );

  const own = ["5 unblock/no-blocking-call"];
  const both = ["4 unblock/no-blocking-chain", ...own];

  function leftOut(...names: readonly string[]): void {
    const said = lines.written.map((line) => /^unblock: (.*) is left out: ./u.exec(line)?.[1]);
    assert.deepEqual(
      said,
      names.map((name) => path.join(lines.folder, name)),
      lines.written.join(""),
    );
  }

  it("say one line for a tsconfig.json that is no JSON, however many imports pass it, and files beside are found", () => {
    lines.file("tsconfig.json", '{ "compilerOptions": { "paths": ');
    lines.file("src/near/index.js", blocking);
    assert.deepEqual(lint("./near"), both);
    assert.deepEqual(lint("@missing/package"), own);
    leftOut("tsconfig.json");
  });

  it("say one line for a tsconfig.json that extends a missing one", () => {
    lines.file("tsconfig.json", '{ "extends": "./gone.json" }');
    lines.file("src/near/index.js", blocking);
    assert.deepEqual(lint("./near"), both);
    leftOut("tsconfig.json");
  });

  it("say one line for a tsconfig.json that is a folder", () => {
    mkdirSync(path.join(lines.folder, "tsconfig.json"));
    lines.file("src/near/index.js", blocking);
    assert.deepEqual(lint("./near"), both);
    leftOut("tsconfig.json");
  });

  it("end where tsconfig files extend each other in a circle", () => {
    lines.file("tsconfig.json", '{ "extends": "./other.json" }');
    lines.file("other.json", '{ "extends": "./tsconfig.json" }');
    lines.file("src/near/index.js", blocking);
    assert.deepEqual(lint("./near"), both);
    leftOut();
  });

  it("say one line for the package.json of a package that is no JSON", () => {
    lines.file("node_modules/broken/package.json", '{ "name": ');
    lines.file("node_modules/broken/index.js", blocking);
    assert.deepEqual(lint("broken"), own);
    leftOut("node_modules/broken/package.json");
  });

  it("leave imports by their path alone where the project's own package.json is no JSON", () => {
    lines.file("package.json", "{ nope");
    lines.file("src/near.js", blocking);
    assert.deepEqual(lint("./near.js"), both);
    leftOut();
  });

  it("say one line where a package.json is no JSON and its workspaces are asked for", () => {
    lines.file("package.json", '{ "workspaces": ["packages/*"');
    lines.file("packages/near/package.json", '{ "name": "near", "main": "index.js" }');
    lines.file("packages/near/index.js", blocking);
    assert.deepEqual(lint("near"), own);
    leftOut("package.json");
  });

  it("are silent about workspaces that are no folders, or whose manifest has odd values", () => {
    lines.file("package.json", '{ "workspaces": ["packages/*", 7, "../.."] }');
    lines.file("packages/file", "");
    lines.file("packages/null/package.json", "null");
    lines.file("packages/odd/package.json", '{ "name": "odd", "exports": { ".": [null, 3] } }');
    assert.deepEqual(lint("odd"), own);
    assert.deepEqual(lint("null"), own);
    leftOut();
  });

  it("end where links of node_modules go in circles", function () {
    if (process.platform === "win32") this.skip();
    mkdirSync(path.join(lines.folder, "node_modules"));
    symlinkSync("circle", path.join(lines.folder, "node_modules/circle"));
    symlinkSync("../node_modules", path.join(lines.folder, "node_modules/again"));
    assert.deepEqual(lint("circle"), own);
    assert.deepEqual(lint("again/again/again"), own);
    leftOut();
  });
});
