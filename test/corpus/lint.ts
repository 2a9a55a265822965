/** Runs our rules and `n/no-sync` over a corpus package and applies every suggestion in memory. */
import { readFileSync } from "node:fs";
import path from "node:path";
import n from "eslint-plugin-n";
import { Linter } from "eslint";
import * as espree from "espree";
import unblock from "eslint-plugin-unblock";
import { scriptsOf } from "./packages.js";

export interface CorpusFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly ruleId: string;
  readonly message: string;
  readonly suggestions: number;
}

export interface CorpusResult {
  readonly files: number;
  /** Files that are no valid script or module in themselves (templates, Flow), and so were not linted. */
  readonly unparsable: readonly string[];
  readonly findings: readonly CorpusFinding[];
  /** Lines ("file:line") that `n/no-sync` reports on the same files. */
  readonly noSyncLines: ReadonlySet<string>;
  readonly suggestions: number;
  /** Suggestions whose result does not parse: "file:line:column suggestion". */
  readonly unparsableSuggestions: readonly string[];
}

type SourceType = "module" | "commonjs" | "script";

function parses(text: string, sourceType: SourceType): boolean {
  try {
    espree.parse(text, { ecmaVersion: "latest", sourceType });
    return true;
  } catch {
    return false;
  }
}

function sourceTypeOf(text: string): SourceType | undefined {
  return (["commonjs", "module", "script"] as const).find((type) => parses(text, type));
}

const files = ["**/*.js", "**/*.cjs", "**/*.mjs"];

function language(sourceType: SourceType): Linter.Config {
  return {
    files,
    languageOptions: { ecmaVersion: "latest", sourceType },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
  };
}

const ours: Linter.Config = { ...unblock.configs.recommended, files };
const noSync: Linter.Config = { files, plugins: { n }, rules: { "n/no-sync": "error" } };

/** Lints every script of the package. Errors of the rules are not caught: a crash fails the run. */
export function lintPackage(folder: string): CorpusResult {
  const linter = new Linter({ cwd: folder });
  const findings: CorpusFinding[] = [];
  const unparsable: string[] = [];
  const unparsableSuggestions: string[] = [];
  const noSyncLines = new Set<string>();
  let suggestions = 0;
  const scripts = scriptsOf(folder);
  for (const file of scripts) {
    const filename = path.join(folder, file);
    const text = readFileSync(filename, "utf8");
    const sourceType = sourceTypeOf(text);
    if (sourceType === undefined) {
      unparsable.push(file);
      continue;
    }
    for (const message of linter.verify(text, [language(sourceType), noSync], { filename })) {
      if (message.ruleId === "n/no-sync") noSyncLines.add(`${file}:${message.line}`);
    }
    for (const message of linter.verify(text, [language(sourceType), ours], { filename })) {
      if (message.fatal === true) throw new Error(`${file}: ${message.message}`);
      // ESLint's own word that the file's directives have no effect here.
      if (message.ruleId === null) continue;
      const offered = message.suggestions ?? [];
      suggestions += offered.length;
      const { line, column } = message;
      const { ruleId } = message;
      findings.push({
        file,
        line,
        column,
        ruleId,
        message: message.message,
        suggestions: offered.length,
      });
      for (const { desc, fix } of offered) {
        const result = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
        if (!parses(result, sourceType)) {
          unparsableSuggestions.push(`${file}:${line}:${column} ${desc}`);
        }
      }
    }
  }
  return {
    files: scripts.length,
    unparsable,
    findings,
    noSyncLines,
    suggestions,
    unparsableSuggestions,
  };
}
