/** The two sides of a test that tells the main thread from a worker. */
import { parentOf, unwrap, type Node } from "../syntax/ast.js";
import { onlyValue } from "../values/constants.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { isApi } from "../values/values.js";

type Thread = "main" | "worker";

/** Whether a node stands where only a worker gets to: the other side of an `isMainThread` test, or after its exit. */
export function isWorkerSide(resolver: Resolver, file: SourceFile, node: Node): boolean {
  for (
    let inner = node, above = parentOf(node);
    above !== undefined;
    inner = above, above = parentOf(above)
  ) {
    if (above.type === "IfStatement" || above.type === "ConditionalExpression") {
      const holds = inner === above.consequent;
      if (inner !== above.test && threadWhere(resolver, file, above.test, holds) === "worker") {
        return true;
      }
    } else if (above.type === "LogicalExpression" && inner === above.right) {
      const holds = above.operator === "&&";
      if (above.operator !== "??" && threadWhere(resolver, file, above.left, holds) === "worker") {
        return true;
      }
    } else if (above.type === "BlockStatement" || above.type === "Program") {
      if (followsMainThreadExit(resolver, file, above.body, inner)) return true;
    }
  }
  return false;
}

/** `if (isMainThread) { …; return; }` before the statement. */
function followsMainThreadExit(
  resolver: Resolver,
  file: SourceFile,
  body: readonly Node[],
  statement: Node,
): boolean {
  for (const before of body) {
    if (before === statement) return false;
    if (
      before.type === "IfStatement" &&
      before.alternate === null &&
      exits(before.consequent) &&
      threadWhere(resolver, file, before.test, false) === "worker"
    ) {
      return true;
    }
  }
  return false;
}

function exits(statement: Node): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}

/** The only thread on which a test comes out so; undefined where it may on both. */
function threadWhere(
  resolver: Resolver,
  file: SourceFile,
  test: Node,
  holds: boolean,
): Thread | undefined {
  const where = (part: Node, partHolds: boolean): Thread | undefined =>
    threadWhere(resolver, file, part, partHolds);
  const node = unwrap(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" ? where(node.argument, !holds) : undefined;
    case "LogicalExpression": {
      if (node.operator === "??") return undefined;
      const [left, right] = [where(node.left, holds), where(node.right, holds)];
      // Both parts have come out so, and one of them says where; or either may have, and both have to say the same.
      if (holds === (node.operator === "&&")) return left ?? right;
      return left === right ? left : undefined;
    }
    case "BinaryExpression": {
      const { left, right, operator } = node;
      if (!/^[!=]==?$/u.test(operator) || right.type !== "Literal") return undefined;
      if (left.type === "PrivateIdentifier") return undefined;
      return where(left, Boolean(right.value) === (operator.startsWith("=") === holds));
    }
    case "Identifier":
    case "MemberExpression": {
      const main = isTrueOnMainThread(resolver, file, node);
      if (main !== undefined) return main === holds ? "main" : "worker";
      const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
      const value = variable === undefined ? undefined : onlyValue(file, variable);
      return value === undefined || value.type === "Identifier" ? undefined : where(value, holds);
    }
    default:
      return undefined;
  }
}

/** True for `isMainThread`, false for `parentPort`, undefined for anything else. */
function isTrueOnMainThread(resolver: Resolver, file: SourceFile, node: Node): boolean | undefined {
  const values = resolver.valuesOf(file, node);
  const isOf = (name: string): boolean =>
    values.some((value) => isApi(value, "node:worker_threads", name));
  if (isOf("isMainThread")) return true;
  return isOf("parentPort") ? false : undefined;
}
