/**
 * Blocking calls in synchronous callbacks of an async function: the call around the callback is rewritten, where that
 * is right, so that the callback can wait.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, plainKey, type FunctionNode, type Node } from "../analysis/ast.js";
import { canAwait, functionToBecomeAsync } from "./await-place.js";
import { forEachToLoop } from "./for-each.js";
import { awaitNeedsParentheses, guard } from "./parentheses.js";
import type { Edit, SourceCode } from "./types.js";

export interface Rewrite {
  /** What else changes, as a sentence. */
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A method's call with a function that is written out as its first argument. */
interface CallbackCall {
  readonly call: TSESTree.CallExpression;
  readonly method: string;
  readonly object: Node;
  readonly callback: FunctionNode;
}

function callbackCall(callback: FunctionNode): CallbackCall | undefined {
  const call = callback.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== callback || call.optional) {
    return undefined;
  }
  const { callee } = call;
  if (callee.type !== "MemberExpression" || callee.optional) return undefined;
  const method = plainKey(callee.property, callee.computed);
  return method === undefined ? undefined : { call, method, object: callee.object, callback };
}

/** The rewrite around the callback that makes `await` legal at a node. */
export function callbackRewrite(sourceCode: SourceCode, node: Node): Rewrite | undefined {
  const callback = functionToBecomeAsync(node);
  const found = callback === undefined ? undefined : callbackCall(callback);
  if (found === undefined) return undefined;
  switch (found.method) {
    case "map":
      return allAtOnce(sourceCode, found);
    case "forEach":
      return forEachToLoop(sourceCode, found.call, found.object, found.callback);
    case "then":
    case "catch":
    case "finally":
      return {
        text: "The callback becomes async.",
        edits: [makeAsync(found.callback)],
      };
    default:
      return undefined;
  }
}

function makeAsync(callback: FunctionNode): Edit {
  const [start] = callback.range;
  return { range: [start, start], text: "async " };
}

function allAtOnce(sourceCode: SourceCode, { call, callback }: CallbackCall): Rewrite | undefined {
  const text = "The items are worked on at the same time, and come in the same order.";
  const edits = [makeAsync(callback)];
  if (isPromiseAll(call.parent)) return { text, edits };
  if (!canAwait(sourceCode, call) || isFunction(call.parent)) return undefined;
  const parenthesized = awaitNeedsParentheses(sourceCode, call);
  const [start, end] = call.range;
  const open = parenthesized
    ? `${guard(sourceCode, call)}(await Promise.all(`
    : "await Promise.all(";
  return {
    text,
    edits: [
      { range: [start, start], text: open },
      ...edits,
      { range: [end, end], text: parenthesized ? "))" : ")" },
    ],
  };
}

/** `await Promise.all(…)` is there already. */
function isPromiseAll(node: Node | undefined): boolean {
  if (node?.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  const isAll = object.type === "Identifier" && object.name === "Promise";
  return (
    isAll &&
    property.type === "Identifier" &&
    property.name === "all" &&
    node.parent.type === "AwaitExpression"
  );
}
