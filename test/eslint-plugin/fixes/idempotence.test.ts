/** `--fix`, with the option on, over code with a verdict: what it leaves is whole, and a second run has nothing to do. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import unblock from "../../../eslint-plugin/src/index.js";
import { asSnippet, placeIn } from "../precision/judge.js";
import { sets } from "../precision/sets/index.js";
import type { Snippet } from "../precision/snippet.js";
import { freeNames } from "./free-names.js";

const rule: Linter.RuleEntry = ["error", { fix: true, confidence: "possible" }];

function configOf(snippet: Snippet, filename: string): Linter.Config {
  return {
    files: ["**/*.{js,cjs,mjs,ts,cts,mts,jsx,tsx}"],
    plugins: { unblock },
    rules: { "unblock/no-blocking-call": rule, "unblock/no-busy-wait": rule },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    languageOptions: {
      sourceType: filename.endsWith(".cjs") ? "commonjs" : "module",
      parserOptions: { ecmaFeatures: { jsx: true } },
      ...(snippet.language === "typescript" ? { parser: typescriptParser } : {}),
    },
  };
}

interface Fixed {
  readonly once: string;
  readonly twice: string;
  /** Names that the code before and the code after take from elsewhere. */
  readonly free: { readonly before: readonly string[]; readonly after: readonly string[] };
}

function fixedTwice(snippet: Snippet): Fixed {
  const folder = mkdtempSync(path.join(os.tmpdir(), "unblock-fix-"));
  try {
    const filename = placeIn(folder, snippet);
    const linter = new Linter({ cwd: folder });
    const config = configOf(snippet, filename);
    const fix = (code: string): string => {
      const { output, messages } = linter.verifyAndFix(code, config, { filename });
      assert.deepEqual(
        messages.filter(({ fatal }) => fatal),
        [],
        output,
      );
      return output;
    };
    const namesIn = (code: string): readonly string[] =>
      freeNames(linter, code, { ...config, rules: {} }, filename);
    const once = fix(snippet.code);
    return {
      once,
      twice: fix(once),
      free: { before: namesIn(snippet.code), after: namesIn(once) },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("--fix over every snippet with a verdict", function () {
  this.timeout(120_000);
  let changed = 0;

  for (const [name, set] of Object.entries(sets)) {
    it(`leaves whole code, which a second run does not change: ${name}`, () => {
      for (const value of Object.values(set)) {
        const snippet = asSnippet(value);
        const { once, twice, free } = fixedTwice(snippet);
        if (once !== snippet.code) changed += 1;
        assert.equal(twice, once);
        const added = free.after.filter((one) => !free.before.includes(one));
        assert.deepEqual(added, [], once);
      }
    });
  }

  it("mended some", () => {
    assert.ok(changed > 100, String(changed));
  });
});
