/** Members that look like fields and run code: getters where they are read, setters where they are written. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type FunctionNode, type Node } from "./ast.js";
import { keyName } from "./constants.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "./source-file.js";
import type { Value } from "./values.js";

interface Accessor {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

type Access = "get" | "set";

/** A member, or a property of a pattern, whose use runs accessors of the project. */
export interface AccessorUse {
  readonly node: Node;
  readonly accessors: readonly Accessor[];
}

/** What runs a getter or a setter of the project: `store.text`, `store.text = 1`, `const { text } = store`. */
export function accessorsUsed(resolver: Resolver, file: SourceFile): readonly AccessorUse[] {
  return [
    ...file.nodes.members.flatMap((member) => usedByMember(resolver, file, member)),
    ...file.nodes.patterns.flatMap((pattern) => usedByPattern(resolver, file, pattern)),
  ];
}

function usedByMember(
  resolver: Resolver,
  file: SourceFile,
  member: TSESTree.MemberExpression,
): readonly AccessorUse[] {
  const name = keyName(file, member.property, member.computed);
  if (name === undefined || !mayHaveAccessors(member.object)) return [];
  const uses = accessesOf(member);
  const accessors = resolver
    .valuesOf(file, member.object)
    .flatMap((value) => uses.flatMap((access) => accessorOf(resolver, value, name, access)));
  return accessors.length === 0 ? [] : [{ node: member, accessors }];
}

function usedByPattern(
  resolver: Resolver,
  file: SourceFile,
  pattern: TSESTree.ObjectPattern,
): readonly AccessorUse[] {
  const { parent } = pattern;
  const whole =
    parent.type === "VariableDeclarator"
      ? parent.init
      : parent.type === "AssignmentExpression"
        ? parent.right
        : null;
  if (whole === null || !mayHaveAccessors(whole)) return [];
  const values = resolver.valuesOf(file, whole);
  return pattern.properties.flatMap((property) => {
    if (property.type !== "Property") return [];
    const name = keyName(file, property.key, property.computed);
    if (name === undefined) return [];
    const accessors = values.flatMap((value) => accessorOf(resolver, value, name, "get"));
    return accessors.length === 0 ? [] : [{ node: property, accessors }];
  });
}

/** Whether a member is read, written, or both: `o.text`, `o.text = 1`, `o.text += 1`. */
function accessesOf(member: TSESTree.MemberExpression): readonly Access[] {
  const { parent } = member;
  if (parent.type === "UpdateExpression") return ["get", "set"];
  if (parent.type !== "AssignmentExpression" || parent.left !== member) return ["get"];
  return parent.operator === "=" ? ["set"] : ["get", "set"];
}

/** A cheap look: instances come from `this`, from variables, and from calls. */
function mayHaveAccessors(expression: Node): boolean {
  const object = unwrap(expression);
  return (
    object.type === "ThisExpression" ||
    object.type === "Identifier" ||
    object.type === "NewExpression" ||
    object.type === "MemberExpression"
  );
}

function accessorOf(
  resolver: Resolver,
  value: Value,
  name: string,
  access: Access,
): readonly Accessor[] {
  if (value.kind === "object") {
    return value.node.properties.flatMap((property) =>
      property.type === "Property" &&
      property.kind === access &&
      property.value.type === "FunctionExpression" &&
      keyName(value.file, property.key, property.computed) === name
        ? [{ file: value.file, node: property.value }]
        : [],
    );
  }
  if (value.kind !== "instance" && value.kind !== "class") return [];
  const isStatic = value.kind === "class";
  let isOwn = false;
  for (const member of value.node.body.body) {
    if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") continue;
    if (member.static !== isStatic || keyName(value.file, member.key, member.computed) !== name)
      continue;
    if (member.type === "PropertyDefinition" || member.kind === "method") return [];
    isOwn = true;
    if (member.kind !== access || member.value.type !== "FunctionExpression") continue;
    return [{ file: value.file, node: member.value }];
  }
  return isOwn ? [] : parentAccessors(resolver, value, name, access);
}

function parentAccessors(
  resolver: Resolver,
  value: Extract<Value, { kind: "instance" | "class" }>,
  name: string,
  access: Access,
): readonly Accessor[] {
  const { superClass } = value.node;
  if (superClass === null) return [];
  return resolver
    .valuesOf(value.file, superClass)
    .flatMap((parent) =>
      parent.kind === "class" && parent.node !== value.node
        ? accessorOf(
            resolver,
            { kind: value.kind, file: parent.file, node: parent.node },
            name,
            access,
          )
        : [],
    );
}
