/** How our rules are configured, as ESLint's core takes it. */
import { parseForESLint, type ParserOptions } from "@typescript-eslint/parser";
import type { Linter } from "eslint/universal";
import { defaultContexts, type ExecutionContext } from "eslint-plugin-unblock/analysis";
import { createEditorPlugin, programOnly, type EditorPlugin } from "eslint-plugin-unblock/editor";
import type { RuleConfiguration, RuleEntry } from "./configuration.js";

const { rules: ruleModules, configs } = createEditorPlugin().plugin;
export const ruleNames: ReadonlySet<string> = new Set(Object.keys(ruleModules ?? {}));

/** Our rules as the plugin recommends them, under our own namespace; warnings, where nobody chose to have errors. */
export const recommended: RuleConfiguration = {
  namespace: "unblock",
  rules: Object.fromEntries(
    Object.entries(configs.recommended.rules ?? {}).map(([id, entry]) => [
      id.slice(id.indexOf("/") + 1),
      asWarning(normalise(entry)),
    ]),
  ),
};

export const languageOptions = {
  parser: programOnly({
    parseForESLint: (text, options) => parseForESLint(text, options as ParserOptions),
  }) as Linter.Parser,
  parserOptions: {
    ecmaFeatures: { jsx: true },
    // No rule of ours reads doc comments by their syntax, nor TypeScript's own tree, which would stay in memory.
    jsDocParsingMode: "none",
    preserveNodeMaps: false,
    suppressDeprecatedPropertyWarnings: true,
    // Nor the globals of TypeScript's libraries, which would be declared anew for each text.
    lib: [],
  },
};

export function flatConfig(
  plugin: EditorPlugin["plugin"],
  { namespace, rules }: RuleConfiguration,
): Linter.Config[] {
  return [
    {
      // A pattern that matches everything would not count as naming a file: ESLint wants one by extension.
      files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
      languageOptions,
      linterOptions: { reportUnusedDisableDirectives: "off" },
      plugins: { unblock: plugin, [namespace]: plugin },
      rules: Object.fromEntries(
        Object.entries(rules)
          .filter(([name]) => ruleNames.has(name))
          .map(([name, entry]) => [`${namespace}/${name}`, [...entry] as Linter.RuleEntry]),
      ),
    },
    { files: ["**/*.cjs", "**/*.cts"], languageOptions: { sourceType: "commonjs" } },
  ];
}

/** The contexts in which any of our rules reports, and those that it would without options. */
export function contextsOf({ rules }: RuleConfiguration): readonly ExecutionContext[] {
  const asked = Object.values(rules).flatMap(([, options]) => {
    const { contexts } = (options ?? {}) as { contexts?: readonly ExecutionContext[] };
    return contexts ?? [];
  });
  return [...new Set([...defaultContexts, ...asked])];
}

/** How ESLint begins when a rule's options do not fit its schema. */
export function isAboutOptions(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Key "rules"');
}

export function withoutOptions({ namespace, rules }: RuleConfiguration): RuleConfiguration {
  return {
    namespace,
    rules: Object.fromEntries(
      Object.entries(rules).map(([name, [severity]]) => [name, [severity]]),
    ),
  };
}

function asWarning([severity, ...options]: RuleEntry): RuleEntry {
  return [severity === 0 ? 0 : 1, ...options];
}

/** A rule's entry in the form that ESLint has after reading a configuration: a list that starts with a number. */
export function normalise(entry: unknown): RuleEntry {
  const [severity, ...options] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
  if (severity === 2 || severity === "error") return [2, ...options];
  if (severity === 1 || severity === "warn") return [1, ...options];
  return [0, ...options];
}
