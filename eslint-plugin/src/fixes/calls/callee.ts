/** The part of a call in front of its arguments. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, lastName, plainKey, unwrap, type Node } from "../../analysis/syntax/ast.js";
import { isInteropHelper } from "../../analysis/values/interop.js";
import { wrapperName } from "../../analysis/values/wrappers.js";
import { variableAt } from "../imports/bindings.js";
import { commentsWithin } from "../comments.js";
import { handedOver, isWithoutEffect } from "./indirect-call.js";
import type { BlockingCall, Edit, SourceCode } from "../types.js";

/** A call that can be rewritten: with parentheses, without type arguments, not behind a `?.` that matters. */
export interface PlainCall {
  readonly node: TSESTree.CallExpression;
  readonly parent: Node;
  readonly range: readonly [number, number];
  /** What the API gets. */
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
  /** Written as a call of the API itself; false for `.call`, `.apply` and `Reflect.apply`. */
  readonly isDirect: boolean;
}

/** The call, unless it is of a kind that is left alone. */
export function plainCall({
  sourceCode,
  call,
  module,
  path,
  form,
  api,
}: Pick<BlockingCall, "sourceCode" | "call" | "module" | "path" | "form"> &
  Partial<Pick<BlockingCall, "api">>): PlainCall | undefined {
  if (call.type !== "CallExpression" || call.typeArguments !== undefined) return undefined;
  const { parent, range } = call;
  const isMethod = path.includes(".prototype.");
  // `fs.globSync?.(pattern)`: older versions lack it, and so may an older package.
  if (call.optional && (!module.startsWith("node:") || api?.missingIn !== undefined))
    return undefined;
  if (form === "indirect") {
    const handed = isMethod ? undefined : handedOver(sourceCode, call);
    if (handed === undefined || isBehindOptional(sourceCode, call)) return undefined;
    return isAlways(sourceCode, handed.callee)
      ? { node: call, parent, range, arguments: handed.arguments, isDirect: false }
      : undefined;
  }
  if (isBehindOptional(sourceCode, call)) return undefined;
  // A method stays one of its object, whatever that is.
  return isMethod || isAlways(sourceCode, calleeOf(call))
    ? { node: call, parent, range, arguments: call.arguments, isDirect: true }
    : undefined;
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
      // What it remembers or reports would be lost.
      if (isWrapping(sourceCode, node)) return false;
      if (
        inner.type !== "MemberExpression" ||
        plainKey(inner.property, inner.computed) !== "bind"
      ) {
        return true;
      }
      // With an object alone it is the same function; what is bound beside it was evaluated earlier.
      const isSame = node.arguments.length === 1 && isWithoutEffect(node.arguments[0]);
      return isSame && isAlways(sourceCode, inner.object, depth);
    }
    case "ImportExpression":
      return true;
    case "Identifier":
      return depth < 10 && isAlwaysNamed(sourceCode, node, depth);
    default:
      return false;
  }
}

/** `memoize(readFileSync)`, `timed("load", readFileSync)`; `.bind` of a function is looked at by itself. */
function isWrapping(
  sourceCode: SourceCode,
  { callee, arguments: given }: TSESTree.CallExpression,
): boolean {
  const name = lastName(callee);
  if (name === "bind" || given.length === 0) return false;
  if (wrapperName.test(name)) return true;
  const isOwn =
    callee.type === "Identifier" &&
    !isInteropHelper(callee) &&
    (variableAt(sourceCode, callee.name, callee)?.defs.length ?? 0) > 0;
  return isOwn && given.some((one) => one.type === "Identifier" || one.type === "MemberExpression");
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

/**
 * `a?.b()`, `a?.b.c()`, `a?.()`: the call may not happen, and then gives undefined. Of an imported module, and of those
 * of its functions that all versions have, it always happens.
 */
function isBehindOptional(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  let isOptional = call.optional;
  let node: Node = unwrap(call.callee);
  while (node.type === "MemberExpression" || node.type === "CallExpression") {
    isOptional ||= node.optional;
    node = unwrap(node.type === "MemberExpression" ? node.object : node.callee);
  }
  return isOptional && !(node.type === "Identifier" && isImported(sourceCode, node));
}

function isImported(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  const [definition, ...others] = variableAt(sourceCode, name.name, name)?.defs ?? [];
  return others.length === 0 && /^(TS)?Import/.test(definition?.node.type ?? "");
}

/** Writes another callee; comments in the old one are kept behind it. */
export function replaceCallee(
  sourceCode: SourceCode,
  call: PlainCall,
  text: string,
): readonly Edit[] | undefined {
  if (!call.isDirect) return replaceIndirect(sourceCode, call, text);
  const parenthesis = sourceCode.getTokenAfter(call.node.callee, {
    filter: ({ value }) => value === "(",
  });
  if (parenthesis === null) return undefined;
  const [start] = call.range;
  const [end] = parenthesis.range;
  return [{ range: [start, end], text: text + commentsWithin(sourceCode, start, end) }];
}

/** Leaves of `fs.statSync.apply(fs, [path])` the arguments, with the comments of what goes. */
function replaceIndirect(
  sourceCode: SourceCode,
  call: PlainCall,
  text: string,
): readonly Edit[] | undefined {
  const [start, end] = call.range;
  const first = call.arguments[0]?.range[0] ?? end;
  const last = call.arguments.at(-1)?.range[1] ?? end;
  if (first === end) {
    return [{ range: [start, end], text: `${text}(${commentsWithin(sourceCode, start, end)})` }];
  }
  return [
    { range: [start, first], text: `${text}(${commentsWithin(sourceCode, start, first)}` },
    { range: [last, end], text: `${commentsWithin(sourceCode, last, end)})` },
  ];
}

/** Writes another name for the method or the member that is called: `Deno.statSync` to `Deno.stat`. */
export function renameMember(call: PlainCall, name: string): Edit | undefined {
  const callee = calleeOf(call.node);
  if (!call.isDirect || callee.type !== "MemberExpression" || callee.computed) return undefined;
  return { range: callee.property.range, text: name };
}
