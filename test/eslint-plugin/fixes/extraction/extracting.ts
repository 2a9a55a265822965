/** Extracts what the rules report first in a text, as an editor does. */
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { createEditorPlugin } from "../../../../eslint-plugin/src/editor.js";

export interface Extracted {
  readonly title: string;
  readonly file: string;
  readonly module: string;
  /** The text that is left. */
  readonly left: string;
}

export interface Where {
  readonly name?: string;
  /** Of TypeScript. Default: "esm". */
  readonly compiledTo?: "esm" | "commonjs" | "unknown";
  /** Files that are there already. */
  readonly existing?: readonly string[];
  /** Which of the reports, from 0. */
  readonly report?: number;
}

export function extracted(text: string, where: Where = {}): Extracted | undefined {
  const { name = "handler.js", compiledTo = "esm", existing = [], report = 0 } = where;
  const { plugin, extraction } = createEditorPlugin();
  const folder = "/unblock-extraction";
  const file = `${folder}/${name}`;
  const linter = new Linter({ cwd: folder, configType: "flat" });
  const languageOptions = {
    parser,
    sourceType: /\.c[jt]s$/u.test(name) ? "commonjs" : "module",
    parserOptions: { ecmaFeatures: { jsx: true } },
  } as const;
  const rules = plugin.configs.recommended.rules ?? {};
  const config: Linter.Config = {
    files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
    plugins: { unblock: plugin },
    rules,
    languageOptions,
  };
  const message = linter.verify(text, config, file)[report];
  const rule = message?.ruleId;
  if (!rule) throw new Error(`nothing is reported: ${message?.message ?? ""}`);
  const result = extraction(
    { sourceCode: linter.getSourceCode(), physicalFilename: file, cwd: folder, languageOptions },
    {
      rule: rule.slice("unblock/".length),
      line: message.line,
      column: message.column - 1,
    },
    {
      compiledTo: compiledTo === "unknown" ? undefined : compiledTo,
      freeFile: (wanted) => freeAmong(existing, wanted),
    },
  );
  if (result === undefined) return undefined;
  let left = "";
  let position = 0;
  for (const { range, text: inserted } of result.edits) {
    left += text.slice(position, range[0]) + inserted;
    [, position] = range;
  }
  left += text.slice(position);
  return { title: result.text, file: result.moduleFile, module: result.moduleText, left };
}

function freeAmong(existing: readonly string[], wanted: string): string {
  return existing.includes(wanted) ? wanted.replace(".worker.", "-2.worker.") : wanted;
}
