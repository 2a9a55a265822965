/**
 * Blocking calls in synchronous callbacks of an async function: the call around the callback is rewritten, where that
 * is right, so that the callback can wait.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, type FunctionNode, type Node } from "../../analysis/syntax/ast.js";
import { isUsedAsArray } from "./array-result.js";
import { asyncKeyword } from "../async/async-function.js";
import { freeName } from "../imports/bindings.js";
import { filterAtOnce, flatMapAtOnce } from "./filtering.js";
import { forEachToLoop } from "./for-each.js";
import {
  isHidden,
  isParameterWritten,
  itemText,
  loopCallback,
  losesComments,
} from "./loop-callback.js";
import type { Plan } from "../plan.js";
import { promisedType } from "../async/promised-type.js";
import { reduceLoop } from "./reduce-loop.js";
import { isSearch, searchLoop } from "./search-loop.js";

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
  if (found === undefined) return undefined;
  const { call, method } = found;
  if (/^(?:then|catch|finally)$/.test(method)) return asReaction(plan, callback);
  if (!isKnown(method)) return undefined;
  if (call.arguments.length > (method === "reduce" ? 2 : 1)) return false;
  if (method === "map") return allAtOnce(plan, found, allow);
  if (!allow(call)) return false;
  switch (method) {
    case "forEach":
      return forEachToLoop(plan, found);
    case "filter":
      plan.notes.add(atOnce);
      return filterAtOnce(plan, found);
    case "flatMap":
      plan.notes.add(atOnce);
      return flatMapAtOnce(plan, found);
    case "reduce":
      return reduceLoop(plan, found);
    default:
      return searchWithCallback(plan, found);
  }
}

function isKnown(method: string): boolean {
  return /^(?:map|forEach|filter|flatMap|reduce)$/.test(method) || isSearch(method);
}

function asReaction(plan: Plan, callback: FunctionNode): boolean {
  const type = promisedType(plan.sourceCode, callback);
  if (type === undefined) return false;
  plan.change([asyncKeyword(callback), ...type]);
  plan.notes.add("The callback becomes async.");
  return true;
}

/** `some`, `every`, `find`, `findIndex`: what the callback tests, a loop tests. */
function searchWithCallback(plan: Plan, { call, method, object, callback }: CallbackCall): boolean {
  const { sourceCode } = plan;
  const [item, index, ...others] = callback.params;
  const parts = loopCallback(sourceCode, callback);
  if (parts === undefined || item === undefined || others.length > 0) return false;
  const itemName = itemText(sourceCode, item);
  if (itemName === undefined || (index !== undefined && index.type !== "Identifier")) return false;
  // A type predicate would not narrow any more.
  if (isHidden(sourceCode, callback, [object]) || callback.returnType !== undefined) return false;
  if (isParameterWritten(sourceCode, callback)) return false;
  const kept = [object.range, parts.value.range];
  if (parts.before !== undefined) kept.push([...parts.before]);
  if (losesComments(sourceCode, call.range, kept)) return false;
  const isIndex = method === "findIndex";
  const free = isIndex ? freeName(sourceCode, callback.body, "index", ["position"]) : undefined;
  const indexName = index?.name ?? free;
  const items = plan.take(...object.range);
  const before = parts.before === undefined ? undefined : plan.take(...parts.before);
  return searchLoop(plan, {
    call,
    method,
    items: indexName === undefined ? items : `${items}.entries()`,
    item: indexName === undefined ? itemName : `[${indexName}, ${itemName}]`,
    ...(before === undefined ? {} : { before }),
    test: plan.take(...parts.value.range),
    isTight: /^(?:Call|Member|Await|Unary)Expression$|^Identifier$/.test(parts.value.type),
    hit: isIndex ? indexName : item.type === "Identifier" ? item.name : undefined,
  });
}

const atOnce =
  "The items are worked on at the same time, and come in the same order; the first error does not stop the others.";

function allAtOnce(
  plan: Plan,
  { call, callback }: CallbackCall,
  allow: (node: Node) => boolean,
): boolean {
  const type = promisedType(plan.sourceCode, callback);
  if (type === undefined || call.typeArguments !== undefined) return false;
  if (!isUsedAsArray(call)) return false;
  plan.change([asyncKeyword(callback), ...type]);
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
