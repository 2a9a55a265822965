/** Whether a loop gets on by its own work, rather than waiting for somebody else's. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  isFunction,
  isInside,
  parentOf,
  plainKey,
  unwrap,
  type Node,
} from "../syntax/ast.js";
import type { Idleness } from "./idle.js";
import { dotted } from "../syntax/names.js";
import type { SourceFile } from "../syntax/source-file.js";

/** An expression that a loop's tests depend on. */
export interface Look {
  readonly file: SourceFile;
  readonly node: Node;
}

/** How many functions called in a loop are looked into for what they change. */
const maximumFunctions = 50;

/**
 * Whether the loop itself, or a function that it calls, changes what it tests.
 *
 * @param code the loop and those functions.
 */
export function changesOwnTests(
  idleness: Idleness,
  file: SourceFile,
  code: readonly Look[],
  looks: readonly Look[],
): boolean {
  return looks.some(({ file: where, node }) => {
    if (node.type === "Identifier") {
      const variable = where.variableOf(node);
      return variable !== undefined && isWrittenIn(idleness, variable, where, code);
    }
    if (node.type === "UpdateExpression" || node.type === "AssignmentExpression") {
      return where === file;
    }
    return (
      node.type === "MemberExpression" &&
      code.some((part) => isMemberWrittenIn(idleness, part, node))
    );
  });
}

/** A loop, and the functions of the project that it calls. */
export function codeRunBy(idleness: Idleness, file: SourceFile, loop: Node): readonly Look[] {
  const code: Look[] = [{ file, node: loop }];
  const seen = new Set<Node>([loop]);
  for (const part of code) {
    const pending: Node[] = [part.node];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      for (const callee of idleness.lookedThrough(part.file, node)) {
        if (seen.has(callee.node) || code.length >= maximumFunctions) continue;
        seen.add(callee.node);
        code.push(callee);
      }
      pending.push(...part.file.children(node));
    }
  }
  return code;
}

function isWrittenIn(
  idleness: Idleness,
  variable: TSESLint.Scope.Variable,
  file: SourceFile,
  code: readonly Look[],
): boolean {
  return variable.references.some(
    (reference) =>
      reference.isWrite() &&
      code.some(
        (part) =>
          part.file === file &&
          isInside(reference.identifier, part.node) &&
          !isPutOff(idleness, part, reference.identifier),
      ),
  );
}

/** Whether a piece of code stands in a function that can't run before the loop is over: `setTimeout(() => { … })`. */
function isPutOff(idleness: Idleness, { file, node: loop }: Look, node: Node): boolean {
  for (let above = parentOf(node); above !== undefined && above !== loop; above = parentOf(above)) {
    if (!isFunction(above)) continue;
    const { parent } = above;
    if (parent.type === "CallExpression" && parent.callee !== above) {
      if (idleness.putsOff(file, parent)) return true;
    }
  }
  return false;
}

function isMemberWrittenIn(
  idleness: Idleness,
  part: Look,
  member: TSESTree.MemberExpression,
): boolean {
  const name = plainKey(member.property, member.computed);
  const pending: Node[] = [part.node];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const target =
      node.type === "AssignmentExpression"
        ? unwrap(node.left)
        : node.type === "UpdateExpression"
          ? unwrap(node.argument)
          : undefined;
    if (
      target?.type === "MemberExpression" &&
      (plainKey(target.property, target.computed) ?? name) === name &&
      !isPutOff(idleness, part, target)
    ) {
      return true;
    }
    pending.push(...part.file.children(node));
  }
  return false;
}

/**
 * Whether an atomic loop only retries: each round reads the value anew and tries to replace it, so that it fails where
 * another thread has just succeeded (`do old = load() while (compareExchange(old, …) !== old)`), and waits for nobody.
 */
export function isRetry(
  idleness: Idleness,
  file: SourceFile,
  loop: Node,
  looks: readonly Look[],
): boolean {
  return looks.some(({ file: where, node }) => {
    if (where !== file || node.type !== "CallExpression") return false;
    if (idleness.pollOf(file, node) !== "atomic") return false;
    const callee = calleeOf(node);
    const expected = node.arguments[2];
    if (!/compareExchange$/u.test(dotted(callee) ?? "") || expected === undefined) return false;
    if (expected.type !== "Identifier") return false;
    const variable = file.variableOf(expected);
    return variable !== undefined && isWrittenIn(idleness, variable, file, [{ file, node: loop }]);
  });
}

/** `node = node.next`: a step through data, which nobody takes to pass the time. */
export function walksOn({ left, right }: TSESTree.AssignmentExpression): boolean {
  if (left.type !== "Identifier") return false;
  let inner = unwrap(right);
  while (inner.type === "MemberExpression") inner = unwrap(inner.object);
  return inner !== unwrap(right) && inner.type === "Identifier" && inner.name === left.name;
}
