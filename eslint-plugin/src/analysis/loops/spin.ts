/** Loops that wait by spinning: until a time, a flag, a value in shared memory, a message, a file. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, isInside, unwrap, type LoopNode, type Node } from "../syntax/ast.js";
import { constantNumber, constantOf, onlyValue } from "../values/constants.js";
import { countingEstimate, roundsOf } from "./counting-loop.js";
import { pollDecidingBy, pollsByThrowing } from "./throwing-polls.js";
import type { Idleness } from "./idle.js";
import type { Poll } from "./polls.js";
import { ownReturns } from "../values/returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import { changesOwnTests, codeRunBy, isRetry, type Look } from "./spin-progress.js";
import type { Confidence, Estimate } from "../types.js";

/** What a loop spins on; `forever` has no way out, `count` only computes for a large number of rounds. */
export type SpinReason = Poll | "flag" | "forever" | "count";

export interface Spin {
  readonly loop: LoopNode;
  readonly reason: SpinReason;
  readonly estimate: Estimate;
  readonly confidence: Confidence;
}

/** An assumption, and said so: nothing in the code tells how long the other side takes. */
const untilSomethingHappens: Estimate = {
  lowMs: 1,
  typicalMs: 100,
  highMs: 60_000,
  source: "typical",
  basis: "until what it waits for happens, if it can; an assumption",
};

/** Rounds after which a loop that looks at something each time has waited, whether it counts them or not: tens of milliseconds. */
const manyPolls = 1e6;

/** The busy wait that a loop is; undefined for a loop that works, ends, or gives way. */
export function spinOf(idleness: Idleness, file: SourceFile, loop: LoopNode): Spin | undefined {
  if (loop.type === "ForInStatement" || loop.type === "ForOfStatement") return undefined;
  return waitingSpin(idleness, file, loop) ?? longCount(file, loop);
}

function longCount(file: SourceFile, loop: TestedLoop): Spin | undefined {
  const estimate = countingEstimate(file, loop);
  return estimate === undefined
    ? undefined
    : { loop, reason: "count", confidence: "probable", estimate };
}

type TestedLoop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

function waitingSpin(idleness: Idleness, file: SourceFile, loop: TestedLoop): Spin | undefined {
  const { test } = loop;
  const constant = test === null ? undefined : constantOf(file, test);
  if (constant !== undefined && !constant.value) return undefined;
  if (test !== null && !idleness.isIdle(file, test)) return undefined;
  if (loop.type === "ForStatement" && loop.update !== null && !idleness.isIdle(file, loop.update)) {
    return undefined;
  }
  if (!idleness.roundMayIdle(file, loop.body)) return undefined;
  const exits = [...exitTests(file, loop), ...pollsByThrowing(idleness, file, loop.body)];
  const own = test === null || constant !== undefined ? [] : [test];
  const tests = [...own, ...exits];
  const code = codeRunBy(idleness, file, loop);
  const looks = lookedAt(idleness, file, code, tests);
  const polls = new Set(looks.flatMap((one) => idleness.pollOf(one.file, one.node) ?? []));
  const triesLock = triesToLock(idleness, file, loop);
  const isShort = !((roundsOf(file, loop) ?? 0) >= manyPolls);
  if ((polls.size > 0 || triesLock) && isShort && isBounded(idleness, file, code, own)) {
    return undefined;
  }
  const found = (reason: SpinReason, estimate: Estimate): Spin => ({
    loop,
    reason,
    estimate,
    confidence: "definite",
  });
  if (polls.has("message")) {
    // while ((message = receiveMessageOnPort(port))) empties the port and ends: no wait.
    return test === null || constant !== undefined || goesOnWithNothing(test)
      ? found("message", untilSomethingHappens)
      : undefined;
  }
  if (polls.has("atomic")) {
    return isRetry(idleness, file, loop, looks)
      ? undefined
      : found("atomic", untilSomethingHappens);
  }
  if (polls.has("clock")) return found("clock", clockEstimate(idleness, file, tests, looks));
  if (polls.has("process")) return found("process", untilSomethingHappens);
  if (polls.has("file") || triesLock) {
    return looksElsewhere(idleness, file, code, looks)
      ? undefined
      : found("file", untilSomethingHappens);
  }
  if (tests.length === 0)
    return hasExit(file, loop) ? undefined : found("forever", untilSomethingHappens);
  return changesOwnTests(idleness, file, code, looks)
    ? undefined
    : found("flag", untilSomethingHappens);
}

