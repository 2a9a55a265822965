/** The part of a call in front of its arguments. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, unwrap, type Node } from "../analysis/ast.js";
import type { BlockingCall, Edit, SourceCode } from "./types.js";

/** A call that can be rewritten: plain, with parentheses, without type arguments, not behind `?.`. */
export type PlainCall = TSESTree.CallExpression;

/** The call, unless it is of a kind that is left alone. */
export function plainCall({ call }: BlockingCall): PlainCall | undefined {
  if (call.type !== "CallExpression" || call.typeArguments !== undefined) return undefined;
  return isBehindOptional(call) ? undefined : call;
}

/** `a?.b()`, `a?.b.c()`, `a?.()`: the call may not happen, and then gives undefined. */
function isBehindOptional(call: PlainCall): boolean {
  if (call.optional) return true;
  let node: Node = unwrap(call.callee);
  for (;;) {
    if (node.type === "MemberExpression") {
      if (node.optional) return true;
      node = unwrap(node.object);
    } else if (node.type === "CallExpression") {
      if (node.optional) return true;
      node = unwrap(node.callee);
    } else {
      return false;
    }
  }
}

function commentsWithin(sourceCode: SourceCode, start: number, end: number): string {
  return sourceCode
    .getAllComments()
    .filter(({ range }) => start <= range[0] && range[1] <= end)
    .map(({ type, range }) => {
      const text = sourceCode.text.slice(...range);
      return String(type) === "Line" ? `${text}\n` : text;
    })
    .join("");
}

/** Writes another callee; comments in the old one are kept behind it. */
export function replaceCallee(
  sourceCode: SourceCode,
  call: PlainCall,
  text: string,
): Edit | undefined {
  const parenthesis = sourceCode.getTokenAfter(call.callee, {
    filter: ({ value }) => value === "(",
  });
  if (parenthesis === null) return undefined;
  const [start] = call.range;
  const [end] = parenthesis.range;
  return { range: [start, end], text: text + commentsWithin(sourceCode, start, end) };
}

/** Writes another name for the method or the member that is called: `Deno.statSync` to `Deno.stat`. */
export function renameMember(call: PlainCall, name: string): Edit | undefined {
  const callee = calleeOf(call);
  if (callee.type !== "MemberExpression" || callee.computed) return undefined;
  return { range: callee.property.range, text: name };
}
