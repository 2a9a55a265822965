/** Functions that answer at once or by a promise, as their caller says: `read(name, { sync: true })`. */
import { parentOf, unwrap, type FunctionNode, type Node } from "./ast.js";
import type { SourceFile } from "./source-file.js";

/**
 * Whether a call is what a function gives back, without a promise, where a parameter asks for that. Of a function that
 * otherwise returns promises nobody can tell then whether a caller who says nothing ever comes there.
 */
export function isOnDemand(file: SourceFile, call: Node, host: FunctionNode): boolean {
  let answer = call;
  for (let above = parentOf(answer); above !== undefined; above = parentOf(answer)) {
    if (above.type === "ReturnStatement") return isChosenBranch(file, above, host);
    if (above.type === "ConditionalExpression" && above.test !== answer) {
      return asksForSync(file, above.test, host) && isReturned(above, host);
    }
    // readFileSync(name).toString(), JSON.parse(readFileSync(name))
    const isStep =
      (above.type === "MemberExpression" && above.object === answer) ||
      (above.type === "CallExpression" && (above.callee === answer || isParse(above))) ||
      unwrap(above) === unwrap(answer);
    if (!isStep) return false;
    answer = above;
  }
  return false;
}

function isParse(call: Node): boolean {
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return false;
  const { object } = call.callee;
  return object.type === "Identifier" && object.name === "JSON";
}

function isReturned(expression: Node, host: FunctionNode): boolean {
  return expression.parent?.type === "ReturnStatement" || host.body === expression;
}

/** `if (options.sync) return …`. */
function isChosenBranch(file: SourceFile, statement: Node, host: FunctionNode): boolean {
  let inner = statement;
  let above = parentOf(inner);
  if (above?.type === "BlockStatement") {
    inner = above;
    above = parentOf(inner);
  }
  return (
    above?.type === "IfStatement" && above.test !== inner && asksForSync(file, above.test, host)
  );
}

/** A test of a parameter that speaks of being synchronous: any other, such as `if (name)`, says nothing of the kind. */
function asksForSync(file: SourceFile, test: Node, host: FunctionNode): boolean {
  return /sync/iu.test(file.text.slice(...test.range)) && isParameterTest(file, test, host);
}

/** `sync`, `!options.async`, `mode === "sync"`. */
function isParameterTest(file: SourceFile, test: Node, host: FunctionNode): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" && isParameterTest(file, node.argument, host);
    case "BinaryExpression":
      return node.right.type === "Literal" && isParameterTest(file, node.left, host);
    case "MemberExpression":
      return isParameterTest(file, node.object, host);
    case "Identifier":
      return (
        file.variableOf(node)?.defs.some((one) => one.type === "Parameter" && one.node === host) ===
        true
      );
    default:
      return false;
  }
}
