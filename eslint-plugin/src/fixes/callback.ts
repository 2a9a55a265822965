/**
 * Blocking calls in synchronous callbacks of an async function: the call around the callback is rewritten, where that
 * is right, so that the callback can wait.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, type FunctionNode, type Node } from "../analysis/ast.js";
import { asyncKeyword } from "./async-function.js";
import { forEachToLoop } from "./for-each.js";
import type { Plan } from "./plan.js";

/** A method's call with a function that is written out as its first argument. */
export interface CallbackCall {
  readonly call: TSESTree.CallExpression;
  readonly method: string;
  readonly object: Node;
  readonly callback: FunctionNode;
}

function callbackCall(callback: FunctionNode): CallbackCall | undefined {
  const call = callback.parent;
  if (call?.type !== "CallExpression" || call.optional) return undefined;
  const { callee } = call;
  if (callee === callback || callee.type !== "MemberExpression" || callee.optional) {
    return undefined;
  }
  const method = plainKey(callee.property, callee.computed);
  const index = call.arguments.indexOf(callback as TSESTree.CallExpressionArgument);
  const isTaken = index === 0 || (index === 1 && method === "then");
  return method === undefined || !isTaken
    ? undefined
    : { call, method, object: callee.object, callback };
}

/**
 * Rewrites the call that a callback is written out in, so that the callback may wait.
 *
 * @returns undefined where the function is no callback of a method that is known, false where it can't be done.
 */
export function rewriteCallback(
  plan: Plan,
  callback: FunctionNode,
  allow: (node: Node) => boolean,
): boolean | undefined {
  const found = callbackCall(callback);
  switch (found?.method) {
    case "map":
      return allAtOnce(plan, found, allow);
    case "forEach":
      return allow(found.call) && forEachToLoop(plan, found);
    case "then":
    case "catch":
    case "finally":
      plan.change([asyncKeyword(callback)]);
      plan.notes.add("The callback becomes async.");
      return true;
    default:
      return undefined;
  }
}

const atOnce =
  "The items are worked on at the same time, and come in the same order; the first error does not stop the others.";

function allAtOnce(
  plan: Plan,
  { call, callback }: CallbackCall,
  allow: (node: Node) => boolean,
): boolean {
  plan.change([asyncKeyword(callback)]);
  plan.notes.add(atOnce);
  if (isPromiseAll(call.parent)) return true;
  if (!allow(call)) return false;
  plan.awaitWith(call, "await Promise.all(", ")");
  return true;
}

/** `Promise.all(…)` is there already: it takes promises as it takes values. */
function isPromiseAll(node: Node | undefined): boolean {
  if (node?.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  const isAll = object.type === "Identifier" && object.name === "Promise";
  return isAll && property.type === "Identifier" && property.name === "all";
}
