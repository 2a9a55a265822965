/** Whether a function works as well on copies of its arguments, which is what another thread gets. */
import {
  childrenOf,
  isFunction,
  lastName,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../analysis/syntax/ast.js";
import { parentOf } from "../ancestors.js";
import { variableAt, type Variable } from "../imports/bindings.js";
import { returnsOf } from "../async/promise-result.js";
import type { SourceCode } from "../types.js";

/** Methods of values that arrive as what they were. */
const builtIn = new Set(
  [Array, String, Number, Boolean, Map, Set, Date, RegExp, Uint8Array, DataView, ArrayBuffer, Error]
    .flatMap(({ prototype }) => [prototype, Object.getPrototypeOf(prototype) as object])
    .flatMap((prototype) => Object.getOwnPropertyNames(prototype)),
);

/** Methods that change their object: the caller's would stay as it was. */
const changes = new Set(
  (
    "push pop shift unshift splice sort reverse fill copyWithin set add delete clear append write " +
    "setTime setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds"
  ).split(" "),
);

/** Methods that give a list or a text of their own, which may be changed. */
const copies = new Set(
  "map filter flatMap flat concat slice toSorted toReversed toSpliced with split subarray".split(
    " ",
  ),
);

/** False where a parameter, or a part of it, is changed, called, or has methods that only its class knows. */
export function worksOnCopies(sourceCode: SourceCode, fn: FunctionNode): boolean {
  if (fn.params.some((parameter) => mentionsFunctionType(sourceCode, parameter))) return false;
  if (fn.returnType !== undefined && mentionsFunctionType(sourceCode, fn.returnType)) return false;
  const pending = [...variablesOf(sourceCode, fn)];
  const seen = new Set<Variable>();
  for (let variable = pending.pop(); variable !== undefined; variable = pending.pop()) {
    if (seen.has(variable)) continue;
    seen.add(variable);
    for (const { identifier } of variable.references) {
      const parts = partsOf(sourceCode, identifier);
      if (parts === undefined) return false;
      pending.push(...parts);
    }
  }
  return true;
}

function variablesOf(sourceCode: SourceCode, node: Node): readonly Variable[] {
  const variables = sourceCode.scopeManager?.getDeclaredVariables(node) ?? [];
  return isFunction(node)
    ? variables.filter(({ defs: [definition] }) => definition?.type === "Parameter")
    : variables;
}

/** The variables that hold parts of a value, by what becomes of it where it is used; undefined where it is changed. */
function partsOf(sourceCode: SourceCode, use: Node): readonly Variable[] | undefined {
  const parts: Variable[] = [];
  let isCopy = false;
  let value: Node = use;
  for (let above = parentOf(value); above !== undefined; above = parentOf(value)) {
    const child = value;
    value = above;
    if (isChange(above, child)) return child === use ? parts : undefined;
    if (unwrap(above) !== above) continue;
    if (above.type === "MemberExpression" && above.object === child) continue;
    if (above.type === "NewExpression" && above.callee === child) return undefined;
    if (above.type === "CallExpression" && above.callee === child) {
      const method = unwrap(child);
      if (method.type !== "MemberExpression") return undefined;
      const name = plainKey(method.property, method.computed) ?? "";
      if (!builtIn.has(name) || (changes.has(name) && !isCopy)) return undefined;
      isCopy = copies.has(name);
      for (const argument of above.arguments) {
        if (isFunction(argument)) parts.push(...variablesOf(sourceCode, argument));
      }
      continue;
    }
    if (above.type === "VariableDeclarator" && above.init === child) {
      parts.push(...variablesOf(sourceCode, above));
    }
    if (above.type === "ForOfStatement" && above.right === child) {
      parts.push(...variablesOf(sourceCode, above.left));
    }
    return parts;
  }
  return parts;
}

function isChange(above: Node, target: Node): boolean {
  switch (above.type) {
    case "AssignmentExpression":
      return above.left === target;
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return above.operator === "delete";
    default:
      return false;
  }
}

/** Functions of Node.js that give objects of a class, which arrive without their methods. */
const givesInstance =
  /^(?:[lf]?statSync|opendirSync|create(?:Hash|Hmac|Sign|Verify|Cipheriv|Decipheriv|ReadStream|WriteStream|Server))$/u;

/** False where a function returns what it would not be on the other side: Stats, Dirent, streams, hashes. */
export function givesCopies(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const returned =
    fn.body.type === "BlockStatement" ? returnsOf(sourceCode, fn.body) : [fn.body as Node];
  return returned.every((value) => value === null || isPlain(sourceCode, value));
}

function isPlain(sourceCode: SourceCode, expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier" && depth < 10) {
    const definition = variableAt(sourceCode, node.name, node)?.defs[0]?.node;
    return (
      definition?.type !== "VariableDeclarator" ||
      definition.id.type !== "Identifier" ||
      definition.init === null ||
      isPlain(sourceCode, definition.init, depth + 1)
    );
  }
  if (node.type === "ConditionalExpression") {
    return [node.consequent, node.alternate].every((one) => isPlain(sourceCode, one, depth));
  }
  if (node.type !== "CallExpression") return true;
  const name = lastName(node.callee);
  if (name === "readdirSync") return !sourceCode.getText(node).includes("withFileTypes");
  return !givesInstance.test(name);
}

function mentionsFunctionType(sourceCode: SourceCode, node: Node): boolean {
  if (node.type === "TSFunctionType" || node.type === "TSConstructorType") return true;
  return (
    !isFunction(node) &&
    childrenOf(node, sourceCode.visitorKeys).some((child) =>
      mentionsFunctionType(sourceCode, child),
    )
  );
}
