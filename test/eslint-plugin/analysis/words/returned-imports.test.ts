import assert from "node:assert/strict";
import * as espree from "espree";
import type { EslintParser } from "../../../../eslint-plugin/src/analysis/index.js";
import { parseSyntax } from "../../../../eslint-plugin/src/analysis/syntax/parsing.js";
import { SourceFile } from "../../../../eslint-plugin/src/analysis/syntax/source-file.js";

function returnedImports(text: string): readonly string[] {
  const file = parseSyntax(espree as EslintParser, {}, "/nowhere/file.js", text);
  assert.ok(file instanceof SourceFile);
  return [...file.returnedImports];
}

describe("imports of which a file returns calls", () => {
  const cases: Readonly<Record<string, readonly [code: string, specifiers: readonly string[]]>> = {
    "are those of a function that is returned called": [
      'import { load } from "./load.js"; export function all() { return load(); }',
      ["./load.js"],
    ],
    "are those of a method, and of what is chained to it": [
      'import * as files from "./files.js"; export const all = () => files.load().then(parse);',
      ["./files.js"],
    ],
    "are found as compilers write them": [
      'const files_1 = __importStar(require("./files")); exports.all = () => (0, files_1.load)();',
      ["./files"],
    ],
    "are found behind a member and a pattern": [
      'const one = require("./one").load; const { two } = require("./two"); exports.a = () => one(); exports.b = () => two();',
      ["./one", "./two"],
    ],
    "are none where the result of the call is not returned": [
      'import { load } from "./load.js"; export function all() { load(); return 1; }',
      [],
    ],
    "are none where a function of the file itself is called": [
      "function load() {} export const all = () => load();",
      [],
    ],
  };
  for (const [name, [code, specifiers]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(returnedImports(code), specifiers);
    });
  }
});
