/** How a file writes its imports: its module system, quotes, semicolons, and the prefix of built-in modules. */
import type { Node } from "../../analysis/syntax/ast.js";
import { statementsOf } from "./statements.js";
import type { SourceCode } from "../types.js";

export interface ModuleStyle {
  readonly system: "esm" | "commonjs";
  readonly quote: '"' | "'";
  readonly semicolon: ";" | "";
  /** "node:" before built-in modules. */
  readonly prefix: boolean;
  readonly newline: "\n" | "\r\n";
}

/** Built-in modules that files commonly load: enough to see whether a file writes the prefix. */
const builtIn = new Set(
  (
    "assert buffer child_process cluster crypto dns events fs fs/promises http http2 https inspector module net os " +
    "path perf_hooks process querystring readline stream stream/promises string_decoder timers timers/promises tls " +
    "url util v8 vm worker_threads zlib"
  ).split(" "),
);

/** Whether a specifier names one of those modules, or says itself that it is built in. */
export function isBuiltIn(specifier: string): boolean {
  return specifier.startsWith("node:") || builtIn.has(specifier);
}

/** "fs" of "node:fs": two specifiers of one module compare equal. */
export function bareName(specifier: string): string {
  return specifier.startsWith("node:") ? specifier.slice("node:".length) : specifier;
}

/** The specifier as this file would write it. */
export function specifierFor(module: string, style: ModuleStyle): string {
  const bare = bareName(module);
  return style.prefix || !builtIn.has(bare) ? module : bare;
}

export function quoted(specifier: string, style: ModuleStyle): string {
  return `${style.quote}${specifier}${style.quote}`;
}

/** A statement that loads a module at the top of a file. */
export interface Load {
  readonly statement: Node;
  readonly specifier: string;
  /** The text of the specifier, with its quotes. */
  readonly raw: string;
}

/** The specifier of `require("x")`. */
export function requiredSpecifier(
  node: Node | null | undefined,
): { value: string; raw: string } | undefined {
  if (node?.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const [first] = node.arguments;
  if (node.callee.name !== "require" || first?.type !== "Literal") return undefined;
  return typeof first.value === "string" ? { value: first.value, raw: first.raw } : undefined;
}

/** The modules that a statement loads. */
export function loadsOf(statement: Node): Load[] {
  if (statement.type === "ImportDeclaration") {
    return [{ statement, specifier: statement.source.value, raw: statement.source.raw }];
  }
  if (statement.type === "TSImportEqualsDeclaration") {
    const reference = statement.moduleReference;
    if (reference.type !== "TSExternalModuleReference") return [];
    const { expression } = reference;
    if (expression.type !== "Literal" || typeof expression.value !== "string") return [];
    return [{ statement, specifier: expression.value, raw: expression.raw }];
  }
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap((declarator) => {
    const { init } = declarator;
    const required = requiredSpecifier(init?.type === "MemberExpression" ? init.object : init);
    return required === undefined
      ? []
      : [{ statement, specifier: required.value, raw: required.raw }];
  });
}

/** The statements of the file's own body that load modules, in source order. */
export function topLevelLoads(sourceCode: SourceCode): Load[] {
  return statementsOf(sourceCode).flatMap(loadsOf);
}

const loading: ReadonlySet<string> = new Set(["require", "import", "getBuiltinModule"]);

/** What is loaded elsewhere than at the top: `require("fs")` in a function, `import("fs")`. */
function innerLoads(sourceCode: SourceCode): readonly Pick<Load, "specifier" | "raw">[] {
  const { tokens } = sourceCode.ast;
  return tokens.flatMap(({ type, value }, index) => {
    if (type !== "String" || tokens[index - 1]?.value !== "(") return [];
    const loads = loading.has(tokens[index - 2]?.value ?? "");
    return loads ? { specifier: value.slice(1, -1), raw: value } : [];
  });
}

function systemOf(sourceCode: SourceCode, loads: readonly Load[]): ModuleStyle["system"] {
  const { sourceType } = sourceCode.ast;
  const isModule = statementsOf(sourceCode).some(
    ({ type }) => /^(Import|Export)/.test(type) || type === "TSImportEqualsDeclaration",
  );
  if (isModule) return "esm";
  if (sourceType !== "module" || loads.length > 0) return "commonjs";
  const usesExports = /^\s*(module\.exports|exports\.\w+)\s*=/m.test(sourceCode.text);
  return usesExports || /\brequire\(["']/.test(sourceCode.text) ? "commonjs" : "esm";
}

export function moduleStyle(sourceCode: SourceCode): ModuleStyle {
  const loads = topLevelLoads(sourceCode);
  const firstString = sourceCode.ast.tokens.find(({ type }) => type === "String")?.value;
  const atTop = loads.filter(({ specifier }) => isBuiltIn(specifier));
  const inner = atTop.length > 0 ? [] : innerLoads(sourceCode);
  const raw = loads[0]?.raw ?? inner[0]?.raw ?? firstString;
  const builtInLoads =
    atTop.length > 0 ? atTop : inner.filter(({ specifier }) => isBuiltIn(specifier));
  const sample =
    loads[0]?.statement ??
    statementsOf(sourceCode).find(({ type }) => /^(Expression|Variable)/.test(type));
  const lastToken = sample === undefined ? undefined : sourceCode.getLastToken(sample)?.value;
  return {
    system: systemOf(sourceCode, loads),
    quote: raw?.startsWith("'") === true ? "'" : '"',
    semicolon: lastToken === undefined || lastToken === ";" ? ";" : "",
    prefix:
      builtInLoads.length === 0 ||
      builtInLoads.some(({ specifier }) => specifier.startsWith("node:")),
    newline: sourceCode.text.includes("\r\n") ? "\r\n" : "\n",
  };
}
