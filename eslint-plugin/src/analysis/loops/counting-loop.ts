/** Loops whose bounds are constants: how often they go round, and how long that takes at least. */
import { isFunction, isLoop, unwrap, type LoopNode, type Node, parentOf } from "../syntax/ast.js";
import { constantNumber } from "../values/constants.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { Estimate } from "../types.js";

/** Rounds from which a loop that only computes is worth a word: about 10 ms. */
const manyRounds = 1e7;
const roundMs = 1e-6;

/** `for (let i = 0; i < 1e9; i++) …`: long by its bounds alone, nested loops multiplied. */
export function countingEstimate(file: SourceFile, loop: LoopNode): Estimate | undefined {
  const rounds = totalRounds(file, loop);
  if (rounds < manyRounds || hasCountingParent(file, loop)) return undefined;
  return {
    lowMs: (rounds * roundMs) / 3,
    typicalMs: rounds * roundMs,
    highMs: rounds * roundMs * 30,
    source: "computed",
    basis: `${rounds.toLocaleString("en")} rounds of at least a nanosecond`,
  };
}

function hasCountingParent(file: SourceFile, loop: Node): boolean {
  for (
    let above = loop.parent;
    above !== undefined && !isFunction(above);
    above = parentOf(above)
  ) {
    if (isLoop(above) && roundsOf(file, above) !== undefined) return true;
  }
  return false;
}

function totalRounds(file: SourceFile, loop: LoopNode): number {
  const own = roundsOf(file, loop);
  if (own === undefined || givesWay(file, loop.body)) return 0;
  let inner = 1;
  const pending: Node[] = [loop.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (isLoop(node)) inner = Math.max(inner, totalRounds(file, node));
    else pending.push(...file.children(node));
  }
  return own * inner;
}

function givesWay(file: SourceFile, body: Node): boolean {
  const pending: Node[] = [body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (
      [
        "AwaitExpression",
        "YieldExpression",
        "BreakStatement",
        "ReturnStatement",
        "ThrowStatement",
      ].includes(node.type)
    ) {
      return true;
    }
    pending.push(...file.children(node));
  }
  return false;
}

/** How often `for (let i = from; i < to; i += step)` goes round, where all three are constants. */
export function roundsOf(file: SourceFile, loop: LoopNode): number | undefined {
  if (loop.type !== "ForStatement" || loop.test === null || loop.update === null) return undefined;
  const test = unwrap(loop.test);
  if (test.type !== "BinaryExpression" || test.left.type !== "Identifier") return undefined;
  if (loop.init?.type !== "VariableDeclaration") return undefined;
  const counter = test.left.name;
  const start = loop.init.declarations.find(
    (one) => one.id.type === "Identifier" && one.id.name === counter,
  )?.init;
  const from = start === undefined || start === null ? undefined : constantNumber(file, start);
  const to = constantNumber(file, test.right);
  const step = stepOf(file, loop.update, counter);
  if (from === undefined || to === undefined || step === undefined || step === 0) return undefined;
  const distance = (to - from) / step;
  switch (test.operator) {
    case "<":
    case ">":
    case "!==":
    case "!=":
      return Math.max(0, Math.ceil(distance));
    case "<=":
    case ">=":
      return Math.max(0, Math.floor(distance) + 1);
    default:
      return undefined;
  }
}

function stepOf(file: SourceFile, update: Node, counter: string): number | undefined {
  const node = unwrap(update);
  if (node.type === "UpdateExpression") {
    if (node.argument.type !== "Identifier" || node.argument.name !== counter) return undefined;
    return node.operator === "++" ? 1 : -1;
  }
  if (node.type !== "AssignmentExpression") return undefined;
  if (node.left.type !== "Identifier" || node.left.name !== counter) return undefined;
  const by = constantNumber(file, node.right);
  if (by === undefined) return undefined;
  if (node.operator === "+=") return by;
  return node.operator === "-=" ? -by : undefined;
}
