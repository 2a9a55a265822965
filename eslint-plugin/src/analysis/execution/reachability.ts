/** Code that never runs, as far as its own function says so. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, parentOf, unwrap, type Node } from "../syntax/ast.js";
import { constantOf } from "../values/constants.js";
import type { SourceFile } from "../syntax/source-file.js";

/** Whether a node stands after a `return` or `throw`, or in a branch that a constant rules out. */
export function isUnreachable(file: SourceFile, node: Node): boolean {
  for (
    let inner = node, above = parentOf(node);
    above !== undefined;
    inner = above, above = parentOf(above)
  ) {
    // A declaration is hoisted over what stands before it, and called from elsewhere.
    if (inner.type === "FunctionDeclaration") return false;
    if (isSkipped(file, above, inner) || isBehindLeaving(file, above, inner)) return true;
  }
  return false;
}

/** `if (false) inner`, `while (false) inner`, `false && inner`, `true ? … : inner`. */
function isSkipped(file: SourceFile, above: Node, inner: Node): boolean {
  switch (above.type) {
    case "IfStatement":
    case "ConditionalExpression": {
      if (above.test === inner) return false;
      const test = constantOf(file, above.test);
      return test !== undefined && Boolean(test.value) === (above.alternate === inner);
    }
    case "WhileStatement":
    case "ForStatement": {
      if (above.body !== inner || above.test === null) return false;
      const test = constantOf(file, above.test);
      return test !== undefined && !test.value;
    }
    case "LogicalExpression": {
      if (above.left === inner || above.operator === "??") return false;
      const left = constantOf(file, above.left);
      return left !== undefined && Boolean(left.value) === (above.operator === "||");
    }
    default:
      return false;
  }
}

/** Whether a node stands behind a statement of the same list that control never gets past. */
function isBehindLeaving(file: SourceFile, above: Node, inner: Node): boolean {
  const isList =
    above.type === "BlockStatement" || above.type === "Program" || above.type === "SwitchCase";
  return isList && inner.range[0] >= file.remember(leavingEnd, above);
}

/** Where the first statement ends that control never gets past. */
function leavingEnd(
  list: TSESTree.BlockStatement | TSESTree.Program | TSESTree.SwitchCase,
): number {
  const statements = list.type === "SwitchCase" ? list.consequent : list.body;
  return statements.find(alwaysLeaves)?.range[1] ?? Infinity;
}

/** Whether control never gets past a statement. `try` is taken to let it pass, and so are loops that may end. */
export function alwaysLeaves(statement: Node): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(alwaysLeaves);
    case "IfStatement":
      return (
        statement.alternate !== null &&
        alwaysLeaves(statement.consequent) &&
        alwaysLeaves(statement.alternate)
      );
    case "ExpressionStatement":
      return endsProcess(statement.expression);
    case "ForStatement":
      return statement.test === null && !mayBreak(statement.body, true);
    case "WhileStatement":
    case "DoWhileStatement":
      return (
        statement.test.type === "Literal" &&
        Boolean(statement.test.value) &&
        !mayBreak(statement.body, true)
      );
    default:
      return false;
  }
}

/** Whether a `break` in a statement may end the loop around it; one with a label is taken to. */
function mayBreak(statement: Node, isOfLoop: boolean): boolean {
  switch (statement.type) {
    case "BreakStatement":
      return isOfLoop || statement.label !== null;
    case "BlockStatement":
      return statement.body.some((one) => mayBreak(one, isOfLoop));
    case "IfStatement":
      return (
        mayBreak(statement.consequent, isOfLoop) ||
        (statement.alternate !== null && mayBreak(statement.alternate, isOfLoop))
      );
    case "TryStatement":
      return [statement.block, statement.handler?.body, statement.finalizer].some(
        (block) => block !== null && block !== undefined && mayBreak(block, isOfLoop),
      );
    case "SwitchStatement":
      return statement.cases.some((one) => one.consequent.some((inner) => mayBreak(inner, false)));
    case "LabeledStatement":
      return mayBreak(statement.body, isOfLoop);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return mayBreak(statement.body, false);
    default:
      return false;
  }
}

/** `process.exit(…)` as a statement. */
function endsProcess(expression: Node): boolean {
  const call = unwrap(expression);
  if (call.type !== "CallExpression" || isFunction(call.callee)) return false;
  const { callee } = call;
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "process" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "exit"
  );
}
