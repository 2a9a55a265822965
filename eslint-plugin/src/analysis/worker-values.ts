/** Values that the structured clone algorithm refuses, or empties: what can't go to another thread, nor come back. */
import { isClass, isFunction, plainKey, unwrap, type FunctionNode, type Node } from "./ast.js";
import { unsendableByType, unsendableReturn } from "./cloneable-type.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "./source-file.js";
import type { SpawnCall, ValuesOf } from "./spawn-call.js";
import type { Value } from "./values.js";

export interface ValueProblem {
  readonly role: "argument" | "result";
  readonly node: Node;
  /** To be read after "is": "a function". */
  readonly what: string;
}

/** Classes of the platform whose instances can't be cloned, or come out empty. */
const refused = new Set([
  "global:AbortController",
  "global:AbortSignal",
  "global:FormData",
  "global:Headers",
  "global:Promise",
  "global:Proxy",
  "global:Request",
  "global:Response",
  "global:URL",
  "global:URLSearchParams",
  "global:WeakMap",
  "global:WeakRef",
  "global:WeakSet",
  "node:async_hooks:AsyncLocalStorage",
  "node:events:EventEmitter",
  "node:net:Server",
  "node:net:Socket",
  "node:sqlite:DatabaseSync",
  "node:url:URL",
  "node:url:URLSearchParams",
  "node:worker_threads:Worker",
]);

/**
 * What among the arguments of a call, and the results of its function, is certain not to be sent: by what is written, and
 * by types where the parser offers them.
 */
export function valueProblems(
  file: SourceFile,
  call: SpawnCall,
  valuesOf: ValuesOf,
): readonly ValueProblem[] {
  const look = (role: ValueProblem["role"], node: Node): ValueProblem[] =>
    problemsOf(file, role, node, valuesOf);
  const found = [
    ...call.sent.flatMap((node) => look("argument", node)),
    ...listProblems(file, call),
  ];
  const inline = unwrap(call.argument);
  if (!isFunction(inline)) return [...found, ...returnProblems(file, call.argument)];
  const returned = call.functions.flatMap(({ file: home, node }) =>
    node === inline ? resultsOf(home, node) : [],
  );
  return [...found, ...returned.flatMap((node) => look("result", node))];
}

/** Of arguments or items that are not written out, but come as a whole. */
function listProblems(file: SourceFile, { name, node, following }: SpawnCall): ValueProblem[] {
  const list = name === "spawnBlocking" ? following : node.arguments[0];
  if (list === undefined || unwrap(list).type === "ArrayExpression") return [];
  const what = unsendableByType(file, list, name === "spawnBlocking" ? "argument" : "items");
  return what === undefined ? [] : [{ role: "argument", node: list, what }];
}

/** Of a function that stands elsewhere. */
function returnProblems(file: SourceFile, fn: Node): ValueProblem[] {
  const what = unsendableReturn(file, fn);
  return what === undefined ? [] : [{ role: "result", node: fn, what }];
}

function resultsOf(file: SourceFile, fn: FunctionNode): readonly Node[] {
  return fn.generator ? [] : ownReturns(file, fn);
}

function problemsOf(
  file: SourceFile,
  role: ValueProblem["role"],
  given: Node,
  valuesOf: ValuesOf,
): ValueProblem[] {
  const node = unwrap(given);
  // What is written out is looked into, so that the very part is named.
  if (node.type === "ArrayExpression") {
    return node.elements.flatMap((element) =>
      element === null || element.type === "SpreadElement"
        ? []
        : problemsOf(file, role, element, valuesOf),
    );
  }
  if (node.type === "ObjectExpression") {
    return node.properties.flatMap((property) =>
      property.type === "Property" && property.kind === "init"
        ? problemsOf(file, role, property.value, valuesOf)
        : [],
    );
  }
  if (node.type === "NewExpression" && node.arguments.length > 0) {
    const filled = valuesOf(node).some((value) => isMapOrSet(value));
    const entries = node.arguments.filter((entry) => unwrap(entry).type === "ArrayExpression");
    if (filled) return entries.flatMap((entry) => problemsOf(file, role, entry, valuesOf));
  }
  // A promise that a function returns is awaited in its thread.
  const values = valuesOf(node).filter((value) => role === "argument" || value.kind !== "promise");
  const written = isFunction(node)
    ? "a function"
    : values.length === 1
      ? values.flatMap((value) => describe(value) ?? [])[0]
      : undefined;
  const what = written ?? unsendableByType(file, given, role);
  return what === undefined ? [] : [{ role, node, what }];
}

function isMapOrSet(value: Value): boolean {
  return (
    value.kind === "api" &&
    value.module === "global" &&
    ["Map.prototype", "Set.prototype"].includes(value.path.join("."))
  );
}

function describe(value: Value): string | undefined {
  switch (value.kind) {
    case "function":
      return "a function";
    case "class":
      return "a class";
    case "promise":
      return "a promise, which can be awaited before";
    case "namespace":
      return "a module";
    case "instance":
      return hasMethods(value.node)
        ? `an instance of ${value.node.id?.name ?? "a class"}, which arrives as a plain object without its methods`
        : undefined;
    case "api":
      return describeApi(value.module, value.path);
    default:
      return undefined;
  }
}

function describeApi(module: string, path: readonly string[]): string | undefined {
  if (module === "global" && path.length === 1 && path[0] === "Symbol()") return "a symbol";
  if (module === "global" && path.length === 2 && path[0] === "Symbol") return "a symbol";
  if (path.length === 0 && module.startsWith("node:")) return "a module";
  const owner = path.slice(0, -1).join(".");
  return path.at(-1) === "prototype" && refused.has(`${module}:${owner}`)
    ? `an instance of ${owner}`
    : undefined;
}

/** A class whose instances are more than their fields. */
function hasMethods(node: Node): boolean {
  if (!isClass(node)) return false;
  const base = node.superClass;
  // Errors arrive as errors.
  if (base?.type === "Identifier" && base.name.endsWith("Error")) return false;
  if (base !== null) return true;
  return node.body.body.some(
    (member) =>
      (member.type === "MethodDefinition" && member.kind !== "constructor" && !member.static) ||
      ("key" in member && plainKey(member.key, false)?.startsWith("#") === true),
  );
}
