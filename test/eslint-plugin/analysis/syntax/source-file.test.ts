import assert from "node:assert/strict";
import * as typescriptParser from "@typescript-eslint/parser";
import * as espree from "espree";
import type { EslintParser } from "../../../../eslint-plugin/src/analysis/index.js";
import { parseSyntax } from "../../../../eslint-plugin/src/analysis/syntax/parsing.js";
import { SourceFile } from "../../../../eslint-plugin/src/analysis/syntax/source-file.js";

describe("where a node of an imported file stands", () => {
  const text = "#!/usr/bin/env node\r\nconst a = `\n`;\u2028\nload(\r  a,\n);\n";

  for (const [name, parser] of [
    ["espree", espree],
    ["TypeScript's parser", typescriptParser],
  ] as const) {
    it(`is counted in lines as ESLint counts them: ${name}`, () => {
      const file = parseSyntax(parser as EslintParser, {}, "/nowhere/file.js", text);
      assert.ok(file instanceof SourceFile);
      const [call] = file.nodes.calls;
      assert.ok(call !== undefined);
      assert.deepEqual(file.rangeOf(call), {
        file: "/nowhere/file.js",
        line: 5,
        column: 0,
        endLine: 7,
        endColumn: 1,
      });
    });
  }
});
