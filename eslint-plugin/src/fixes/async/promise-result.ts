/** Functions that give a promise whenever they return, so that `async` changes nothing for those who call them. */
import {
  childrenOf,
  isFunction,
  plainKey,
  unwrap,
  type FunctionNode,
} from "../../analysis/syntax/ast.js";
import { bindingsOf, means, variableAt, type Variable } from "../imports/bindings.js";
import { isGlobal } from "../imports/imports.js";
import type { Node, SourceCode } from "../types.js";

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
      if (isPromiseFunction(sourceCode, callee)) return true;
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

/** Built-in modules whose functions give promises, but for these. */
const promiseModule = /^(?:fs|timers|dns|stream|readline)\/promises$/;
const othersInThem = new Set("watch glob setInterval createInterface".split(" "));

/** A function that always gives a promise: imported from such a module, `fetch`, or async itself. */
function isPromiseFunction(sourceCode: SourceCode, callee: Node): boolean {
  if (callee.type === "MemberExpression") {
    const name = plainKey(callee.property, callee.computed);
    const object = unwrap(callee.object);
    return (
      name !== undefined &&
      !othersInThem.has(name) &&
      object.type === "Identifier" &&
      bindingsOf(sourceCode).some(
        (one) =>
          one.local === object.name &&
          one.name === undefined &&
          promiseModule.test(one.module) &&
          means(sourceCode, one, object),
      )
    );
  }
  if (callee.type !== "Identifier") return false;
  if (callee.name === "fetch" && isGlobal(sourceCode, "fetch", callee)) return true;
  const isImported = bindingsOf(sourceCode).some(
    (one) =>
      one.local === callee.name &&
      one.name !== undefined &&
      promiseModule.test(one.module) &&
      !othersInThem.has(one.name) &&
      means(sourceCode, one, callee),
  );
  return isImported || isAsyncFunction(variableAt(sourceCode, callee.name, callee));
}

function isAsyncFunction(variable: Variable | undefined): boolean {
  const [definition, ...others] = variable?.defs ?? [];
  if (definition === undefined || others.length > 0) return false;
  const isWritten = variable?.references.some((one) => one.isWrite() && one.init !== true);
  const { node } = definition;
  const held = node.type === "VariableDeclarator" ? node.init : node;
  return isWritten !== true && held !== null && isFunction(held) && definition.type !== "Parameter"
    ? held.async && !held.generator
    : false;
}
