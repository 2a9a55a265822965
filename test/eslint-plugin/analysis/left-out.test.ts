/** Imported files that can't be read or parsed: silence about them, and one line for who asks. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

const blocking =
  'import { readFileSync } from "node:fs";\nexport const load = () => readFileSync("a");\n';

describe("imported files that are not what they should be", () => {
  let folder = "";
  let written: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  const debug = process.env.DEBUG;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-left-out-"));
    written = [];
    process.env.DEBUG = "unblock";
    process.stderr.write = ((text: string) => {
      written.push(text);
      return true;
    }) as typeof process.stderr.write;
  });

  afterEach(() => {
    process.stderr.write = write;
    if (debug === undefined) delete process.env.DEBUG;
    else process.env.DEBUG = debug;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Lints a file that imports `other.js`; its findings as "line rule". */
  function lint(): readonly string[] {
    const code =
      'import { load } from "./other.js";\nimport { readFileSync } from "node:fs";\nexport async function main() {\n  load();\n  readFileSync("b");\n}\n';
    const config = {
      plugins: { unblock: plugin },
      rules: { ...plugin.configs.recommended.rules },
    } as Linter.Config;
    return new Linter({ cwd: folder })
      .verify(code, config, { filename: path.join(folder, "main.js") })
      .map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
  }

  const other = (): string => path.join(folder, "other.js");
  const own = ["5 unblock/no-blocking-call"];
  const both = ["4 unblock/no-blocking-chain", ...own];

  it("are left out where they do not parse, with one line for it", () => {
    writeFileSync(other(), `${blocking}function (`);
    assert.deepEqual(lint(), own);
    assert.equal(written.length, 1);
    assert.match(written[0] ?? "", /^unblock: .*other\.js is left out: /u);
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

  it("are left out where they are missing", () => {
    assert.deepEqual(lint(), own);
  });

  it("are left out where they are folders", () => {
    mkdirSync(other());
    assert.deepEqual(lint(), own);
  });

  it("are left out where links go in circles", function () {
    if (process.platform === "win32") this.skip();
    symlinkSync("other.js", other());
    assert.deepEqual(lint(), own);
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

  it("may be large", () => {
    const rows = Array.from(
      { length: 18_000 },
      (_, row) => `  row${String(row)}: [${String(row)}, "x"],`,
    );
    writeFileSync(other(), `export const table = {\n${rows.join("\n")}\n};\n${blocking}`);
    assert.deepEqual(lint(), both);
  }).timeout(20_000);
});
