/** Values that the structured clone algorithm refuses, or empties: what can't go to another thread, nor come back. */
import {
  isClass,
  isFunction,
  parentOf,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { unsendableByType, unsendableReturn } from "./cloneable-type.js";
import { onlyValue } from "../values/constants.js";
import { ownReturns } from "../values/returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { SpawnCall, ValuesOf } from "./spawn-call.js";
import { isApi, type Value } from "../values/values.js";

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

/** What calls of the platform give that can't be cloned. */
const unsendableResults: Readonly<Record<string, string>> = {
  "global:fetch()": "an instance of Response",
  "global:setImmediate()": "a timer",
  "global:setInterval()": "a timer",
  "global:setTimeout()": "a timer",
  "node:child_process:exec()": "a child process",
  "node:child_process:execFile()": "a child process",
  "node:child_process:fork()": "a child process",
  "node:child_process:spawn()": "a child process",
  "node:fs:createReadStream()": "a stream",
  "node:fs:createWriteStream()": "a stream",
  "node:http:createServer()": "a server",
  "node:https:createServer()": "a server",
  "node:net:createServer()": "a server",
  "node:timers:setImmediate()": "a timer",
  "node:timers:setInterval()": "a timer",
  "node:timers:setTimeout()": "a timer",
};

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
    ...listProblems(file, call, valuesOf),
  ];
  const inline = unwrap(call.argument);
  if (!isFunction(inline)) return [...found, ...returnProblems(file, call.argument)];
  const returned = call.functions.flatMap(({ file: home, node }) =>
    node === inline ? resultsOf(home, node) : [],
  );
  return [...found, ...returned.flatMap((node) => look("result", node))];
}

/** Of arguments or items that are not written out, but come as a whole. */
function listProblems(
  file: SourceFile,
  { name, node, following }: SpawnCall,
  valuesOf: ValuesOf,
): ValueProblem[] {
  const list = name === "spawnBlocking" ? following : node.arguments[0];
  if (list === undefined || unwrap(list).type === "ArrayExpression") return [];
  const what =
    heldProblem(file, "argument", unwrap(list), valuesOf) ??
    unsendableByType(file, list, name === "spawnBlocking" ? "argument" : "items");
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
  const values = valuesOf(node).filter((value) => role === "argument" || !isPromise(value));
  // Whatever stands behind a proxy, the proxy itself can't be sent.
  const proxies = values.filter((value) => isApi(value, "global", "Proxy.prototype"));
  const written = isFunction(node)
    ? "a function"
    : values.length === 1 || proxies.length > 0
      ? values.flatMap((value) => describe(value) ?? [])[0]
      : undefined;
  const what =
    written ?? heldProblem(file, role, node, valuesOf) ?? unsendableByType(file, given, role);
  return what === undefined ? [] : [{ role, node, what }];
}

/** Of a constant that is written out elsewhere in the file: `const options = { onProgress() {} }`. */
function heldProblem(
  file: SourceFile,
  role: ValueProblem["role"],
  node: Node,
  valuesOf: ValuesOf,
): string | undefined {
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const written = variable === undefined ? undefined : onlyValue(file, variable);
  const value = written === undefined ? undefined : unwrap(written);
  if (value === undefined || !containers.has(value.type)) return undefined;
  const [first] = problemsOf(file, role, value, valuesOf);
  // A problem of the whole is told as that of any other value.
  if (first === undefined || first.node === value) return undefined;
  return `a value in which '${pathTo(value, first.node)}' is ${first.what}`;
}

const containers: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "NewExpression",
  "ObjectExpression",
]);

/** How to get from a value that is written out to a part of it: "options.on[]". */
function pathTo(value: Node, part: Node): string {
  const steps: string[] = [];
  for (
    let inner = part, above = parentOf(part);
    above !== undefined && inner !== value;
    inner = above, above = parentOf(above)
  ) {
    if (above.type === "ArrayExpression") steps.unshift("[]");
    if (above.type === "Property") steps.unshift(`.${plainKey(above.key, above.computed) ?? "…"}`);
  }
  return steps.join("").replace(/^\./u, "");
}

/** What calls of an async function, `Promise.all` and the like give. */
function isPromise(value: Value): boolean {
  return (
    value.kind === "promise" ||
    (value.kind === "api" &&
      value.module === "global" &&
      /^Promise\.\w+\(\)$/u.test(value.path.join(".")))
  );
}

function isMapOrSet(value: Value): boolean {
  return (
    value.kind === "api" &&
    value.module === "global" &&
    ["Map.prototype", "Set.prototype"].includes(value.path.join("."))
  );
}

function describe(value: Value): string | undefined {
  if (isPromise(value)) return "a promise, which can be awaited before";
  switch (value.kind) {
    case "function":
      return "a function";
    case "class":
      return "a class";
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
  const result = unsendableResults[`${module}:${path.join(".")}`];
  if (result !== undefined) return result;
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
