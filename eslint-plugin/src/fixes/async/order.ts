/** Whether an `await` at a node leaves the effects around it in their order. */
import { isFunction, type Node } from "../../analysis/syntax/ast.js";
import { parentOf } from "../ancestors.js";

/**
 * True where nothing that may have an effect, or that other code may change, was evaluated before the node in the same
 * statement. `total += await f()` reads `total` before it waits, and `[count, await f()]` reads `count`.
 */
export function comesFirst(node: Node): boolean {
  let child = node;
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    if (isStatement(above) || isFunction(above)) return true;
    if (!isFirstIn(above, child)) return false;
    child = above;
  }
  return true;
}

function isStatement(node: Node): boolean {
  return (
    node.type.endsWith("Statement") ||
    node.type === "VariableDeclaration" ||
    node.type === "Program"
  );
}

/** True where the child is the first thing that is evaluated in its parent, or all before it is a plain name. */
function isFirstIn(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.init === child && parent.id.type === "Identifier";
    case "AssignmentExpression":
      return parent.operator === "=" && parent.right === child && parent.left.type === "Identifier";
    case "MemberExpression":
      return parent.object === child;
    case "CallExpression":
    case "NewExpression":
      return (
        parent.callee === child || (parent.arguments[0] === child && isPlainName(parent.callee))
      );
    case "BinaryExpression":
    case "LogicalExpression":
      return parent.left === child;
    case "ConditionalExpression":
      return parent.test === child;
    case "ArrayExpression":
      return parent.elements[0] === child;
    case "ObjectExpression":
      return parent.properties[0] === child;
    case "Property":
      return parent.value === child && !parent.computed;
    case "TemplateLiteral":
      return parent.expressions[0] === child;
    case "SequenceExpression":
      return parent.expressions[0] === child;
    case "AwaitExpression":
    case "ChainExpression":
    case "SpreadElement":
    case "UnaryExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return true;
    default:
      return false;
  }
}

/** `f`, `JSON.parse`: names, which are read before the arguments but seldom change. */
function isPlainName(node: Node): boolean {
  if (node.type === "Identifier") return true;
  return node.type === "MemberExpression" && !node.computed && node.object.type === "Identifier";
}
