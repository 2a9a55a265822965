/** Functions that return a promise without being async. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeOf, plainKey, unwrap, type FunctionNode, type Node } from "../syntax/ast.js";
import { isAsyncHelper } from "../values/interop.js";
import { onlyValue } from "../values/constants.js";
import type { Resolver } from "../values/resolve.js";
import { ownReturns } from "../values/returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import { unknown, type Value } from "../values/values.js";

/** Built-in modules whose functions all return promises. */
const promiseModules = new Set([
  "node:timers/promises",
  "node:dns/promises",
  "node:stream/promises",
  "node:readline/promises",
]);

/** Packages that make requests, and those of their functions that return promises. */
const requestModules = new Set(["axios", "got", "ky", "node-fetch", "undici", "cross-fetch"]);
const requestMethods = /^(?:|default|fetch|request|get|post|put|patch|delete|head|options)$/u;

const promiseStatics = new Set("resolve reject all allSettled race any try".split(" "));

/** Whether some `return` of a function gives a promise, or its written type says so. */
export function returnsPromise(resolver: Resolver, file: SourceFile, node: FunctionNode): boolean {
  const promises = resolver.once(
    node,
    () => (givesPromises(resolver, file, node) ? [{ kind: "promise", of: unknown }] : unknown),
    "returns a promise",
  );
  return promises.length > 0;
}

function givesPromises(resolver: Resolver, file: SourceFile, node: FunctionNode): boolean {
  if (node.async || node.generator) return false;
  if (isPromiseType(node.returnType?.typeAnnotation) || isPromiseType(expectedReturn(file, node))) {
    return true;
  }
  return ownReturns(file, node).some((returned) => isPromise(resolver, file, returned));
}

function isPromiseType(type: TSESTree.TypeNode | undefined): boolean {
  return (
    type?.type === "TSTypeReference" &&
    type.typeName.type === "Identifier" &&
    (type.typeName.name === "Promise" || type.typeName.name === "PromiseLike")
  );
}

/** What a function returns by the type written where it is kept: `const load: () => Promise<void> = …`. */
function expectedReturn(file: SourceFile, node: FunctionNode): TSESTree.TypeNode | undefined {
  const { parent } = node;
  const type =
    parent.type === "VariableDeclarator"
      ? parent.id.typeAnnotation?.typeAnnotation
      : parent.type === "PropertyDefinition"
        ? parent.typeAnnotation?.typeAnnotation
        : undefined;
  const written = type === undefined ? undefined : behindAlias(file, type);
  return written?.type === "TSFunctionType" ? written.returnType?.typeAnnotation : undefined;
}

/** `() => Promise<void>` of a `Handler` that the same file says to be that. */
function behindAlias(file: SourceFile, type: TSESTree.TypeNode): TSESTree.TypeNode {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return type;
  const [definition] = file.variableOf(type.typeName)?.defs ?? [];
  return definition?.node.type === "TSTypeAliasDeclaration" ? definition.node.typeAnnotation : type;
}

function isPromise(resolver: Resolver, file: SourceFile, expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "ConditionalExpression":
      return (
        isPromise(resolver, file, node.consequent) || isPromise(resolver, file, node.alternate)
      );
    case "LogicalExpression":
      return isPromise(resolver, file, node.right);
    case "NewExpression":
      return isGlobalPromise(file, calleeOf(node));
    case "ImportExpression":
      return true;
    case "MemberExpression": {
      if (resolver.modules.isPromise(file, node)) return true;
      // `deferred.promise`
      if (plainKey(node.property, node.computed) !== "promise") return false;
      const object = unwrap(node.object);
      const variable = object.type === "Identifier" ? file.variableOf(object) : undefined;
      const value = variable === undefined ? undefined : onlyValue(file, variable);
      return value?.type === "CallExpression" && isWithResolvers(file, value);
    }
    case "Identifier": {
      const variable = file.variableOf(node);
      if (variable?.defs.some((definition) => isDeferredPromise(file, definition)) === true) {
        return true;
      }
      const value = variable === undefined ? undefined : onlyValue(file, variable);
      return value === undefined
        ? resolver.modules.isPromise(file, node)
        : isPromise(resolver, file, value);
    }
    case "CallExpression":
      return (
        isPromiseCall(resolver, file, calleeOf(node)) || resolver.modules.isPromise(file, node)
      );
    default:
      return false;
  }
}

/** `const { promise, resolve } = Promise.withResolvers()`. */
function isDeferredPromise(file: SourceFile, { node, name }: TSESLint.Scope.Definition): boolean {
  if (node.type !== "VariableDeclarator" || node.id.type !== "ObjectPattern") return false;
  const call = node.init === null ? undefined : unwrap(node.init);
  return (
    call?.type === "CallExpression" &&
    isWithResolvers(file, call) &&
    node.id.properties.some(
      (property) =>
        property.type === "Property" &&
        property.value === name &&
        plainKey(property.key, property.computed) === "promise",
    )
  );
}

function isWithResolvers(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = calleeOf(call);
  return (
    callee.type === "MemberExpression" &&
    isGlobalPromise(file, callee.object) &&
    plainKey(callee.property, callee.computed) === "withResolvers"
  );
}

function isPromiseCall(resolver: Resolver, file: SourceFile, callee: Node): boolean {
  if (callee.type === "MemberExpression") {
    const name = plainKey(callee.property, callee.computed) ?? "";
    if (isGlobalPromise(file, callee.object)) return promiseStatics.has(name);
    if (name === "then" || name === "finally") {
      const own = resolver.valuesOf(file, callee).filter((value) => value.kind === "function");
      return own.length === 0 || own.some((value) => givesPromise(resolver, value));
    }
    if (name === "catch") return isPromise(resolver, file, callee.object);
  }
  if (isAsyncHelper(callee)) return true;
  return resolver.valuesOf(file, callee).some((value) => givesPromise(resolver, value));
}

function givesPromise(resolver: Resolver, value: Value): boolean {
  if (value.kind === "function") {
    const { file, node } = value;
    return node.async ? !node.generator : returnsPromise(resolver, file, node);
  }
  if (value.kind !== "api") return false;
  const path = value.path.join(".");
  if (value.module === "global" && path === "fetch") return true;
  if (value.module === "node:util" && path === "promisify()") return true;
  if (path.includes("()")) return false;
  return (
    resolver.modules.givesPromise(value.module, value.path) ||
    promiseModules.has(value.module) ||
    (requestModules.has(value.module) && requestMethods.test(path)) ||
    ((value.module === "node:fs" || value.module === "node:dns") && path.startsWith("promises."))
  );
}

function isGlobalPromise(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  return (
    inner.type === "Identifier" && inner.name === "Promise" && file.variableOf(inner) === undefined
  );
}
