/**
 * A call of a function that the file declares: `digest(file)`. The function moves into a module of its own with all that
 * it needs, and a worker thread runs it: `await spawnBlocking(new URL("./digest.worker.js", import.meta.url), "digest",
 * [file])`.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, unwrap, type FunctionNode, type Node } from "../../analysis/syntax/ast.js";
import type { ClosureProblem } from "../../analysis/linting.js";
import { awaitedSuggestion } from "../awaited.js";
import { variableAt } from "../imports/bindings.js";
import { makeAvailable } from "../imports/imports.js";
import { compose, isTyped, location } from "./compose.js";
import { wantedFile } from "./module-file.js";
import { declarationOf, isWithin, needsOf, type Declaration } from "./needs.js";
import { givesCopies, worksOnCopies } from "./sendable-use.js";
import type { Extraction } from "./extraction.js";
import type { ExtractedCall, Origin } from "./types.js";

export function extractFunction(
  origin: Origin,
  { call, detached }: ExtractedCall,
): Extraction | undefined {
  const { sourceCode, filename } = origin;
  if (call.type !== "CallExpression" || call.typeArguments !== undefined || call.optional) {
    return undefined;
  }
  const called = calledFunction(origin, call);
  if (called === undefined || !canMove(origin, called.fn) || !canSend(origin, call, called.fn)) {
    return undefined;
  }
  const { declaration } = called;
  const needs = needsOf(sourceCode, [declaration.statement]);
  if (needs === undefined || needs.captured.size > 0) return undefined;
  const declarations = [...needs.declarations, declaration].toSorted(
    (a, b) => a.statement.range[0] - b.statement.range[0],
  );
  if (declarations.some((one) => !isMovable(origin, one, call))) return undefined;
  const exportName = declaration.variable.name;
  const hasMarkup = declarations.some(({ statement }) => mentionsMarkup(origin, statement));
  const moduleFile = origin.freeFile(wantedFile(filename, exportName, hasMarkup));
  const available = makeAvailable(
    { sourceCode, node: call, beside: "spawn-blocking" },
    { module: "spawn-blocking", name: "spawnBlocking" },
  );
  const place = location(origin, moduleFile, call);
  if (available === undefined || place === undefined) return undefined;
  const typed = isTyped(origin) ? `<typeof ${exportName}>` : "";
  const text = `${available.expression}${typed}(${place}, "${exportName}"${listOf(origin, call)})`;
  const suggestion = awaitedSuggestion(
    { sourceCode, filename, call, ...(detached && { detached }) },
    {
      text: `Extract ${exportName} into ${moduleFile}, and run it on a worker thread.`,
      edits: [{ range: call.range, text }, ...available.edits],
      exact: false,
    },
  );
  if (suggestion === undefined) return undefined;
  return compose(origin, {
    text: suggestion.text,
    exportName,
    moduleFile,
    needs,
    declarations,
    edits: suggestion.edits,
    replaced: [call.callee],
    node: call,
  });
}

interface Called {
  readonly declaration: Declaration;
  readonly fn: FunctionNode;
}

function calledFunction(
  { sourceCode }: Origin,
  { callee }: TSESTree.CallExpression,
): Called | undefined {
  if (callee.type !== "Identifier") return undefined;
  const variable = variableAt(sourceCode, callee.name, callee);
  const declaration = variable === undefined ? undefined : declarationOf(variable);
  const fn = declaration === undefined ? undefined : functionOf(declaration.declared);
  return declaration === undefined || fn === undefined ? undefined : { declaration, fn };
}

function functionOf(declared: Node): FunctionNode | undefined {
  if (declared.type === "FunctionDeclaration") return declared;
  const init = declared.type === "VariableDeclaration" ? declared.declarations[0].init : null;
  const value = init === null ? undefined : unwrap(init);
  return value !== undefined && isFunction(value) ? value : undefined;
}

/** What has no place of its own among a module's exports: generic, async and generator functions. */
function canMove({ judge }: Origin, fn: FunctionNode): boolean {
  if (fn.async || fn.generator || fn.typeParameters !== undefined) return false;
  return judge.closureProblems(fn).every((problem) => isMet(problem));
}

/** Names from around it go along, or nothing moves at all: only what is bound to the thread or the file is in the way. */
export function isMet({ kind, name }: ClosureProblem): boolean {
  switch (kind) {
    case "context":
    case "helper":
    case "assigned":
    case "page-global":
      return false;
    case "module-name":
      return name === "require" || name === "__dirname";
    default:
      return true;
  }
}

function canSend(
  { judge, file, sourceCode }: Origin,
  call: TSESTree.CallExpression,
  fn: FunctionNode,
): boolean {
  if (call.arguments.some(({ type }) => type === "SpreadElement")) return false;
  if (!worksOnCopies(sourceCode, fn) || !givesCopies(sourceCode, fn)) return false;
  const problems = judge.valueProblems({
    name: "spawnBlocking",
    node: call,
    argument: fn,
    functions: [{ file, node: fn }],
    following: undefined,
    sent: call.arguments,
  });
  return problems.length === 0;
}

function isMovable(origin: Origin, { statement, declared }: Declaration, call: Node): boolean {
  if (isWithin(call, statement)) return false;
  const fn = functionOf(declared);
  return fn === undefined || origin.judge.closureProblems(fn).every((problem) => isMet(problem));
}

/** The arguments as they stand, with their comments, in a list. */
function listOf({ sourceCode }: Origin, call: TSESTree.CallExpression): string {
  if (call.arguments.length === 0) return "";
  const open = sourceCode.getTokenAfter(call.callee, { filter: ({ value }) => value === "(" });
  const from = open?.range[1] ?? call.callee.range[1];
  return `, [${sourceCode.text.slice(from, call.range[1] - 1)}]`;
}

export function mentionsMarkup({ sourceCode }: Origin, node: Node): boolean {
  return sourceCode.ast.tokens.some(
    (token) => String(token.type).startsWith("JSX") && isWithin(token, node),
  );
}
