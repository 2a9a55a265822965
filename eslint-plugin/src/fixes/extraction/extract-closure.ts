/**
 * A closure that is sent to a worker thread as text, but uses what it would not have there: it moves into a module of its
 * own. Variables of the function around become parameters.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, unwrap, type FunctionNode, type Node } from "../../analysis/syntax/ast.js";
import type { SpawnCall } from "../../analysis/linting.js";
import { freeName, type Variable } from "../imports/bindings.js";
import { moduleStyle } from "../imports/module-style.js";
import type { Edit } from "../types.js";
import { addElement, addParameters } from "../worker-closure.js";
import { compose, isTyped, location } from "./compose.js";
import { isMet, mentionsMarkup } from "./extract-function.js";
import { wantedFile } from "./module-file.js";
import { needsOf } from "./needs.js";
import { givesCopies, worksOnCopies } from "./sendable-use.js";
import type { Extraction } from "./extraction.js";
import type { Origin } from "./types.js";

export function extractClosure(origin: Origin, call: SpawnCall): Extraction | undefined {
  const { sourceCode, filename, judge } = origin;
  const fn = unwrap(call.argument);
  if (call.name !== "spawnBlocking" || fn.type === "FunctionDeclaration" || !isFunction(fn)) {
    return undefined;
  }
  const problems = judge.closureProblems(fn);
  if (fn.generator || fn.typeParameters !== undefined || !problems.every(isMet)) return undefined;
  if (judge.valueProblems(call).length > 0) return undefined;
  if (!worksOnCopies(sourceCode, fn) || !givesCopies(sourceCode, fn)) return undefined;
  const inner = needsOf(sourceCode, [fn]);
  if (inner === undefined) return undefined;
  const parameters = parametersFor(origin, inner.captured);
  const isData = problems.every(
    ({ kind, name }) => kind !== "function" || !hasName(inner.captured, name),
  );
  if (parameters === undefined || !isData) return undefined;
  const needs = needsOf(sourceCode, [fn, ...parameters.types]);
  if (needs === undefined) return undefined;
  const exportName = freeName(sourceCode, fn, `${nameFor(fn)}Job`, []);
  const moduleFile = origin.freeFile(wantedFile(filename, exportName, mentionsMarkup(origin, fn)));
  const edits = callEdits(origin, call, fn, exportName, moduleFile, [...inner.captured]);
  const text = exportedText(origin, fn, exportName, parameters.texts);
  if (edits === undefined || text === undefined) return undefined;
  return compose(origin, {
    text: `Move this function into ${moduleFile}, which the worker thread loads.`,
    exportName,
    moduleFile,
    needs,
    declarations: needs.declarations,
    added: { name: exportName, text },
    edits,
    replaced: [fn],
    node: fn,
  });
}

function hasName(variables: ReadonlySet<Variable>, name: string): boolean {
  return [...variables].some((variable) => variable.name === name);
}

/** Parameters for captured variables, in TypeScript with the types that are written where they are declared. */
function parametersFor(
  origin: Origin,
  captured: ReadonlySet<Variable>,
): { readonly texts: readonly string[]; readonly types: readonly Node[] } | undefined {
  const texts: string[] = [];
  const types: Node[] = [];
  for (const { name, defs } of captured) {
    const declared = defs[0]?.name;
    if (defs[0]?.type !== "Parameter" && defs[0]?.type !== "Variable") return undefined;
    if (!isTyped(origin)) texts.push(name);
    else {
      const annotation = declared?.type === "Identifier" ? declared.typeAnnotation : undefined;
      if (annotation === undefined) return undefined;
      types.push(annotation);
      texts.push(name + origin.sourceCode.getText(annotation));
    }
  }
  return { texts, types };
}

/** "render" for a closure that calls `render` first. */
function nameFor(fn: FunctionNode): string {
  if (fn.id !== null && fn.id !== undefined) return fn.id.name;
  const body = fn.body.type === "BlockStatement" ? returnedBy(fn.body) : fn.body;
  const value = body === undefined ? undefined : unwrap(body);
  return value?.type === "CallExpression" && value.callee.type === "Identifier"
    ? value.callee.name
    : "worker";
}

function returnedBy({ body }: TSESTree.BlockStatement): Node | undefined {
  const last = body.at(-1);
  return last?.type === "ReturnStatement" ? (last.argument ?? undefined) : undefined;
}

function exportedText(
  { sourceCode }: Origin,
  fn: FunctionNode,
  name: string,
  parameters: readonly string[],
): string | undefined {
  const { system, semicolon } = moduleStyle(sourceCode);
  const added = parameters.length === 0 ? undefined : addParameters(sourceCode, fn, parameters);
  if (parameters.length > 0 && added === undefined) return undefined;
  const [start, end] = fn.range;
  const { text } = sourceCode;
  const body =
    added === undefined
      ? text.slice(start, end)
      : text.slice(start, added.range[0]) + added.text + text.slice(added.range[1], end);
  return `${system === "esm" ? "export " : ""}const ${name} = ${body}${semicolon}`;
}

function callEdits(
  origin: Origin,
  call: SpawnCall,
  fn: FunctionNode,
  exportName: string,
  moduleFile: string,
  captured: readonly Variable[],
): readonly Edit[] | undefined {
  const { sourceCode } = origin;
  const place = location(origin, moduleFile, fn);
  const names = captured.map(({ name }) => name).join(", ");
  const added =
    captured.length === 0
      ? undefined
      : addElement(sourceCode, call, call.following, fn.params.length, names);
  if (place === undefined || (captured.length > 0 && added === undefined)) return undefined;
  const argument = `${place}, "${exportName}"`;
  const isAtEnd = added?.range[0] === call.argument.range[1];
  return [
    ...typeEdits(origin, call, exportName),
    { range: call.argument.range, text: isAtEnd ? argument + (added?.text ?? "") : argument },
    ...(added === undefined || isAtEnd ? [] : [added]),
  ];
}

function typeEdits(origin: Origin, { node }: SpawnCall, exportName: string): readonly Edit[] {
  if (!isTyped(origin)) return [];
  const text = `<typeof ${exportName}>`;
  const end = node.callee.range[1];
  return [{ range: node.typeArguments?.range ?? [end, end], text }];
}
