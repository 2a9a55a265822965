/** Unions of objects that a property tells apart: `{ kind: "files"; source: Dir } | { kind: "memory"; source: Memory }`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap, type Node } from "../syntax/ast.js";
import { alwaysLeaves } from "../execution/reachability.js";
import type { TypedValue, Value } from "./values.js";

/** What is known of a tag: that it is one of these literals, or none of them. */
export interface Tags {
  readonly object: Node;
  readonly name: string;
  readonly literals: readonly unknown[];
  readonly holds: boolean;
}

/** `backend.kind === "files"`, either way round. */
export function tagAsked(test: Node, holds: boolean): Tags | undefined {
  if (test.type !== "BinaryExpression" || !/^[!=]==?$/u.test(test.operator)) return undefined;
  const isEqual = test.operator.startsWith("=");
  for (const [tag, other] of [
    [test.left, test.right],
    [test.right, test.left],
  ] as const) {
    const member = memberAsked(tag);
    if (member === undefined || other.type !== "Literal") continue;
    return { ...member, literals: [other.value], holds: isEqual === holds };
  }
  return undefined;
}

/** What `switch (backend.kind)` says in one of its cases; nothing where it can't be told how control comes there. */
export function tagsOfCase(chosen: TSESTree.SwitchCase): readonly Tags[] {
  const { discriminant, cases } = chosen.parent;
  const member = memberAsked(discriminant);
  if (member === undefined) return [];
  const index = cases.indexOf(chosen);
  let first = index;
  while (first > 0 && !cases[first - 1]?.consequent.some(alwaysLeaves)) first -= 1;
  const tests = cases.slice(first, index + 1).map(({ test }) => test);
  if (!tests.includes(null)) {
    return allLiterals(tests).map((literals) => ({ ...member, literals, holds: true }));
  }
  const others = cases.filter((_, place) => place < first || place > index);
  return allLiterals(others.map(({ test }) => test)).map((literals) => ({
    ...member,
    literals,
    holds: false,
  }));
}

/** The values of tests that are literals, all of them or none. */
function allLiterals(tests: readonly (Node | null)[]): readonly (readonly unknown[])[] {
  const literals = tests.filter((test) => test?.type === "Literal");
  return literals.length === tests.length ? [literals.map(({ value }) => value)] : [];
}

function memberAsked(expression: Node): Pick<Tags, "object" | "name"> | undefined {
  const node = unwrap(expression);
  if (node.type !== "MemberExpression") return undefined;
  const name = plainKey(node.property, node.computed);
  return name === undefined ? undefined : { object: unwrap(node.object), name };
}

/** The values that may have such a tag, of a variable that the tag is one of. */
export function keptByTag(
  values: readonly Value[],
  { object, name, literals, holds }: Tags,
  isSame: (node: Node) => boolean,
): readonly Value[] {
  if (!isSame(object)) return values;
  return values.filter((value) => {
    const tag = value.kind === "typed" ? literalOf(value, name) : undefined;
    return tag === undefined || literals.includes(tag.value) === holds;
  });
}

/** The literal that a property of an object type is. */
function literalOf({ members }: TypedValue, name: string): { value: unknown } | undefined {
  for (const member of members) {
    if (member.type !== "TSPropertySignature") continue;
    if (plainKey(member.key, member.computed) !== name) continue;
    const type = member.typeAnnotation?.typeAnnotation;
    if (type?.type !== "TSLiteralType" || type.literal.type !== "Literal") return undefined;
    return { value: type.literal.value };
  }
  return undefined;
}
