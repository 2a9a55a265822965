/** What is left of the values that a variable may have where code has asked for its class, or for its tag. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, parentOf, unwrap, type ClassNode, type Node } from "../syntax/ast.js";
import { keptByTag, tagAsked, tagsOfCase, type Tags } from "./discriminants.js";
import { alwaysLeaves } from "../execution/reachability.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ClassValue, Value } from "./values.js";

/** A test on the way to a piece of code, and how it came out. */
interface Answer {
  readonly test: Node;
  readonly holds: boolean;
}

/**
 * The values that an identifier may still have behind `if (x instanceof Shell)`, and behind `if (x.kind === "files")` or
 * `case "files":` where its type is a union of objects with tags; in its own function.
 */
export function narrowed(
  resolver: Resolver,
  file: SourceFile,
  identifier: TSESTree.Identifier,
  values: readonly Value[],
): readonly Value[] {
  const mayNarrow = values.some(({ kind }) => kind === "instance" || kind === "typed");
  if (values.length < 2 || !mayNarrow) return values;
  const variable = file.variableOf(identifier);
  const isSame = (node: Node): boolean =>
    node.type === "Identifier" && file.variableOf(node) === variable;
  const { answers, cases } = answersBefore(identifier);
  const chosen = cases.reduce((left, tags) => keptByTag(left, tags, isSame), values);
  return answers.reduce((left, { test, holds }) => {
    const tags = tagAsked(test, holds);
    if (tags !== undefined) return keptByTag(left, tags, isSame);
    if (test.type !== "BinaryExpression" || test.operator !== "instanceof") return left;
    if (!isSame(test.left)) return left;
    const classes = resolver.valuesOf(file, test.right).filter((value) => value.kind === "class");
    if (classes.length === 0) return left;
    return left.filter((value) => isOneOf(resolver, value, classes) === holds);
  }, chosen);
}

function answersBefore(node: Node): {
  readonly answers: readonly Answer[];
  readonly cases: readonly Tags[];
} {
  const answers: Answer[] = [];
  const cases: Tags[] = [];
  for (
    let inner = node, above = parentOf(node);
    above !== undefined && !isFunction(inner);
    inner = above, above = parentOf(above)
  ) {
    if (above.type === "IfStatement" || above.type === "ConditionalExpression") {
      if (above.test !== inner) answers.push(...answered(above.test, above.consequent === inner));
    } else if (above.type === "LogicalExpression" && above.right === inner) {
      if (above.operator !== "??") answers.push(...answered(above.left, above.operator === "&&"));
    } else if (above.type === "BlockStatement") {
      answers.push(...leftBefore(above, inner));
    } else if (above.type === "SwitchCase" && above.test !== inner) {
      cases.push(...tagsOfCase(above));
    }
  }
  return { answers, cases };
}

/** `if (x instanceof Shell) return …;` */
function leftBefore(block: TSESTree.BlockStatement, inner: Node): readonly Answer[] {
  const before = block.body.slice(0, Math.max(0, block.body.indexOf(inner as never)));
  return before.flatMap((statement) =>
    statement.type === "IfStatement" && alwaysLeaves(statement.consequent)
      ? answered(statement.test, false)
      : [],
  );
}

/** The answers that a test's outcome gives to its parts. */
function answered(expression: Node, holds: boolean): readonly Answer[] {
  const test = unwrap(expression);
  if (test.type === "UnaryExpression" && test.operator === "!") {
    return answered(test.argument, !holds);
  }
  if (test.type === "LogicalExpression" && test.operator === (holds ? "&&" : "||")) {
    return [...answered(test.left, holds), ...answered(test.right, holds)];
  }
  return [{ test, holds }];
}

function isOneOf(resolver: Resolver, value: Value, classes: readonly ClassValue[]): boolean {
  if (value.kind !== "instance") return false;
  const seen = new Set<ClassNode>();
  const pending: { readonly file: SourceFile; readonly node: ClassNode }[] = [value];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    const { file, node } = one;
    if (classes.some((known) => known.node === node)) return true;
    if (seen.has(node) || node.superClass === null) continue;
    seen.add(node);
    const parents = resolver.valuesOf(file, node.superClass);
    pending.push(...parents.filter((parent) => parent.kind === "class"));
  }
  return false;
}
