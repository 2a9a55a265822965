import assert from "node:assert/strict";
import { CatalogIndex } from "../../../../eslint-plugin/src/analysis/values/catalog-index.js";
import { Relevance } from "../../../../eslint-plugin/src/analysis/words/relevance.js";
import { catalog } from "../../../../eslint-plugin/src/catalog/index.js";

const relevance = new Relevance(new CatalogIndex(catalog), [], []);

describe("modules that a file hands on as a whole", () => {
  const handedOn = (text: string): readonly string[] =>
    relevance.handedOn(text, relevance.imports(text));

  const cases: Readonly<Record<string, readonly [code: string, specifiers: readonly string[]]>> = {
    "are re-exported": ['export * from "fs"; export * as files from "node:fs";', ["fs", "node:fs"]],
    "are exports that a require gives": ['exports.files = require("fs");', ["fs"]],
    "are listed among the exports": [
      'import fs from "fs"; import path from "path"; export { fs, path as paths };',
      ["fs", "path"],
    ],
    "are listed in module.exports": [
      'const fs = require("fs");\nconst os = require("os");\nmodule.exports = { fs, name: os.hostname() };',
      ["fs"],
    ],
    "are properties and results": [
      'const fs = require("fs");\nconst os = require("os");\nexports.io = { files: fs };\nexports.system = () => os;',
      ["fs", "os"],
    ],
    "are none of which only members are used": [
      'const fs = require("fs");\nmodule.exports = { text: fs.readFileSync("a"), there: () => fs.existsSync("b") };',
      [],
    ],
    "are none of which another name begins with theirs": [
      'const fs = require("fs");\nexports.load = () => { const fs$1 = fs.promises; return fs$1; };',
      [],
    ],
    "are none of which members are picked": ['import { readFileSync } from "fs";', []],
  };
  for (const [name, [code, specifiers]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(handedOn(code), specifiers);
    });
  }
});
