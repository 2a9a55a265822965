/** Functions that return a promise without being async. */
import { calleeOf, plainKey, unwrap, type FunctionNode, type Node } from "./ast.js";
import { isAsyncHelper } from "./interop.js";
import { onlyValue } from "./constants.js";
import type { Resolver } from "./resolve.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "./source-file.js";
import type { Value } from "./values.js";

/** Built-in modules whose functions all return promises. */
const promiseModules = new Set([
  "node:timers/promises",
  "node:dns/promises",
  "node:stream/promises",
  "node:readline/promises",
]);

const promiseStatics = new Set("resolve reject all allSettled race any try".split(" "));

/** How many functions deep a returned call is followed. */
const maximumDepth = 4;

/** Whether some `return` of a function gives a promise, or its written type says so. */
export function returnsPromise(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
  depth = 0,
): boolean {
  if (node.async || node.generator || depth > maximumDepth) return false;
  const type = node.returnType?.typeAnnotation;
  if (type?.type === "TSTypeReference" && type.typeName.type === "Identifier") {
    if (type.typeName.name === "Promise") return true;
  }
  return ownReturns(file, node).some((returned) => isPromise(resolver, file, returned, depth));
}

function isPromise(resolver: Resolver, file: SourceFile, expression: Node, depth: number): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "ConditionalExpression":
      return (
        isPromise(resolver, file, node.consequent, depth) ||
        isPromise(resolver, file, node.alternate, depth)
      );
    case "LogicalExpression":
      return isPromise(resolver, file, node.right, depth);
    case "NewExpression":
      return isGlobalPromise(file, calleeOf(node));
    case "ImportExpression":
      return true;
    case "Identifier": {
      const variable = file.variableOf(node);
      const value = variable === undefined ? undefined : onlyValue(variable);
      return value !== undefined && isPromise(resolver, file, value, depth);
    }
    case "CallExpression":
      return isPromiseCall(resolver, file, calleeOf(node), depth);
    default:
      return false;
  }
}

function isPromiseCall(resolver: Resolver, file: SourceFile, callee: Node, depth: number): boolean {
  if (callee.type === "MemberExpression") {
    const name = plainKey(callee.property, callee.computed) ?? "";
    if (isGlobalPromise(file, callee.object)) return promiseStatics.has(name);
    if (name === "then" || name === "finally") return true;
    if (name === "catch") return isPromise(resolver, file, callee.object, depth);
    if (isAsyncHelper(name)) return true;
  }
  if (callee.type === "Identifier" && isAsyncHelper(callee.name)) return true;
  return resolver.valuesOf(file, callee).some((value) => givesPromise(resolver, value, depth));
}

function givesPromise(resolver: Resolver, value: Value, depth: number): boolean {
  if (value.kind === "function") {
    const { file, node } = value;
    return node.async ? !node.generator : returnsPromise(resolver, file, node, depth + 1);
  }
  if (value.kind !== "api") return false;
  const path = value.path.join(".");
  if (value.module === "global") return path === "fetch";
  if (path.includes("()")) return false;
  return (
    promiseModules.has(value.module) ||
    ((value.module === "node:fs" || value.module === "node:dns") && path.startsWith("promises."))
  );
}

function isGlobalPromise(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  return (
    inner.type === "Identifier" && inner.name === "Promise" && file.variableOf(inner) === undefined
  );
}
