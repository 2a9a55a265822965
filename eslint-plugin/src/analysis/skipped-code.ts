/** What a function does not come to where it is known how its tests come out. */
import { isFunction, type FunctionNode, type Node } from "./ast.js";
import { alwaysLeaves } from "./reachability.js";
import type { SourceFile } from "./source-file.js";

/** What is known of a function's tests, at a call of it. */
export interface Outcomes {
  /** How a test comes out; undefined where nobody can tell. */
  ofTest(test: Node): boolean | undefined;
  /** The parts of a `switch` that are not come to. */
  unusedCases?(statement: Extract<Node, { type: "SwitchStatement" }>): readonly Node[];
}

/** The branches that are not taken, and what follows one that is taken and leaves. */
export function skippedCode(
  file: SourceFile,
  host: FunctionNode,
  outcomes: Outcomes,
): readonly Node[] {
  const skipped: Node[] = [];
  const pending: Node[] = [host.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (node.type === "IfStatement" || node.type === "ConditionalExpression") {
      const isTaken = outcomes.ofTest(node.test);
      const unused = isTaken === undefined ? null : isTaken ? node.alternate : node.consequent;
      if (unused !== null) skipped.push(unused);
    } else if (node.type === "SwitchStatement") {
      skipped.push(...(outcomes.unusedCases?.(node) ?? []));
    } else if (node.type === "BlockStatement") {
      const last = node.body.findIndex((statement) => leavesBy(statement, outcomes));
      if (last >= 0) skipped.push(...node.body.slice(last + 1));
    }
    pending.push(...file.children(node));
  }
  return skipped;
}

function leavesBy(statement: Node, outcomes: Outcomes): boolean {
  if (statement.type !== "IfStatement") return false;
  const isTaken = outcomes.ofTest(statement.test);
  if (isTaken === undefined) return false;
  const taken = isTaken ? statement.consequent : statement.alternate;
  return taken !== null && alwaysLeaves(taken);
}
