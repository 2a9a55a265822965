/** What a function does not come to where it is known how its tests come out. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, pushChildren, type FunctionNode, type Node } from "../syntax/ast.js";
import { alwaysLeaves } from "./reachability.js";
import type { SourceFile } from "../syntax/source-file.js";

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
  return file.remember(choicesOf, host).flatMap((node) => {
    switch (node.type) {
      case "SwitchStatement":
        return outcomes.unusedCases?.(node) ?? [];
      case "BlockStatement": {
        const last = node.body.findIndex((statement) => leavesBy(statement, outcomes));
        return last < 0 ? [] : node.body.slice(last + 1);
      }
      default: {
        const isTaken = outcomes.ofTest(node.test);
        const unused = isTaken === undefined ? null : isTaken ? node.alternate : node.consequent;
        return unused ?? [];
      }
    }
  });
}

/** The branches that are taken. */
export function chosenCode(
  file: SourceFile,
  host: FunctionNode,
  ofTest: Outcomes["ofTest"],
): readonly Node[] {
  return file.remember(choicesOf, host).flatMap((node) => {
    if (node.type === "SwitchStatement" || node.type === "BlockStatement") return [];
    const isTaken = ofTest(node.test);
    const taken = isTaken === undefined ? null : isTaken ? node.consequent : node.alternate;
    return taken ?? [];
  });
}

type Choice =
  | TSESTree.IfStatement
  | TSESTree.ConditionalExpression
  | TSESTree.SwitchStatement
  | TSESTree.BlockStatement;

/** What chooses among the code of a function, that of functions inside it aside: tests, and blocks that one may leave. */
function choicesOf(host: FunctionNode, file: SourceFile): readonly Choice[] {
  const choices: Choice[] = [];
  const pending: Node[] = [host.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (isChoice(node)) choices.push(node);
    pushChildren(node, file.visitorKeys, pending);
  }
  return choices;
}

function isChoice(node: Node): node is Choice {
  return (
    node.type === "IfStatement" ||
    node.type === "ConditionalExpression" ||
    node.type === "SwitchStatement" ||
    (node.type === "BlockStatement" && node.body.some(({ type }) => type === "IfStatement"))
  );
}

function leavesBy(statement: Node, outcomes: Outcomes): boolean {
  if (statement.type !== "IfStatement") return false;
  const isTaken = outcomes.ofTest(statement.test);
  if (isTaken === undefined) return false;
  const taken = isTaken ? statement.consequent : statement.alternate;
  return taken !== null && alwaysLeaves(taken);
}
