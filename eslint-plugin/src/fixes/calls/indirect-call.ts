/** `fs.statSync.call(fs, path)`, `fs.statSync.apply(fs, [path])`, `Reflect.apply(fs.statSync, fs, [path])`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, plainKey, unwrap } from "../../analysis/syntax/ast.js";
import type { Node, SourceCode } from "../types.js";
import { isParenthesized } from "../async/parentheses.js";

/** A function and what is handed to it. */
interface Handed {
  readonly callee: Node;
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
}

/** What an indirect call calls, and with what; undefined where its arguments are not written out. */
export function handedOver(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
): Handed | undefined {
  const member = calleeOf(call);
  if (member.type !== "MemberExpression") return undefined;
  const name = plainKey(member.property, member.computed);
  const given = call.arguments;
  const object = unwrap(member.object);
  if (object.type === "Identifier" && object.name === "Reflect") {
    const [fn, self, list] = given;
    return fn === undefined ? undefined : handed(sourceCode, fn, self, elementsOf(list));
  }
  // Function.prototype.call.call(statSync, fs, path)
  if (object.type === "MemberExpression" && isCaller(plainKey(object.property, object.computed))) {
    return undefined;
  }
  const [self, ...others] = given;
  if (name === "call") return handed(sourceCode, object, self, others);
  return name === "apply" ? handed(sourceCode, object, self, elementsOf(others[0])) : undefined;
}

function isCaller(name: string | undefined): boolean {
  return name === "call" || name === "apply";
}

function handed(
  sourceCode: SourceCode,
  callee: Node,
  self: Node | undefined,
  given: Handed["arguments"] | undefined,
): Handed | undefined {
  if (given === undefined || !isWithoutEffect(self)) return undefined;
  // The text of the arguments is kept from the first to the last, which parentheses would surround.
  return given.some((argument) => isParenthesized(sourceCode, argument))
    ? undefined
    : { callee, arguments: given };
}

/** The elements of an array that is written out; none where nothing is handed over. */
function elementsOf(list: Node | undefined): Handed["arguments"] | undefined {
  if (list === undefined) return [];
  if (list.type !== "ArrayExpression") return undefined;
  const elements = list.elements.filter((element) => element !== null);
  return elements.length === list.elements.length ? elements : undefined;
}

/** True for what may be left out, since nothing happens when it is evaluated. */
export function isWithoutEffect(expression: Node | undefined): boolean {
  if (expression === undefined) return true;
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
    case "Literal":
    case "ThisExpression":
      return true;
    case "MemberExpression":
      return !node.computed && isWithoutEffect(node.object);
    case "UnaryExpression":
      return node.operator === "void" && isWithoutEffect(node.argument);
    case "ObjectExpression":
      return node.properties.length === 0;
    default:
      return false;
  }
}
