import assert from "node:assert/strict";
import { extracted } from "./extracting.js";

const typed = `import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** Rows of a file. */
interface Row {
  readonly name: string;
}

const algorithm = "sha256";

/** The digest of all rows. */
function digest(file: string, rows: readonly Row[]): string {
  const text = readFileSync(file, "utf8") + rows.map(name).join();
  return createHash(algorithm).update(text).digest("hex");
}

const name = (row: Row): string => row.name;

export async function handler(file: string, rows: Row[]): Promise<string> {
  await readFile(file);
  return digest(file, rows);
}
`;

/** A function that blocks, with a handler that calls it. */
const called = (fn: string, args = "rows", more = "") => `import { readFileSync } from "node:fs";
${more}
${fn}

export async function handler(rows) {
  return load(${args});
}
`;

describe("the extraction of a function that blocks", () => {
  it("takes along what it needs, keeps types, and leaves what is used elsewhere in use", () => {
    assert.deepEqual(extracted(typed, { name: "handler.ts" }), {
      title: "Extract digest into digest.worker.ts, and run it on a worker thread.",
      file: "digest.worker.ts",
      module: `import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Rows of a file. */
export interface Row {
  readonly name: string;
}

const algorithm = "sha256";

/** The digest of all rows. */
export function digest(file: string, rows: readonly Row[]): string {
  const text = readFileSync(file, "utf8") + rows.map(name).join();
  return createHash(algorithm).update(text).digest("hex");
}

const name = (row: Row): string => row.name;
`,
      left: `import { readFile } from "node:fs/promises";
import { spawnBlocking } from "spawn-blocking";
import type { Row, digest } from "./digest.worker.js";

export async function handler(file: string, rows: Row[]): Promise<string> {
  await readFile(file);
  return await spawnBlocking<typeof digest>(new URL("./digest.worker.js", import.meta.url), "digest", [file, rows]);
}
`,
    });
  });

  it("writes CommonJS where the file is that", () => {
    const text = `const fs = require("fs");
const { join } = require("path");

function load(name) {
  return fs.readFileSync(join(__dirname, name), "utf8");
}

module.exports.handler = async (name) => load(name);
`;
    assert.deepEqual(extracted(text, { name: "handler.cjs" }), {
      title: "Extract load into load.worker.cjs, and run it on a worker thread.",
      file: "load.worker.cjs",
      module: `const fs = require("fs");
const { join } = require("path");

function load(name) {
  return fs.readFileSync(join(__dirname, name), "utf8");
}

module.exports = { load };
`,
      left: `const { spawnBlocking } = require("spawn-blocking");

module.exports.handler = async (name) => await spawnBlocking(require.resolve("./load.worker.cjs"), "load", [name]);
`,
    });
  });

  it("imports back what the file still calls, and exports again what it exported", () => {
    const text = `import { readFileSync, statSync } from "node:fs";

export function load(file) {
  return trimmed(readFileSync(file, "utf8"));
}

function trimmed(text) {
  return text.trim();
}

export const size = (file) => statSync(file).size + load(file).length + trimmed("").length;

export async function handler(file) {
  return load(file);
}
`;
    const result = extracted(text);
    assert.equal(
      result?.left,
      `import { statSync } from "node:fs";
import { spawnBlocking } from "spawn-blocking";
import { load, trimmed } from "./load.worker.js";
export { load };

export const size = (file) => statSync(file).size + load(file).length + trimmed("").length;

export async function handler(file) {
  return await spawnBlocking(new URL("./load.worker.js", import.meta.url), "load", [file]);
}
`,
    );
    assert.equal(
      result.module,
      `import { readFileSync } from "node:fs";

export function load(file) {
  return trimmed(readFileSync(file, "utf8"));
}

export function trimmed(text) {
  return text.trim();
}
`,
    );
  });

  it("hands on an export that the file itself does not use any more", () => {
    const text = called("export const load = (file) => readFileSync(file, 'utf8');");
    assert.match(extracted(text)?.left ?? "", /^export \{ load \} from "\.\/load\.worker\.js";$/mu);
  });

  it("leaves an exported type where it is, and imports it from there", () => {
    const text = typed.replace("interface Row", "export interface Row");
    const result = extracted(text, { name: "handler.ts" });
    assert.match(result?.module ?? "", /^import type \{ Row \} from "\.\/handler\.js";$/mu);
    assert.match(result?.left ?? "", /^export interface Row \{$/mu);
  });

  it("makes functions around the call async, as every fix does", () => {
    const text = called("const load = (file) => readFileSync(file);").replace(
      "return load(rows);",
      "return [1].map(() => load(rows));",
    );
    assert.match(
      extracted(text)?.left ?? "",
      /return await Promise\.all\(\[1\]\.map\(async \(\) => await spawnBlocking\(/u,
    );
  });

  it("takes a name that is free, and the style in which the file names others", () => {
    const result = (more: string, where = {}) =>
      extracted(typed.replace("\n\n", `\n${more}\n\n`), { name: "handler.ts", ...where });
    const existing = ["digest.worker.ts"];
    assert.equal(result("", { existing })?.file, "digest-2.worker.ts");
    assert.match(result("", { existing })?.left ?? "", /"\.\/digest-2\.worker\.js"/u);
    const ownEndings = result('import { a } from "./a.ts";')?.left ?? "";
    assert.match(ownEndings, /import type \{ Row, digest \} from "\.\/digest\.worker\.ts";/u);
    assert.match(ownEndings, /new URL\("\.\/digest\.worker\.ts"/u);
    const bundled = result('import { a } from "./a";')?.left ?? "";
    assert.match(bundled, /import type \{ Row, digest \} from "\.\/digest\.worker";/u);
    assert.match(bundled, /new URL\("\.\/digest\.worker\.ts"/u);
    assert.equal(result("", { name: "handler.mts" })?.file, "digest.worker.mts");
  });

  it("writes quotes, semicolons and line ends as the file does", () => {
    const text = called("function load(file) {\n  return readFileSync(file)\n}")
      .replaceAll('"', "'")
      .replaceAll(";", "")
      .replaceAll("\n", "\r\n");
    const result = extracted(text);
    assert.match(result?.left ?? "", /^import \{ spawnBlocking \} from 'spawn-blocking'\r\n/u);
    assert.match(result?.left ?? "", /new URL\('\.\/load\.worker\.js', import\.meta\.url\)/u);
    assert.doesNotMatch(result?.module ?? "", /[^\r]\n/u);
  });

  describe("is not offered", () => {
    const refused: readonly (readonly [why: string, text: string, where?: object])[] = [
      [
        "where the function has state",
        called(
          "function load(file) {\n  count += 1;\n  return readFileSync(file);\n}",
          "rows",
          "let count = 0;",
        ),
      ],
      [
        "where it reads state",
        called(
          "function load(file) {\n  return cache.get(file) ?? readFileSync(file);\n}",
          "rows",
          "const cache = new Map();",
        ),
      ],
      [
        "where it changes what it is given",
        called("function load(list) {\n  list.push(readFileSync('a'));\n}"),
      ],
      [
        "where it changes a part of what it is given",
        called(
          "function load(list) {\n  for (const one of list) one.text = readFileSync(one.name);\n  return 1;\n}",
        ),
      ],
      [
        "where it changes a part in a callback",
        called(
          "function load(list) {\n  list.forEach((one) => {\n    one.text = readFileSync(one.name);\n  });\n  return 1;\n}",
        ),
      ],
      [
        "where it calls what it is given",
        called("function load(read) {\n  return read(readFileSync('a'));\n}"),
      ],
      [
        "where it calls methods of a class",
        called("function load(db) {\n  return db.query(readFileSync('a'));\n}"),
      ],
      [
        "where it gives a function",
        called(
          "function load(file) {\n  const text = readFileSync(file);\n  return () => text;\n}",
        ),
      ],
      [
        "where it gives what loses its methods",
        called(
          "function load(file) {\n  const stats = fs.statSync(file);\n  readFileSync(file);\n  return stats;\n}",
          "rows",
          'import fs from "node:fs";',
        ),
      ],
      [
        "where it is given a function",
        called(
          "function load(file, map) {\n  return [readFileSync(file), map];\n}",
          "rows, () => 1",
        ),
      ],
      [
        "where arguments are spread",
        called("function load(file) {\n  return readFileSync(file);\n}", "...rows"),
      ],
      [
        "where it uses this",
        called("function load(file) {\n  return readFileSync(this.root + file);\n}"),
      ],
      [
        "where it asks for the module's own name",
        called("function load() {\n  return readFileSync(new URL('a', import.meta.url));\n}", ""),
      ],
      [
        "where nothing says what TypeScript is compiled to",
        typed,
        { name: "handler.ts", compiledTo: "unknown" },
      ],
      [
        "where it is generic",
        typed.replace("digest(file: string", "digest<T>(file: string"),
        { name: "handler.ts" },
      ],
      [
        "where it is declared within another function",
        `import { readFileSync } from "node:fs";
export async function handler(file) {
  const load = () => readFileSync(file);
  return load();
}
`,
      ],
    ];
    for (const [why, text, where] of refused) {
      it(why, () => {
        assert.equal(extracted(text, where), undefined);
      });
    }
  });

  it("is offered where only a copy is changed", () => {
    const text = called(
      "function load(list) {\n  return list.map((one) => readFileSync(one)).sort();\n}",
    );
    assert.notEqual(extracted(text), undefined);
  });
});
