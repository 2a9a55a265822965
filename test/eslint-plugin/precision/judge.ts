/** Lints a snippet in a folder of its own, and compares what was found with what its marks say. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type ESLint } from "eslint";
import unblock from "../../../eslint-plugin/src/index.js";
import type { Snippet } from "./snippet.js";

const marks: Readonly<Record<string, string>> = {
  "!call": "unblock/no-blocking-call",
  "!chain": "unblock/no-blocking-chain",
  "!spin": "unblock/no-busy-wait",
};

/** A plugin and the rules that it is run with. */
export interface Contender {
  readonly plugins: Record<string, ESLint.Plugin>;
  readonly rules: NonNullable<Linter.Config["rules"]>;
}

export const ours: Contender = {
  plugins: { unblock },
  rules: unblock.configs.recommended.rules ?? {},
};

export interface Finding {
  readonly line: number;
  readonly rule: string;
}

export function asSnippet(value: string | Snippet): Snippet {
  return typeof value === "string" ? { code: value } : value;
}

export function expectedFindings(snippet: Snippet): readonly Finding[] {
  return snippet.code.split("\n").flatMap((text, index) =>
    [...text.matchAll(/!(?:call|chain|spin)\b/gu)].map(([mark]) => ({
      line: index + 1,
      rule: marks[mark] ?? mark,
    })),
  );
}

/** Where a snippet stands while it is linted. */
export function placeIn(folder: string, snippet: Snippet): string {
  const typed = snippet.language === "typescript";
  const file = path.join(folder, snippet.filename ?? (typed ? "file.ts" : "file.js"));
  const files = { ...snippet.files, [path.basename(file)]: snippet.code };
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  for (const [name, to] of Object.entries(snippet.links ?? {})) {
    const link = path.join(folder, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(folder, to), link, "junction");
  }
  return file;
}

export function findingsIn(snippet: Snippet, contender: Contender): readonly Finding[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "unblock-precision-"));
  try {
    const filename = placeIn(folder, snippet);
    const messages = new Linter({ cwd: folder }).verify(
      snippet.code,
      {
        files: ["**/*.{js,cjs,mjs,ts,cts,mts,jsx,tsx}"],
        plugins: contender.plugins,
        rules: contender.rules,
        linterOptions: { reportUnusedDisableDirectives: "off" },
        languageOptions: {
          sourceType: /\.cjs$/u.test(filename) ? "commonjs" : "module",
          parserOptions: { ecmaFeatures: { jsx: true } },
          ...(snippet.language === "typescript" ? { parser: typescriptParser } : {}),
        },
      },
      { filename },
    );
    return messages.map((message) => {
      if (message.fatal)
        throw new Error(`${message.message} at ${String(message.line)}\n${snippet.code}`);
      return { line: message.line, rule: message.ruleId ?? message.message };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Score {
  readonly expected: number;
  readonly reported: number;
  readonly right: number;
}

/**
 * Counts by line: a report on a line with a mark is right, whatever the rule is called (other plugins have other
 * names), and each mark can be met once.
 */
export function scoreOf(snippet: Snippet, found: readonly Finding[]): Score {
  const open = expectedFindings(snippet).map((one) => one.line);
  const expected = open.length;
  let right = 0;
  for (const { line } of found) {
    const index = open.indexOf(line);
    if (index < 0) continue;
    open.splice(index, 1);
    right += 1;
  }
  return { expected, reported: found.length, right };
}
