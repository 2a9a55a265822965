/**
 * Applies fixers to code without the analysis: every call is taken for the catalog's API of the same name, and every
 * loop for one that waits.
 */
import { createRequire } from "node:module";
import { Linter, type Rule } from "eslint";
import type { TSESTree } from "@typescript-eslint/utils";
import { catalog } from "../../../eslint-plugin/src/catalog/index.js";
import type { BlockingApi } from "../../../eslint-plugin/src/catalog/types.js";
import {
  busyWaitSuggestions,
  suggestionsForCall,
  type BusyLoop,
  type Suggestion,
} from "../../../eslint-plugin/src/fixes/index.js";
import type { SourceCode } from "../../../eslint-plugin/src/fixes/types.js";

const parser = createRequire(import.meta.url)("@typescript-eslint/parser") as Linter.Parser;

export interface Where {
  readonly sourceType?: "module" | "commonjs" | "script";
  readonly typescript?: boolean;
  /** Of the suggestions for each call: the first by default. */
  readonly choose?: number;
  /** Of the suggestions for each call only those whose text this matches. */
  readonly offered?: RegExp;
  /** The catalog's module, where a name alone does not tell. */
  readonly module?: string;
  /** The catalog's path of every call, for methods. */
  readonly path?: string;
}

interface Known {
  readonly module: string;
  readonly path: string;
  readonly api: BlockingApi;
}

function named(name: string, module: string | undefined): Known | undefined {
  for (const entry of catalog) {
    if (module !== undefined && entry.module !== module) continue;
    for (const [path, api] of Object.entries(entry.apis)) {
      if (path === name || path.endsWith(`.prototype.${name}`))
        return { module: entry.module, path, api };
    }
  }
  return undefined;
}

function nameOf(callee: TSESTree.Node): string {
  if (callee.type === "SequenceExpression") return nameOf(callee.expressions.at(-1) ?? callee);
  if (callee.type !== "MemberExpression") return callee.type === "Identifier" ? callee.name : "";
  const property = callee.property.type === "Identifier" ? callee.property.name : "";
  const root = callee.object.type === "Identifier" ? callee.object.name : "";
  if (property === "native") return `${nameOf(callee.object)}.native`;
  return /^(Atomics|Deno|Bun|WebAssembly)$/.test(root) ? `${root}.${property}` : property;
}

/** A rule that reports every call with its suggestions, as the real rules do. */
function ruleFor(where: Where): Rule.RuleModule {
  return {
    meta: { type: "suggestion", hasSuggestions: true, schema: [] },
    create: (context) => ({
      "CallExpression, NewExpression"(node: Rule.Node) {
        const call = node as unknown as TSESTree.CallExpression | TSESTree.NewExpression;
        const called = named(where.path ?? nameOf(call.callee), where.module);
        const [first] = call.arguments;
        const handed = first === undefined ? undefined : named(nameOf(first), where.module);
        const known = called ?? handed;
        if (known === undefined) return;
        const sourceCode = context.sourceCode as unknown as SourceCode;
        const suggestions = suggestionsForCall({
          sourceCode,
          filename: context.filename,
          call,
          form: called === undefined ? "reference" : "call",
          ...known,
        });
        context.report({ node, message: known.path, suggest: suggestions.map(asSuggestion) });
      },
      ":matches(WhileStatement, DoWhileStatement, ForStatement)"(node: Rule.Node) {
        const { sourceCode } = context as unknown as { readonly sourceCode: SourceCode };
        const loop = node as unknown as BusyLoop["loop"];
        const suggestions = busyWaitSuggestions({ sourceCode, filename: context.filename, loop });
        if (suggestions.length === 0) return;
        context.report({ node, message: "busy loop", suggest: suggestions.map(asSuggestion) });
      },
    }),
  };
}

function asSuggestion({ text, edits }: Suggestion): Rule.SuggestionReportDescriptor {
  return {
    desc: text,
    fix: (fixer) => edits.map(({ range, text: to }) => fixer.replaceTextRange([...range], to)),
  };
}

function lint(code: string, where: Where): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ["**/*.{js,ts}"],
    plugins: { test: { rules: { fix: ruleFor(where) } } },
    rules: { "test/fix": "error" },
    languageOptions: {
      sourceType: where.sourceType ?? "module",
      ...(where.typescript === true ? { parser } : {}),
    },
  };
  const linter = new Linter({ configType: "flat" });
  const messages = linter.verify(code, config, {
    filename: where.typescript === true ? "a.ts" : "a.js",
  });
  const fatal = messages.find((message) => message.ruleId === null);
  if (fatal !== undefined) throw new Error(`can't be linted: ${fatal.message}\n${code}`);
  return messages;
}

/** The texts of what is offered for each call that the catalog knows. */
export function offers(code: string, where: Where = {}): string[][] {
  return lint(code, where).map(({ suggestions }) => (suggestions ?? []).map(({ desc }) => desc));
}

/** What each suggestion for each call makes of the code. */
export function outputs(code: string, where: Where = {}): string[] {
  return lint(code, where).flatMap(({ suggestions }) =>
    (suggestions ?? []).map(({ fix }) => applied(code, fix)),
  );
}

/** Throws for code that does not parse. */
export function parse(code: string, where: Where = {}): void {
  lint(code, where);
}

function applied(code: string, { range: [start, end], text }: Rule.Fix): string {
  return code.slice(0, start) + text + code.slice(end);
}

/** The code with one suggestion applied for the first call that has one; undefined where none is offered. */
export function fixOnce(code: string, where: Where = {}): string | undefined {
  for (const { suggestions } of lint(code, where)) {
    const wanted = (suggestions ?? []).filter(({ desc }) => where.offered?.test(desc) ?? true);
    const fix = wanted[where.choose ?? 0]?.fix;
    if (fix === undefined) continue;
    const fixed = applied(code, fix);
    lint(fixed, where);
    return fixed;
  }
  return undefined;
}

/** The code with suggestions applied one after the other until none is left. */
export function fixAll(code: string, where: Where = {}): string {
  let current = code;
  for (let round = 0; round < 200; round += 1) {
    const fixed = fixOnce(current, where);
    if (fixed === undefined) return current;
    current = fixed;
  }
  throw new Error(`suggestions without end:\n${current}`);
}
