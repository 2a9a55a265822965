/** Functions that give a promise whenever they return, so that `async` changes nothing for those who call them. */
import { childrenOf, isFunction, plainKey, unwrap, type FunctionNode } from "../analysis/ast.js";
import type { Node, SourceCode } from "./types.js";

/** True where every way out of the function gives a promise, or its written type says that it does. */
export function givesPromiseAlways(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const type = fn.returnType?.typeAnnotation;
  if (type !== undefined) {
    return (
      type.type === "TSTypeReference" &&
      type.typeName.type === "Identifier" &&
      type.typeName.name === "Promise"
    );
  }
  if (fn.body.type !== "BlockStatement") return isPromise(sourceCode, fn.body);
  const returns = returnsOf(sourceCode, fn.body);
  return (
    returns.length > 0 &&
    endsAlways(fn.body) &&
    returns.every((returned) => returned !== null && isPromise(sourceCode, returned))
  );
}

/** What a function's own `return` statements give; null for one that gives nothing. */
export function returnsOf(sourceCode: SourceCode, body: Node): (Node | null)[] {
  const found: (Node | null)[] = [];
  const pending: Node[] = [body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "ReturnStatement") found.push(node.argument);
    else if (!isFunction(node)) pending.push(...childrenOf(node, sourceCode.visitorKeys));
  }
  return found;
}

/** True for a statement behind which nothing runs: its last part returns or throws. */
export function endsAlways(statement: Node | null | undefined): boolean {
  switch (statement?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "BlockStatement":
      return endsAlways(statement.body.at(-1));
    case "IfStatement":
      return endsAlways(statement.consequent) && endsAlways(statement.alternate);
    case "TryStatement":
      return (
        endsAlways(statement.finalizer) ||
        (endsAlways(statement.block) &&
          (statement.handler === null || endsAlways(statement.handler.body)))
      );
    default:
      return false;
  }
}

const statics = new Set("resolve reject all allSettled race any try".split(" "));

function isPromise(sourceCode: SourceCode, expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "ConditionalExpression":
      return isPromise(sourceCode, node.consequent) && isPromise(sourceCode, node.alternate);
    case "NewExpression":
      return node.callee.type === "Identifier" && node.callee.name === "Promise";
    case "ImportExpression":
      return true;
    case "CallExpression": {
      const { callee } = node;
      if (isFunction(callee)) return callee.async && !callee.generator;
      if (callee.type !== "MemberExpression") return false;
      const name = plainKey(callee.property, callee.computed) ?? "";
      if (callee.object.type === "Identifier" && callee.object.name === "Promise") {
        return statics.has(name);
      }
      return name === "then" || (name === "catch" && isPromise(sourceCode, callee.object));
    }
    default:
      return false;
  }
}
