/**
 * A call of what Node.js has, from its arguments alone: `pbkdf2Sync(password, salt, 600_000, 64, "sha512")`. A function
 * around it goes into a module of its own; what is written out goes along, everything else becomes a parameter.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type Node } from "../../analysis/syntax/ast.js";
import { awaitedSuggestion } from "../awaited.js";
import { freeName, variableAt } from "../imports/bindings.js";
import { makeAvailable } from "../imports/imports.js";
import { moduleStyle } from "../imports/module-style.js";
import { movableCall, splitArguments, type Split } from "../spawn-blocking.js";
import { indentOf } from "../async/result-place.js";
import { compose, isTyped, location } from "./compose.js";
import type { Extraction } from "./extraction.js";
import { wantedFile } from "./module-file.js";
import { isImport, needsOf } from "./needs.js";
import type { ExtractedCall, Origin } from "./types.js";

/** Without overloads, so that `Parameters` gives the types of the one form that there is. */
const single =
  /^(?:pbkdf2Sync|scryptSync|hkdfSync|(?:de|in)flate(?:Raw)?Sync|g(?:un)?zipSync|unzipSync|brotli(?:De)?[cC]ompressSync)$/u;

export function extractCall(
  origin: Origin,
  { call: node, detached, api }: ExtractedCall,
): Extraction | undefined {
  if (api === undefined) return undefined;
  const { sourceCode, filename } = origin;
  const movable = movableCall({ sourceCode, call: node, ...api });
  if (movable?.isDirect !== true || !isImported(origin, movable.node.callee)) return undefined;
  const call = movable.node;
  const split = splitArguments(sourceCode, movable);
  const types = isTyped(origin) ? typesOf(origin, call, split) : [];
  if (types === undefined) return undefined;
  const needs = needsOf(sourceCode, [
    call.callee,
    ...types.flatMap(({ annotation }) => annotation ?? []),
  ]);
  if (needs === undefined || needs.captured.size > 0) return undefined;
  const taken = new Set([...needs.imports].map(({ name }) => name));
  if (split.parameters.some((name) => taken.has(name))) return undefined;
  const base = (api.path.split(".").at(-1) ?? "work").replace(/Sync$/u, "");
  const wanted = taken.has(base) ? `${base}Job` : base;
  const exportName = freeName(sourceCode, call, wanted, [`${base}Job`]);
  const available = makeAvailable(
    { sourceCode, node: call, beside: "spawn-blocking" },
    { module: "spawn-blocking", name: "spawnBlocking" },
  );
  const moduleFile = origin.freeFile(wantedFile(filename, exportName, false));
  const place = location(origin, moduleFile, call);
  if (available === undefined || place === undefined) return undefined;
  const typed = isTyped(origin) ? `<typeof ${exportName}>` : "";
  const values = split.values.length === 0 ? "" : `, [${split.values.join(", ")}]`;
  const text = `${available.expression}${typed}(${place}, "${exportName}"${values})`;
  const suggestion = awaitedSuggestion(
    { sourceCode, filename, call, ...(detached && { detached }) },
    {
      text: `Extract this call into ${moduleFile}, and run it on a worker thread.`,
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
    declarations: needs.declarations,
    added: { name: exportName, text: functionText(origin, call, exportName, split, types) },
    edits: suggestion.edits,
    replaced: [call.callee],
    node: call,
  });
}

/** True for `pbkdf2Sync` and `crypto.pbkdf2Sync` of an import at the top of the file. */
function isImported({ sourceCode }: Origin, callee: Node): boolean {
  let root = unwrap(callee);
  while (root.type === "MemberExpression" && !root.computed) root = unwrap(root.object);
  const variable = root.type === "Identifier" ? variableAt(sourceCode, root.name, root) : undefined;
  return variable !== undefined && variable.scope.block.type === "Program" && isImport(variable);
}

interface ParameterType {
  readonly text: string;
  /** The type's syntax, where it is written somewhere. */
  readonly annotation?: Node;
}

/** The type of each parameter: as written where the value is declared, else what the call itself takes there. */
function typesOf(
  { sourceCode }: Origin,
  call: TSESTree.CallExpression,
  { nodes }: Split,
): readonly ParameterType[] | undefined {
  const callee = sourceCode.getText(call.callee);
  const types = nodes.map((value): ParameterType | undefined => {
    const annotation = annotationOf(sourceCode, value);
    if (annotation !== undefined) return { text: sourceCode.getText(annotation), annotation };
    const index = call.arguments.findIndex((argument) => argument === value);
    const isSingle = index !== -1 && single.test(callee.split(".").at(-1) ?? "");
    return isSingle ? { text: `: Parameters<typeof ${callee}>[${String(index)}]` } : undefined;
  });
  return types.every((type) => type !== undefined) ? types : undefined;
}

function annotationOf(sourceCode: Origin["sourceCode"], value: Node): Node | undefined {
  const node = unwrap(value);
  if (node.type !== "Identifier") return undefined;
  const [definition] = variableAt(sourceCode, node.name, node)?.defs ?? [];
  const declared = definition?.name;
  // A default value or `?` makes another type of it.
  return declared?.type === "Identifier" && !declared.optional
    ? declared.typeAnnotation
    : undefined;
}

function functionText(
  { sourceCode }: Origin,
  call: TSESTree.CallExpression,
  name: string,
  { parameters, inner }: Split,
  types: readonly ParameterType[],
): string {
  const { system, semicolon, newline } = moduleStyle(sourceCode);
  const list = parameters.map((parameter, index) => parameter + (types[index]?.text ?? ""));
  const made = `${sourceCode.getText(call.callee)}(${inner.join(", ")})`;
  return [
    `${system === "esm" ? "export " : ""}function ${name}(${list.join(", ")}) {`,
    `${indentOf(sourceCode, call).step}return ${made}${semicolon}`,
    "}",
  ].join(newline);
}
