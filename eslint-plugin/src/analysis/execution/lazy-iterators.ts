/** Iterators of JavaScript: their `map`, `filter` and `flatMap` call nobody until somebody takes a value. */
import { calleeOf, isCall, plainKey, unwrap, wrapped, type Node } from "../syntax/ast.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";

/** Methods of iterators that give another iterator. */
const lazyMethods = new Set(["map", "filter", "flatMap", "take", "drop"]);

/** Methods that give an iterator when they are called without arguments; of `matchAll` with one. */
const sources = new Set(["values", "keys", "entries"]);

/** Whether a call is of an iterator's lazy method, and nobody takes anything of what it gives in sight. */
export function isNeverTaken(resolver: Resolver, file: SourceFile, call: Node): boolean {
  return lazyObject(resolver, file, call) !== undefined && !isTaken(resolver, file, call);
}

/** The iterator whose lazy method a call is. */
function lazyObject(resolver: Resolver, file: SourceFile, call: Node): Node | undefined {
  if (call.type !== "CallExpression") return undefined;
  const callee = calleeOf(call);
  if (callee.type !== "MemberExpression") return undefined;
  const isLazy = lazyMethods.has(plainKey(callee.property, callee.computed) ?? "");
  return isLazy && isIterator(resolver, file, callee.object) ? callee.object : undefined;
}

function isIterator(resolver: Resolver, file: SourceFile, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== "CallExpression") return false;
  const callee = calleeOf(node);
  if (callee.type !== "MemberExpression") return false;
  const name = plainKey(callee.property, callee.computed) ?? "";
  if (sources.has(name)) return node.arguments.length === 0;
  if (name === "matchAll") return true;
  if (name === "from") return isGlobal(resolver, file, callee, /^Iterator\.from$/u);
  return lazyObject(resolver, file, node) !== undefined;
}

/** Whether somebody takes what an iterator gives: a loop, a spread, a method that goes through it. */
function isTaken(resolver: Resolver, file: SourceFile, iterator: Node): boolean {
  const outer = wrapped(iterator);
  const { parent } = outer;
  switch (parent?.type) {
    case "MemberExpression": {
      const call = wrapped(parent).parent;
      if (call === undefined || !isCall(call) || calleeOf(call) !== parent) return true;
      const isLazy = lazyMethods.has(plainKey(parent.property, parent.computed) ?? "");
      return !isLazy || isTaken(resolver, file, call);
    }
    case "ForOfStatement":
      return parent.right === outer;
    case "SpreadElement":
    case "YieldExpression":
      return true;
    case "CallExpression":
    case "NewExpression":
      // Array.from(sizes), new Set(sizes), Promise.all(loads)
      return isGlobal(resolver, file, calleeOf(parent), /./u);
    case "VariableDeclarator":
      return parent.id.type !== "Identifier"
        ? true
        : file
            .declaredBy(parent)
            .flatMap(({ references }) => references)
            .some(
              ({ identifier }) => identifier !== parent.id && isTaken(resolver, file, identifier),
            );
    default:
      return false;
  }
}

function isGlobal(resolver: Resolver, file: SourceFile, callee: Node, name: RegExp): boolean {
  return resolver
    .valuesOf(file, callee)
    .some(
      (value) =>
        value.kind === "api" && value.module === "global" && name.test(value.path.join(".")),
    );
}
