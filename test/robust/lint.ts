/** Runs every rule, with all that its options can turn on, over files as they are, and times what it adds to ESLint. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import unblock from "eslint-plugin-unblock";
import { parses, sourceTypeOf, type SourceType } from "../corpus/parsing.js";

export interface LintedFile {
  readonly file: string;
  readonly bytes: number;
  /** What ESLint takes for the file without any rule, parsing included. Milliseconds. */
  readonly eslintMs: number;
  /** What our rules add: imported files that no file before has brought up are read for it too. Milliseconds. */
  readonly rulesMs: number;
  /** What they add when the same file is linted once more, as editors do. */
  readonly againMs: number;
  readonly findings: number;
  readonly suggestions: number;
  /** "line:column suggestion", of each suggestion whose result does not parse. */
  readonly unparsableSuggestions: readonly string[];
}

const files = ["**/*.js", "**/*.cjs", "**/*.mjs"];
const rules: Linter.Config = { ...unblock.configs.strict, files };

function language(sourceType: SourceType): Linter.Config {
  return {
    files,
    languageOptions: {
      ecmaVersion: "latest",
      sourceType,
      parserOptions: { ecmaFeatures: { impliedStrict: false } },
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
  };
}

/**
 * The shortest of up to three times that the work takes, or the first that is at most twice `goodMs`: others on the
 * machine only ever add.
 */
function quietest(goodMs: number, work: () => void): number {
  let shortest = Infinity;
  for (let attempt = 0; attempt < 3 && shortest > 2 * goodMs; attempt++) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/** Lints a file. Undefined where it does not parse. Errors of the rules are not caught: a crash fails the run. */
export function lintFile(folder: string, file: string): LintedFile | undefined {
  const filename = path.join(folder, file);
  const text = readFileSync(filename, "utf8");
  const sourceType = sourceTypeOf(text);
  if (sourceType === undefined) return undefined;
  const linter = new Linter({ cwd: folder });
  const start = performance.now();
  linter.verify(text, [language(sourceType)], { filename });
  const between = performance.now();
  const messages = linter.verify(text, [language(sourceType), rules], { filename });
  const end = performance.now();
  const eslintMs = between - start;
  const againMs = quietest(eslintMs, () => {
    linter.verify(text, [language(sourceType), rules], { filename });
  });
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(`${file}: ${fatal.message}`);
  const suggested = messages.flatMap(({ line, column, suggestions = [] }) =>
    suggestions.map(({ desc, fix: { range, text: replacement } }) => ({
      where: `${line}:${column} ${desc}`,
      text: text.slice(0, range[0]) + replacement + text.slice(range[1]),
    })),
  );
  return {
    file,
    bytes: text.length,
    eslintMs,
    // Below 0 where they add next to nothing and the machine was busy before.
    rulesMs: Math.max(0, end - between - eslintMs),
    againMs: Math.max(0, againMs - eslintMs),
    findings: messages.filter(({ ruleId }) => ruleId?.startsWith("unblock/")).length,
    suggestions: suggested.length,
    unparsableSuggestions: suggested.flatMap((one) =>
      parses(one.text, sourceType) ? [] : [one.where],
    ),
  };
}
