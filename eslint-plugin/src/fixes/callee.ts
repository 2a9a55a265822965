/** The part of a call in front of its arguments. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, unwrap, type Node } from "../analysis/ast.js";
import { variableAt } from "./bindings.js";
import type { BlockingCall, Edit, SourceCode } from "./types.js";

/** A call that can be rewritten: plain, with parentheses, without type arguments, not behind `?.`. */
export type PlainCall = TSESTree.CallExpression;

/** The call, unless it is of a kind that is left alone. */
export function plainCall({ sourceCode, call, path }: BlockingCall): PlainCall | undefined {
  if (call.type !== "CallExpression" || call.typeArguments !== undefined) return undefined;
  if (isBehindOptional(call)) return undefined;
  // A method stays one of its object, whatever that is.
  return path.includes(".prototype.") || isAlways(sourceCode, calleeOf(call)) ? call : undefined;
}

/**
 * True where what is called is the API whenever the code runs: not one of two that a condition chooses between, not a
 * function with arguments bound to it, not something that a caller hands over.
 */
export function isAlways(sourceCode: SourceCode, callee: Node, depth = 0): boolean {
  const node = unwrap(callee);
  switch (node.type) {
    case "MemberExpression":
      return isAlways(sourceCode, node.object, depth);
    case "AwaitExpression":
      return isAlways(sourceCode, node.argument, depth);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last !== undefined && isAlways(sourceCode, last, depth);
    }
    case "CallExpression": {
      const { callee: inner } = node;
      const isBind =
        inner.type === "MemberExpression" &&
        !inner.computed &&
        inner.property.type === "Identifier" &&
        inner.property.name === "bind";
      return !isBind;
    }
    case "ImportExpression":
      return true;
    case "Identifier":
      return depth < 10 && isAlwaysNamed(sourceCode, node, depth);
    default:
      return false;
  }
}

function isAlwaysNamed(sourceCode: SourceCode, name: TSESTree.Identifier, depth: number): boolean {
  const variable = variableAt(sourceCode, name.name, name);
  const [definition, ...others] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return true;
  if (others.length > 0) return false;
  if (definition.node.type !== "VariableDeclarator")
    return /^(TS)?Import/.test(definition.node.type);
  const { init } = definition.node;
  const writes = variable.references.filter((reference) => reference.isWrite());
  return init !== null && writes.length === 1 && isAlways(sourceCode, init, depth + 1);
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
