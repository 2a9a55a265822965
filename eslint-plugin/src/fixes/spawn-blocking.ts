/**
 * A call that computes, or whose result has a shape of its own, moved to a worker thread:
 * `await spawnBlocking((password) => process.getBuiltinModule("node:crypto").pbkdf2Sync(password, "salt", …), [password])`.
 *
 * The function is sent as text, so it may see nothing but its parameters and globals. What is written out stays in it;
 * everything else becomes a parameter, evaluated where the call stood. spawn-blocking keeps Buffers as Buffers and
 * errors with their name, message and code, so that the result is the same.
 */
import { childrenOf, isClass, isFunction, unwrap, type Node } from "../analysis/syntax/ast.js";
import { isGlobal, makeAvailable } from "./imports/imports.js";
import { plainCall, type PlainCall } from "./calls/callee.js";
import type { BlockingCall, Fixer, SourceCode } from "./types.js";

/** Modules whose calls can be made again in another thread from their arguments alone. */
const modules = new Set(["node:crypto", "node:zlib", "node:child_process"]);

/** They change an argument, which another thread could not do, or give what can't be sent. */
const bound = new Set(["randomFillSync", "createDiffieHellman"]);

/** The call, if another thread could make it from its arguments alone. */
export function movableCall(
  blocking: Pick<BlockingCall, "sourceCode" | "call" | "module" | "path" | "form"> &
    Partial<Pick<BlockingCall, "api">>,
): PlainCall | undefined {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  if (call === undefined || !modules.has(module) || bound.has(path)) return undefined;
  if (call.arguments.some((argument) => !canBeSent(sourceCode, argument))) return undefined;
  // Its arguments are rebuilt: comments between them would be lost.
  return sourceCode.getCommentsInside(call.node).length > 0 ? undefined : call;
}

export const spawnBlocking: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = movableCall(blocking);
  if (call === undefined) return [];
  const available = makeAvailable(
    { sourceCode, node: call.node, beside: module },
    { module: "spawn-blocking", name: "spawnBlocking" },
  );
  if (available === undefined) return [];
  const { parameters, values, inner } = splitArguments(sourceCode, call);
  const head = parameters.length === 0 ? "()" : `(${parameters.join(", ")})`;
  const body = `process.getBuiltinModule("${module}").${path}(${inner.join(", ")})`;
  const list = values.length === 0 ? "" : `, [${values.join(", ")}]`;
  return [
    {
      text: `Run it on a worker thread: await spawnBlocking of the package spawn-blocking${changes(path)}.`,
      edits: [
        { range: call.range, text: `${available.expression}(${head} => ${body}${list})` },
        ...available.edits,
      ],
      // A program that is started inherits the environment that the thread was given when it started.
      exact: module !== "node:child_process",
    },
  ];
};

/** What the structured clone algorithm drops: own properties of an error, which in a result nobody restores. */
function changes(path: string): string {
  return path === "spawnSync" ? " (an error in its result loses its code)" : "";
}

/** What is certain not to survive the way to another thread: functions, classes, spreads of unknown length. */
function canBeSent(sourceCode: SourceCode, argument: Node): boolean {
  const node = unwrap(argument);
  if (node.type === "SpreadElement" || isFunction(node) || isClass(node)) return false;
  if (node.type === "ObjectExpression") {
    return node.properties.every((property) => {
      // What is spread is as unknown as options that have a name.
      if (property.type === "SpreadElement") return canBeSent(sourceCode, property.argument);
      return property.kind === "init" && canBeSent(sourceCode, property.value);
    });
  }
  return !mentions(sourceCode, node, /^(process\.stdin|process\.stdout|process\.stderr)$/);
}

/** Streams can't be sent. */
function mentions(sourceCode: SourceCode, node: Node, pattern: RegExp): boolean {
  if (node.type === "MemberExpression" && pattern.test(sourceCode.getText(node))) return true;
  return childrenOf(node, sourceCode.visitorKeys).some((child) =>
    mentions(sourceCode, child, pattern),
  );
}

