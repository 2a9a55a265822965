/** Parsing with the parser of whoever asks: ESLint's, or one handed over. */
import { analyze } from "eslint-scope";
import { KEYS } from "eslint-visitor-keys";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { VisitorKeys } from "./ast.js";
import type { EslintParser, ParseError } from "../project/project-types.js";
import { SourceFile } from "./source-file.js";

interface ParserResult {
  readonly ast: TSESTree.Program;
  readonly scopeManager?: TSESLint.Scope.ScopeManager | null;
  readonly visitorKeys?: VisitorKeys | null;
  readonly services?: unknown;
}

const defaults = {
  ecmaVersion: "latest",
  sourceType: "module",
  range: true,
  loc: true,
  comment: true,
  tokens: false,
  // Of typescript-eslint: without types nobody asks for TypeScript's own tree, which would stay in memory.
  jsDocParsingMode: "none",
  preserveNodeMaps: false,
  suppressDeprecatedPropertyWarnings: true,
  // It would declare the globals of these libraries anew in the scopes of each file; the catalog knows those that block.
  lib: [] as string[],
} as const;

/** A parsed file with its scopes and the parents of its nodes; what the making of scopes throws, as a value. */
export function prepared(file: SourceFile | ParseError): SourceFile | ParseError {
  if (!(file instanceof SourceFile)) return file;
  try {
    file.prepare();
    return file;
  } catch (error) {
    return toParseError(error);
  }
}

/** Parses a file for its syntax alone. What a parser throws for bad syntax comes back as a value. */
export function parseSyntax(
  parser: EslintParser,
  parserOptions: object,
  path: string,
  text: string,
): SourceFile | ParseError {
  let failure: ParseError | undefined;
  for (const sourceType of sourceTypes(path)) {
    const options = { ...defaults, ...parserOptions, sourceType, filePath: path, ...jsx(path) };
    try {
      return toSourceFile(runParser(parser, text, options), sourceType, path, text);
    } catch (error) {
      failure ??= toParseError(error);
    }
  }
  return failure ?? { message: "the parser gave no syntax tree", line: 1, column: 0 };
}

/** A module first, whatever the extension says of it; a script where that does not parse. */
function sourceTypes(path: string): readonly ("module" | "script")[] {
  return /\.[cm]?tsx?$/u.test(path) || path.endsWith(".mjs") ? ["module"] : ["module", "script"];
}

function jsx(path: string): object {
  return { ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(path), globalReturn: /\.c?js$/u.test(path) } };
}

function runParser(
  parser: EslintParser,
  text: string,
  options: Record<string, unknown>,
): ParserResult {
  const source = text.startsWith("#!") ? `//${text.slice(2)}` : text;
  if (parser.parseForESLint !== undefined)
    return parser.parseForESLint(source, options) as ParserResult;
  if (parser.parse === undefined) throw new TypeError("the parser has no parse method");
  // Lines and columns would be half of what a tree takes; those that are asked for are counted in the text.
  return {
    ast: parser.parse(source, { ...options, loc: false, comment: false }) as TSESTree.Program,
  };
}

function toSourceFile(
  parsed: ParserResult,
  sourceType: "module" | "script",
  path: string,
  text: string,
): SourceFile {
  const visitorKeys = parsed.visitorKeys ?? KEYS;
  const scopeManager =
    parsed.scopeManager ??
    // espree and its like leave scopes to ESLint, which has them made in this way.
    ((): TSESLint.Scope.ScopeManager =>
      analyze(parsed.ast as never, {
        ecmaVersion: 2024,
        sourceType,
        // Keys of our own would be copied for each pattern: esrecurse knows the common nodes, and asks about others.
        fallback: ((node: { type: string }) => visitorKeys[node.type] ?? []) as never,
      }) as unknown as TSESLint.Scope.ScopeManager);
  const { ast, services } = parsed;
  // Some parsers give tokens whatever they are told: a third of what a file takes, and of imported files nobody asks.
  if (ast.tokens !== undefined) ast.tokens = [];
  return new SourceFile({ path, text, ast, scopeManager, visitorKeys, services });
}

function toParseError(error: unknown): ParseError {
  const fields = (typeof error === "object" && error !== null ? error : {}) as {
    message?: unknown;
    lineNumber?: unknown;
    line?: unknown;
    column?: unknown;
    loc?: { line?: unknown; column?: unknown };
    location?: { start?: { line?: unknown; column?: unknown } };
  };
  const line = fields.lineNumber ?? fields.location?.start?.line ?? fields.line ?? fields.loc?.line;
  const column = fields.location?.start?.column ?? fields.loc?.column ?? fields.column;
  const fromOne = fields.location === undefined && fields.loc === undefined;
  return {
    message: typeof fields.message === "string" ? fields.message : String(error),
    line: typeof line === "number" ? line : 1,
    column: typeof column === "number" ? Math.max(0, fromOne ? column - 1 : column) : 0,
  };
}
