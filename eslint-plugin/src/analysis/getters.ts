/** Members that look like fields and run code. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type FunctionNode } from "./ast.js";
import { keyName } from "./constants.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "./source-file.js";
import type { Value } from "./values.js";

interface Getter {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

/** The reads of members that run a getter of the project. */
export function gettersRead(
  resolver: Resolver,
  file: SourceFile,
): readonly { readonly member: TSESTree.MemberExpression; readonly getters: readonly Getter[] }[] {
  return file.nodes.members.flatMap((member) => {
    const { parent } = member;
    if (parent.type === "AssignmentExpression" && parent.left === member) return [];
    const name = keyName(file, member.property, member.computed);
    if (name === undefined || !mayHaveGetters(member)) return [];
    const getters = resolver
      .valuesOf(file, member.object)
      .flatMap((value) => getterOf(resolver, value, name));
    return getters.length === 0 ? [] : [{ member, getters }];
  });
}

/** A cheap look: instances come from `this`, from variables, and from calls. */
function mayHaveGetters(member: TSESTree.MemberExpression): boolean {
  const object = unwrap(member.object);
  return (
    object.type === "ThisExpression" ||
    object.type === "Identifier" ||
    object.type === "NewExpression" ||
    object.type === "MemberExpression"
  );
}

function getterOf(resolver: Resolver, value: Value, name: string): readonly Getter[] {
  if (value.kind === "object") {
    return value.node.properties.flatMap((property) =>
      property.type === "Property" &&
      property.kind === "get" &&
      property.value.type === "FunctionExpression" &&
      keyName(value.file, property.key, property.computed) === name
        ? [{ file: value.file, node: property.value }]
        : [],
    );
  }
  if (value.kind !== "instance" && value.kind !== "class") return [];
  const isStatic = value.kind === "class";
  for (const member of value.node.body.body) {
    if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") continue;
    if (member.static !== isStatic || keyName(value.file, member.key, member.computed) !== name)
      continue;
    return member.type === "MethodDefinition" &&
      member.kind === "get" &&
      member.value.type === "FunctionExpression"
      ? [{ file: value.file, node: member.value }]
      : [];
  }
  return parentGetters(resolver, value, name);
}

function parentGetters(
  resolver: Resolver,
  value: Extract<Value, { kind: "instance" | "class" }>,
  name: string,
): readonly Getter[] {
  const { superClass } = value.node;
  if (superClass === null) return [];
  return resolver
    .valuesOf(value.file, superClass)
    .flatMap((parent) =>
      parent.kind === "class" && parent.node !== value.node
        ? getterOf(resolver, { kind: value.kind, file: parent.file, node: parent.node }, name)
        : [],
    );
}