/** True where the text means the same in another thread: constants, and objects and arrays of them. */
function isWrittenOut(sourceCode: SourceCode, argument: Node): boolean {
  const node = unwrap(argument);
  switch (node.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
      return node.expressions.every((part) => isWrittenOut(sourceCode, part));
    case "UnaryExpression":
      return node.operator !== "delete" && isWrittenOut(sourceCode, node.argument);
    case "BinaryExpression":
      return isWrittenOut(sourceCode, node.left) && isWrittenOut(sourceCode, node.right);
    case "ArrayExpression":
      return node.elements.every(
        (element) => element !== null && isWrittenOut(sourceCode, element),
      );
    case "ObjectExpression":
      return node.properties.every(
        (property) =>
          property.type === "Property" &&
          !property.computed &&
          isWrittenOut(sourceCode, property.value),
      );
    case "Identifier":
      return node.name === "undefined" && isGlobal(sourceCode, node.name, node);
    default:
      return false;
  }
}

/** The arguments of a call, parted into what a function elsewhere is given and what it has written out. */
export interface Split {
  readonly parameters: readonly string[];
  readonly values: readonly string[];
  /** The expressions that the values are the text of. */
  readonly nodes: readonly Node[];
  /** The arguments of the call inside. */
  readonly inner: readonly string[];
}

export function splitArguments(sourceCode: SourceCode, call: PlainCall): Split {
  const parameters: string[] = [];
  const values: string[] = [];
  const nodes: Node[] = [];
  const parameterFor = (argument: Node): string => {
    const text = sourceCode.getText(argument);
    const known = values.indexOf(text);
    // A name that is passed twice needs one parameter; a call that is written twice is made twice.
    if (known !== -1 && unwrap(argument).type === "Identifier") return parameters[known] ?? text;
    const name = parameterName(argument, parameters);
    parameters.push(name);
    values.push(text);
    nodes.push(argument);
    return name;
  };
  const inner = call.arguments.map((argument) => rewritten(sourceCode, argument, parameterFor));
  return { parameters, values, nodes, inner };
}

/** The text of an argument inside the function: objects and arrays stay, and what they take from outside is handed in. */
function rewritten(
  sourceCode: SourceCode,
  argument: Node,
  parameterFor: (node: Node) => string,
): string {
  const node = unwrap(argument);
  if (isWrittenOut(sourceCode, node)) return sourceCode.getText(node);
  const parts = partsOf(node);
  if (parts === undefined) return parameterFor(argument);
  let text = "";
  let [position] = node.range;
  for (const { value, shorthand } of parts) {
    const written = rewritten(sourceCode, value, parameterFor);
    const key = sourceCode.getText(value);
    text += sourceCode.text.slice(position, value.range[0]);
    text += shorthand && written !== key ? `${key}: ${written}` : written;
    position = value.range[1];
  }
  return text + sourceCode.text.slice(position, node.range[1]);
}

interface Part {
  readonly value: Node;
  /** `{ cwd }`: the value is the key too. */
  readonly shorthand: boolean;
}

/** The values of an object or an array that is written out, if all of it is: no spreads, methods or computed keys. */
function partsOf(node: Node): readonly Part[] | undefined {
  if (node.type === "ArrayExpression") {
    const values = node.elements.filter((element) => element !== null);
    if (values.length !== node.elements.length) return undefined;
    if (values.some(({ type }) => type === "SpreadElement")) return undefined;
    return values.map((value) => ({ value, shorthand: false }));
  }
  if (node.type !== "ObjectExpression") return undefined;
  const parts: Part[] = [];
  for (const property of node.properties) {
    if (property.type !== "Property" || property.computed || property.kind !== "init")
      return undefined;
    parts.push({ value: property.value, shorthand: property.shorthand });
  }
  return parts;
}

/** Names for arguments that have none. */
const literalNames: Readonly<Record<string, string | undefined>> = {
  ArrayExpression: "list",
  ObjectExpression: "options",
};

/** "password" for `password`, `req.body.password` and `this.password`; else "argument1". */
function parameterName(argument: Node, taken: readonly string[]): string {
  const node = unwrap(argument);
  const named = node.type === "MemberExpression" && !node.computed ? node.property : node;
  const isName = named.type === "Identifier" && !reserved.has(named.name);
  const wanted = isName ? named.name : literalNames[node.type];
  if (wanted !== undefined && !taken.includes(wanted)) return wanted;
  for (let number = taken.length + 1; ; number += 1) {
    const name = `${wanted ?? "argument"}${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** Names that would hide what the function inside needs, or that may not name a parameter. */
const reserved = new Set(
  (
    "process arguments eval await async yield let static implements interface package private protected public " +
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with"
  ).split(" "),
);
