/** Imported files that can't be read or parsed: silence about them, and one line for who asks. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { DebugLines } from "./debug-lines.js";

const blocking =
  'import { readFileSync } from "node:fs";\nexport const load = () => readFileSync("a");\n';

describe("imported files that are not what they should be", () => {
  let lines: DebugLines;
  let folder = "";
  let written: readonly string[] = [];

  beforeEach(() => {
    lines = new DebugLines();
    ({ folder, written } = lines);
  });

  afterEach(() => {
    lines.restore();
  });

  /** Lints a file that imports `other.js`. */
  const lint = (): readonly string[] =>
    lines.lint(
      "main.js",
      'import { load } from "./other.js";\nimport { readFileSync } from "node:fs";\nexport async function main() {\n  load();\n  readFileSync("b");\n}\n',
    );

  function leftOut(name: RegExp): void {
    assert.equal(written.length, 1, written.join(""));
    assert.match(written[0] ?? "", new RegExp(`^unblock: .*${name.source} is left out: `, "u"));
  }

  const other = (): string => path.join(folder, "other.js");
  const own = ["5 unblock/no-blocking-call"];
  const both = ["4 unblock/no-blocking-chain", ...own];

  it("are left out where they do not parse, with one line for it", () => {
    writeFileSync(other(), `${blocking}function (`);
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("say nothing of themselves unless asked", () => {
    delete process.env.DEBUG;
    writeFileSync(other(), `${blocking}function (`);
    assert.deepEqual(lint(), own);
    assert.deepEqual(written, []);
  });

  it("are left out where they are bundles of more than half a million characters, with one line for it", () => {
    writeFileSync(other(), `${blocking}//${"x".repeat(500_000)}`);
    assert.deepEqual(lint(), own);
    assert.equal(written.length, 1);
    assert.match(written[0] ?? "", /other\.js is left out: longer than 500000 characters/u);
  });

  it("are left out where they are missing, with one line for it", () => {
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("are left out where they have gone since the folder was looked at, with one line for it", () => {
    lines.file("first.js", blocking);
    writeFileSync(other(), blocking);
    lines.lint("before.js", 'import { load } from "./first.js";\nasync () => load();\n');
    rmSync(other());
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("are left out where they are folders, with one line for it", () => {
    mkdirSync(other());
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("are left out where they may not be read, with one line for it", function () {
    writeFileSync(other(), blocking);
    chmodSync(other(), 0);
    if (isReadable(other())) this.skip();
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("are left out where they are pipes, which nobody may ever write to", function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [other()], { stdio: "ignore" });
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("are left out where links go in circles, with one line for it", function () {
    if (process.platform === "win32") this.skip();
    symlinkSync("other.js", other());
    assert.deepEqual(lint(), own);
    leftOut(/other\.js/u);
  });

  it("are followed through a folder that links lead into again and again", function () {
    if (process.platform === "win32") this.skip();
    symlinkSync(".", path.join(folder, "again"));
    writeFileSync(
      other(),
      'import { deep } from "./again/again/deep.js";\nexport const load = () => deep();\n',
    );
    lines.file(
      "deep.js",
      'import "./again/other.js";\nimport { readFileSync } from "node:fs";\nexport const deep = () => readFileSync("a");\n',
    );
    assert.deepEqual(lint(), both);
    assert.deepEqual(written, []);
  });

  it("are left out where they hold null bytes and no code", () => {
    writeFileSync(other(), "\0\0readFileSync\0");
    assert.deepEqual(lint(), own);
  });

  it("are followed through links", function () {
    if (process.platform === "win32") this.skip();
    writeFileSync(path.join(folder, "real.js"), blocking);
    symlinkSync("real.js", other());
    assert.deepEqual(lint(), both);
  });

  it("are read with a byte order mark and with Windows' line ends", () => {
    writeFileSync(other(), `\uFEFF${blocking.replaceAll("\n", "\r\n")}`);
    assert.deepEqual(lint(), both);
  });

  it("may import each other, and the file that is linted", () => {
    writeFileSync(
      other(),
      'import "./main.js";\nimport { deep } from "./deep.js";\nexport const load = () => deep();\n',
    );
    writeFileSync(
      path.join(folder, "deep.js"),
      'import "./other.js";\nimport { readFileSync } from "node:fs";\nexport const deep = () => readFileSync("a");\n',
    );
    writeFileSync(path.join(folder, "main.js"), 'import "./other.js";');
    assert.deepEqual(lint(), both);
  });

  it("may import files that do not parse, and that import them in turn, with one line for those", () => {
    writeFileSync(
      other(),
      'import "./broken.js";\nimport { readFileSync } from "node:fs";\nexport const load = () => readFileSync("a");\n',
    );
    lines.file("broken.js", 'import { load } from "./other.js";\nexport function (');
    assert.deepEqual(lint(), both);
    leftOut(/broken\.js/u);
  });

  it("may need a file that does not parse and that needs them, with one line for it", () => {
    writeFileSync(
      other(),
      'import { deep } from "./broken.js";\nexport const load = () => deep();\n',
    );
    lines.file(
      "broken.js",
      `import { load } from "./other.js";\n${blocking.replace("load", "deep")}function (`,
    );
    assert.deepEqual(lint(), own);
    leftOut(/broken\.js/u);
  });

  it("may be large", () => {
    const rows = Array.from(
      { length: 18_000 },
      (_, row) => `  row${String(row)}: [${String(row)}, "x"],`,
    );
    writeFileSync(other(), `export const table = {\n${rows.join("\n")}\n};\n${blocking}`);
    assert.deepEqual(lint(), both);
  }).timeout(20_000);
});

/** Whether this user may read a file: the superuser reads everything. */
function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