/** Whether a loop's own test ends it in time, whatever it looks at within: `for (let i = 0; i < 100; i++) { … }`. */
function isBounded(
  idleness: Idleness,
  file: SourceFile,
  code: readonly Look[],
  own: readonly Node[],
): boolean {
  const looks = lookedAt(idleness, file, code, own);
  return (
    !looks.some((one) => idleness.pollOf(one.file, one.node) !== undefined) &&
    changesOwnTests(idleness, file, code, looks)
  );
}

/** `while (existsSync(base + index)) index += 1`: each round asks about another file. */
function looksElsewhere(
  idleness: Idleness,
  file: SourceFile,
  code: readonly Look[],
  looks: readonly Look[],
): boolean {
  const asked = looks.filter((one) => idleness.pollOf(one.file, one.node) === "file");
  const isAsked = ({ file: where, node }: Look): boolean =>
    asked.some((one) => one.file === where && isInside(node, one.node));
  return changesOwnTests(idleness, file, code, looks.filter(isAsked));
}

/** `for (;;) try { return openSync(lock, "wx"); } catch {}`: until whoever has the lock removes it. */
function triesToLock(idleness: Idleness, file: SourceFile, { body }: TestedLoop): boolean {
  const statements = body.type === "BlockStatement" ? body.body : [body];
  return statements.some(
    (one) => one.type === "TryStatement" && idleness.takesLock(file, one.block),
  );
}

/** The tests of `if (…) break`, `return` and `throw` in a loop's body. */
function exitTests(file: SourceFile, loop: TestedLoop): Node[] {
  const tests: Node[] = [];
  const pending: Node[] = [loop.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (
      node.type === "IfStatement" &&
      (leaves(node.consequent) || (node.alternate !== null && leaves(node.alternate)))
    ) {
      tests.push(node.test);
    }
    pending.push(...file.children(node));
  }
  return tests;
}

function leaves(statement: Node): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return (
    last?.type === "BreakStatement" ||
    last?.type === "ReturnStatement" ||
    last?.type === "ThrowStatement"
  );
}

function hasExit(file: SourceFile, loop: TestedLoop): boolean {
  const pending: Node[] = [loop.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (["BreakStatement", "ReturnStatement", "ThrowStatement"].includes(node.type)) return true;
    pending.push(...file.children(node));
  }
  return false;
}

/** Every expression that the tests depend on within a round: through variables set in the loop, and small functions. */
function lookedAt(
  idleness: Idleness,
  file: SourceFile,
  code: readonly Look[],
  tests: readonly Node[],
): readonly Look[] {
  const looks: Look[] = [];
  const seen = new Set<unknown>();
  const pending: Look[] = tests.map((node) => ({ file, node }));
  for (let look = pending.pop(); look !== undefined && seen.size < 500; look = pending.pop()) {
    if (seen.has(look.node)) continue;
    seen.add(look.node);
    if (isFunction(look.node)) continue;
    looks.push(look);
    const { file: where, node } = look;
    pending.push(...where.children(node).map((child) => ({ file: where, node: child })));
    if (node.type === "CallExpression") {
      for (const callee of idleness.lookedThrough(where, node)) {
        pending.push(
          ...ownReturns(callee.file, callee.node).map((returned) => ({
            file: callee.file,
            node: returned,
          })),
        );
      }
    }
    if (node.type === "Identifier") {
      pending.push(
        ...valuesSetIn(idleness, where, code, node).map((value) => ({ file: where, node: value })),
      );
    }
  }
  return looks;
}

