/** Runs our rules and `n/no-sync` over a corpus package and applies every suggestion in memory. */
import { readFileSync } from "node:fs";
import path from "node:path";
import n from "eslint-plugin-n";
import { Linter } from "eslint";
import unblock from "eslint-plugin-unblock";
import { scriptsOf } from "./packages.js";
import { parses, sourceTypeOf, type SourceType } from "./parsing.js";

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
  /** Every suggestion for the code as it is, and for the code as if all its named functions were async. */
  readonly mended: readonly Mended[];
  /** Suggestions whose result does not parse: "file:line:column suggestion". */
  readonly unparsableSuggestions: readonly string[];
}

/** What one suggestion makes of a file. */
export interface Mended {
  /** "file:line:column suggestion". */
  readonly where: string;
  readonly file: string;
  /** False for code with functions that were made async, of which the types say little. */
  readonly isAsPublished: boolean;
  readonly written: string;
  readonly text: string;
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

interface Reported extends Linter.LintMessage {
  readonly ruleId: string;
}

/** What our rules say. Errors of the rules are not caught: a crash fails the run. */
function oursOf(
  linter: Linter,
  text: string,
  sourceType: SourceType,
  filename: string,
): readonly Reported[] {
  const messages = linter.verify(text, [language(sourceType), ours], { filename });
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(`${filename}: ${fatal.message}`);
  // Without a rule it is ESLint's own word that the file's directives have no effect here.
  return messages.filter((message): message is Reported => message.ruleId !== null);
}

function mendedBy(
  messages: readonly Reported[],
  file: string,
  written: string,
  isAsPublished: boolean,
): Mended[] {
  return messages.flatMap(({ line, column, suggestions = [] }) =>
    suggestions.map(({ desc, fix: { range, text } }) => ({
      where: `${file}:${line}:${column} ${desc}`,
      file,
      isAsPublished,
      written,
      text: written.slice(0, range[0]) + text + written.slice(range[1]),
    })),
  );
}

/** The same code with functions that may await, so that there is more to mend. */
function asIfAsync(code: string): string {
  if (!/Sync\b|Atomics\.wait/.test(code)) return code;
  return code.replaceAll(/(?<![\w.$] ?|async )\bfunction (\w+)\(/g, "async function $1(");
}

/** Lints every script of the package. Errors of the rules are not caught: a crash fails the run. */
export function lintPackage(folder: string): CorpusResult {
  const linter = new Linter({ cwd: folder });
  const findings: CorpusFinding[] = [];
  const unparsable: string[] = [];
  const unparsableSuggestions: string[] = [];
  const mended: Mended[] = [];
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
    const messages = oursOf(linter, text, sourceType, filename);
    for (const { ruleId, line, column, message, suggestions: offered = [] } of messages) {
      suggestions += offered.length;
      findings.push({ file, line, column, ruleId, message, suggestions: offered.length });
    }
    const ofFile = mendedBy(messages, file, text, true);
    const asAsync = asIfAsync(text);
    if (asAsync !== text && parses(asAsync, sourceType)) {
      ofFile.push(...mendedBy(oursOf(linter, asAsync, sourceType, filename), file, asAsync, false));
    }
    for (const one of ofFile) {
      if (!parses(one.text, sourceType)) unparsableSuggestions.push(one.where);
    }
    mended.push(...ofFile);
  }
  return {
    files: scripts.length,
    unparsable,
    findings,
    noSyncLines,
    suggestions,
    mended,
    unparsableSuggestions,
  };
}
