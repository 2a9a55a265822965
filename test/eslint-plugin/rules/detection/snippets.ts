/**
 * Snippets that say themselves what is found in them: a line that ends in `// !call`, `// !chain` or `// !spin` has
 * one finding of that rule that starts there, every other line has none. Each runs under the recommended configuration.
 */
import assert from "node:assert/strict";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../../../eslint-plugin/src/index.js";

const marks: Readonly<Record<string, string>> = {
  "!call": "unblock/no-blocking-call",
  "!chain": "unblock/no-blocking-chain",
  "!spin": "unblock/no-busy-wait",
};

export interface Settings {
  readonly filename?: string;
  readonly sourceType?: "module" | "commonjs" | "script";
  readonly rules?: Linter.RulesRecord;
}

/** Lints with ESLint's own parser, with TypeScript's, or with both. */
export type Language = "javascript" | "typescript" | "both";

function lint(code: string, typescript: boolean, settings: Settings): readonly string[] {
  const config: Linter.Config = {
    files: ["**/*.{js,cjs,mjs,ts,cts,mts,jsx,tsx}"],
    plugins: { unblock: plugin },
    rules: {
      ...plugin.configs.recommended.rules,
      // What can't run on a thread is not what these are about.
      "unblock/valid-spawn-blocking": "off",
      ...settings.rules,
    },
    languageOptions: {
      sourceType: settings.sourceType ?? "module",
      ...(typescript ? { parser: typescriptParser } : {}),
    },
  };
  const filename = settings.filename ?? (typescript ? "snippet.ts" : "snippet.js");
  const messages = new Linter().verify(code, config, { filename });
  return messages.map((message) => {
    assert.ok(!message.fatal, `${message.message} at ${String(message.line)}`);
    return `${String(message.line)} ${message.ruleId ?? ""}`;
  });
}

function expected(code: string): readonly string[] {
  return code
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(/!(?:call|chain|spin)\b/gu)].map(
        ([mark]) => `${String(index + 1)} ${marks[mark] ?? ""}`,
      ),
    );
}

/** One test for each snippet and parser. */
export function snippets(
  title: string,
  cases: Readonly<Record<string, string>>,
  language: Language = "both",
  settings: Settings = {},
): void {
  describe(title, () => {
    for (const [name, code] of Object.entries(cases)) {
      for (const typescript of language === "both" ? [false, true] : [language === "typescript"]) {
        it(`${name}${language === "both" && typescript ? " (TypeScript's parser)" : ""}`, () => {
          const found = [...lint(code, typescript, settings)];
          assert.equal(found.sort().join("; "), [...expected(code)].sort().join("; "));
        });
      }
    }
  });
}