/** What a loop's own code, and that of the functions that it calls, gives to a variable. */
function valuesSetIn(
  idleness: Idleness,
  file: SourceFile,
  code: readonly Look[],
  identifier: TSESTree.Identifier,
): readonly Node[] {
  return (file.variableOf(identifier)?.references ?? []).flatMap((reference) =>
    reference.isWrite() &&
    reference.writeExpr &&
    code.some((part) => part.file === file && isInside(reference.identifier, part.node))
      ? [reference.writeExpr, ...pollDecidingBy(idleness, file, reference.identifier)]
      : [],
  );
}

/** Whether a test that receives holds while there is nothing to receive: `!message`, `message === undefined`. */
function goesOnWithNothing(test: Node): boolean {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return true;
  if (node.type === "BinaryExpression") return node.operator === "===" || node.operator === "==";
  if (node.type === "LogicalExpression") {
    return goesOnWithNothing(node.left) || goesOnWithNothing(node.right);
  }
  return false;
}

/** The time that a clock-watching loop takes, where code says it in milliseconds. */
function clockEstimate(
  idleness: Idleness,
  file: SourceFile,
  tests: readonly Node[],
  looks: readonly Look[],
): Estimate {
  const inMilliseconds = looks.every(({ file: where, node }) => {
    const text = where.text.slice(node.range[0], node.range[1]);
    return idleness.pollOf(where, node) !== "clock" || !/hrtime|uptime/u.test(text);
  });
  const ms = inMilliseconds
    ? tests.map((test) => waitOf(idleness, file, unwrap(test))).find((one) => one !== undefined)
    : undefined;
  if (ms === undefined || !Number.isFinite(ms) || ms <= 0) {
    return {
      lowMs: 1,
      typicalMs: 100,
      highMs: 60_000,
      source: "typical",
      basis: "until its clock says so, which is computed elsewhere; an assumption",
    };
  }
  return {
    lowMs: ms,
    typicalMs: ms,
    highMs: ms,
    source: "computed",
    basis: "the time that the loop waits for",
  };
}

/** Of `Date.now() < end` and `Date.now() - start < 500`, the constant number of milliseconds. */
function waitOf(idleness: Idleness, file: SourceFile, test: Node): number | undefined {
  if (test.type === "UnaryExpression") return waitOf(idleness, file, unwrap(test.argument));
  if (test.type === "LogicalExpression") {
    return waitOf(idleness, file, unwrap(test.left)) ?? waitOf(idleness, file, unwrap(test.right));
  }
  if (test.type !== "BinaryExpression" || !/^[<>]=?$/u.test(test.operator)) return undefined;
  for (const side of [test.left, test.right]) {
    if (side.type === "PrivateIdentifier") continue;
    const ms = constantNumber(file, side) ?? addedToClock(idleness, file, side);
    if (ms !== undefined) return ms;
  }
  return undefined;
}

/** 500 of `Date.now() + 500`, also through the variable that holds it. */
function addedToClock(idleness: Idleness, file: SourceFile, expression: Node): number | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const variable = file.variableOf(node);
    const value = variable === undefined ? undefined : onlyValue(file, variable);
    return value === undefined ? undefined : addedToClock(idleness, file, value);
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const [left, right] = [node.left, node.right];
  if (readsClock(idleness, file, left)) return constantNumber(file, right);
  return readsClock(idleness, file, right) ? constantNumber(file, left) : undefined;
}

function readsClock(idleness: Idleness, file: SourceFile, expression: Node): boolean {
  const node = unwrap(expression);
  if (idleness.pollOf(file, node) === "clock") return true;
  if (node.type === "UnaryExpression") return readsClock(idleness, file, node.argument);
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
    return readsClock(idleness, file, node.callee.object);
  }
  if (node.type !== "Identifier") return false;
  const variable = file.variableOf(node);
  const value = variable === undefined ? undefined : onlyValue(file, variable);
  return value !== undefined && value.type !== "Identifier" && readsClock(idleness, file, value);
}
