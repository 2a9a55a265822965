/** Where `await x` needs parentheses, and where a statement that starts with one needs a semicolon before it. */
import { isParenthesized as isInParentheses } from "@eslint-community/eslint-utils";
import type { Node } from "../../analysis/syntax/ast.js";
import { parentOf } from "../ancestors.js";
import type { SourceCode } from "../types.js";

export function isParenthesized(sourceCode: SourceCode, node: Node): boolean {
  return isInParentheses(node as never, sourceCode as never);
}

/** True where `await` in front of this expression would bind to less or more than the expression. */
export function awaitNeedsParentheses(sourceCode: SourceCode, node: Node): boolean {
  const parent = parentOf(node);
  if (parent === undefined || isParenthesized(sourceCode, node)) return false;
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node;
    case "CallExpression":
    case "NewExpression":
      return parent.callee === node;
    case "TaggedTemplateExpression":
      return parent.tag === node;
    case "BinaryExpression":
      return parent.operator === "**" && parent.left === node;
    case "ClassDeclaration":
    case "ClassExpression":
      return parent.superClass === node;
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
      return true;
    case "ChainExpression":
      return awaitNeedsParentheses(sourceCode, parent);
    default:
      return false;
  }
}

/** ";" where the text at a node would start with "(" and go on the statement before it, which has no semicolon. */
export function guard(sourceCode: SourceCode, node: Node): string {
  const before = sourceCode.getTokenBefore(node);
  if (before === null) return "";
  let statement: Node | undefined = node;
  while (statement !== undefined && statement.range[0] === node.range[0]) {
    if (statement.type === "ExpressionStatement") {
      const siblings = siblingsOf(statement);
      const previous = siblings[siblings.indexOf(statement) - 1];
      if (previous === undefined) return "";
      return sourceCode.getLastToken(previous)?.value === ";" || isBlockLike(previous) ? "" : ";";
    }
    statement = parentOf(statement);
  }
  return "";
}

function siblingsOf(statement: Node): readonly Node[] {
  const parent = parentOf(statement);
  if (parent === undefined) return [];
  if (parent.type === "BlockStatement" || parent.type === "Program") return parent.body;
  if (parent.type === "StaticBlock") return parent.body;
  if (parent.type === "SwitchCase") return parent.consequent;
  return [];
}

function isBlockLike(statement: Node): boolean {
  switch (statement.type) {
    case "BlockStatement":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "SwitchStatement":
    case "TryStatement":
      return true;
    case "IfStatement":
      return isBlockLike(statement.alternate ?? statement.consequent);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "LabeledStatement":
      return isBlockLike(statement.body);
    default:
      return false;
  }
}
