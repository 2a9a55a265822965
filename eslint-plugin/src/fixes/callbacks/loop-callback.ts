/** A callback of an array's method, as what a loop over the array needs: the item's name, statements, a last value. */
import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf, isClass, isFunction, type FunctionNode } from "../../analysis/syntax/ast.js";
import { returnsOf } from "../async/promise-result.js";
import type { Node, SourceCode } from "../types.js";

/** A callback whose last statement alone returns. */
export interface LoopCallback {
  /** The statements before the last, if any, from the start of the first to the end of the last of them. */
  readonly before: readonly [number, number] | undefined;
  /** What it gives. */
  readonly value: Node;
}

/** True where nothing in a callback means something else outside of it. */
export function isMovable(sourceCode: SourceCode, callback: FunctionNode): boolean {
  if (callback.type === "FunctionExpression" && callback.id !== null) return false;
  const isArrow = callback.type === "ArrowFunctionExpression";
  const pending: Node[] = [callback.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "VariableDeclaration" && node.kind === "var") return false;
    if (!isArrow && isOwn(node)) return false;
    // A function inside has a `this` of its own, unless it is an arrow.
    if (isClass(node) || (isFunction(node) && node.type !== "ArrowFunctionExpression")) continue;
    pending.push(...childrenOf(node, sourceCode.visitorKeys));
  }
  return true;
}

function isOwn(node: Node): boolean {
  return (
    node.type === "ThisExpression" || (node.type === "Identifier" && node.name === "arguments")
  );
}

export function loopCallback(
  sourceCode: SourceCode,
  callback: FunctionNode,
): LoopCallback | undefined {
  if (!isMovable(sourceCode, callback)) return undefined;
  const { body } = callback;
  if (body.type !== "BlockStatement") return { before: undefined, value: body };
  const last = body.body.at(-1);
  if (last?.type !== "ReturnStatement" || last.argument === null) return undefined;
  if (returnsOf(sourceCode, body).length !== 1) return undefined;
  const first = body.body[0];
  const previous = body.body.at(-2);
  return {
    before:
      first === undefined || previous === undefined
        ? undefined
        : [first.range[0], previous.range[1]],
    value: last.argument,
  };
}

/** The text of a parameter without its type, which a loop's variable may not have; undefined for one with a default. */
export function itemText(sourceCode: SourceCode, parameter: Node): string | undefined {
  if (parameter.type === "Identifier") return parameter.name;
  if (parameter.type !== "ObjectPattern" && parameter.type !== "ArrayPattern") return undefined;
  const annotation = parameter.typeAnnotation;
  const [start, end] = parameter.range;
  return sourceCode.text.slice(start, annotation?.range[0] ?? end).trimEnd();
}

/** True where a parameter gets another value in the function. */
export function isParameterWritten(sourceCode: SourceCode, callback: FunctionNode): boolean {
  const variables = sourceCode.getDeclaredVariables?.(callback) ?? [];
  return variables.some(({ references }) => references.some((reference) => reference.isWrite()));
}

/** True where an expression outside uses a name that the callback's parameters have: in a loop it would mean them. */
export function isHidden(
  sourceCode: SourceCode,
  callback: FunctionNode,
  outside: readonly Node[],
): boolean {
  const variables = sourceCode.getDeclaredVariables?.(callback) ?? [];
  const names = new Set(variables.map(({ name }) => name));
  const pending: Node[] = [...outside];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "Identifier" && names.has(node.name) && !isKey(node)) return true;
    pending.push(...childrenOf(node, sourceCode.visitorKeys));
  }
  return false;
}

function isKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  return parent.type === "Property" && parent.key === node && !parent.computed && !parent.shorthand;
}

/** True where comments stand in a range, but not in those parts of it that are kept. */
export function losesComments(
  sourceCode: SourceCode,
  range: readonly [number, number],
  kept: readonly (readonly [number, number])[],
): boolean {
  const isIn = ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
    start <= from && to <= end;
  return sourceCode
    .getAllComments()
    .some(
      (comment) => isIn(comment.range, range) && !kept.some((part) => isIn(comment.range, part)),
    );
}
