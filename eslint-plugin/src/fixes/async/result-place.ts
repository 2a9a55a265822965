/** Where the result of a call goes, so that statements can be put in front of the one that uses it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isParenthesized } from "@eslint-community/eslint-utils";
import { isFunction, type Node } from "../../analysis/syntax/ast.js";
import { parentOf } from "../ancestors.js";
import { comesFirst } from "./order.js";
import type { SourceCode } from "../types.js";

/**
 * - `return`: `return call;`
 * - `body`: `() => call`
 * - `declare`: `const name = call;`
 * - `within`: the first thing that a statement evaluates: `if (call) …`
 */
export type ResultPlace =
  | { readonly kind: "return" | "body"; readonly statement: Node }
  | {
      readonly kind: "declare";
      readonly statement: TSESTree.VariableDeclaration;
      readonly name: TSESTree.Identifier;
    }
  | { readonly kind: "within"; readonly statement: Node };

export function resultPlace(sourceCode: SourceCode, call: Node): ResultPlace | undefined {
  if (call.parent?.type === "ArrowFunctionExpression" && call.parent.body === call) {
    const isBare = !isParenthesized(call as never, sourceCode as never);
    return isBare ? { kind: "body", statement: call } : undefined;
  }
  const statement = statementOf(call);
  if (statement === undefined || !isInBlock(statement) || !comesFirst(call)) return undefined;
  if (statement.type === "ReturnStatement" && statement.argument === call) {
    return { kind: "return", statement };
  }
  if (statement.type === "VariableDeclaration") {
    const [declarator, ...others] = statement.declarations;
    if (others.length === 0 && declarator?.init === call && declarator.id.type === "Identifier") {
      return { kind: "declare", statement, name: declarator.id };
    }
  }
  return isEvaluatedOnce(statement, call) ? { kind: "within", statement } : undefined;
}

function statementOf(node: Node): Node | undefined {
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    if (isFunction(above)) return undefined;
    if (above.type.endsWith("Statement") || above.type === "VariableDeclaration") return above;
  }
  return undefined;
}

function isInBlock(statement: Node): boolean {
  const type = statement.parent?.type;
  return type === "BlockStatement" || type === "Program";
}

/** True where what the statement evaluates first, it evaluates once and before all else. */
function isEvaluatedOnce(statement: Node, call: Node): boolean {
  switch (statement.type) {
    case "ExpressionStatement":
    case "VariableDeclaration":
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "IfStatement":
      return isWithin(call, statement.test);
    case "SwitchStatement":
      return isWithin(call, statement.discriminant);
    case "ForOfStatement":
      return isWithin(call, statement.right);
    default:
      return false;
  }
}

function isWithin(inner: Node, outer: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The white space in front of the line that a node starts on, and one step of it. */
export function indentOf(
  sourceCode: SourceCode,
  node: Node,
): { readonly outer: string; readonly step: string } {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? "";
  const outer = /^\s*/.exec(line)?.[0] ?? "";
  const step = sourceCode.lines.map((text) => /^(?:\t| {2,8}(?=\S))/.exec(text)?.[0]).find(Boolean);
  return { outer, step: step ?? "  " };
}
