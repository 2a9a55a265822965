/** Members that look like fields and run code: getters where they are read, setters where they are written. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type FunctionNode, type Node } from "../syntax/ast.js";
import { keyName } from "./constants.js";
import { keptFunctions } from "./kept-functions.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { Value } from "./values.js";

interface Accessor {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

type Access = "get" | "set";

/**
 * The getters and setters of the project that a node runs: a member (`store.text`, `store.text = 1`), or a property of a
 * pattern (`const { text } = store`).
 */
export function accessorsAt(resolver: Resolver, file: SourceFile, node: Node): readonly Accessor[] {
  if (node.type === "MemberExpression") return ofMember(resolver, file, node);
  return node.type === "Property" ? ofProperty(resolver, file, node) : [];
}

/** A cheap look at whether a member may run any: instances come from `this`, from variables, and from calls. */
export function mayRunAccessors({ object }: TSESTree.MemberExpression): boolean {
  return mayHaveAccessors(object);
}

function ofMember(
  resolver: Resolver,
  file: SourceFile,
  member: TSESTree.MemberExpression,
): readonly Accessor[] {
  const name = keyName(file, member.property, member.computed);
  if (name === undefined || !mayHaveAccessors(member.object)) return [];
  const uses = accessesOf(member);
  return resolver
    .valuesOf(file, member.object)
    .flatMap((value) => uses.flatMap((access) => runBy(resolver, value, name, access)));
}

function ofProperty(
  resolver: Resolver,
  file: SourceFile,
  property: TSESTree.Property,
): readonly Accessor[] {
  const pattern = property.parent;
  if (pattern.type !== "ObjectPattern") return [];
  const { parent } = pattern;
  const whole =
    parent.type === "VariableDeclarator"
      ? parent.init
      : parent.type === "AssignmentExpression"
        ? parent.right
        : null;
  if (whole === null || !mayHaveAccessors(whole)) return [];
  const name = keyName(file, property.key, property.computed);
  if (name === undefined) return [];
  return resolver.valuesOf(file, whole).flatMap((value) => runBy(resolver, value, name, "get"));
}

/** Whether a member is read, written, or both: `o.text`, `o.text = 1`, `o.text += 1`. */
function accessesOf(member: TSESTree.MemberExpression): readonly Access[] {
  const { parent } = member;
  if (parent.type === "UpdateExpression") return ["get", "set"];
  if (parent.type !== "AssignmentExpression" || parent.left !== member) return ["get"];
  return parent.operator === "=" ? ["set"] : ["get", "set"];
}

function mayHaveAccessors(expression: Node): boolean {
  const object = unwrap(expression);
  return (
    object.type === "ThisExpression" ||
    object.type === "Identifier" ||
    object.type === "NewExpression" ||
    object.type === "MemberExpression"
  );
}

/** An accessor, and the functions which the object was given that it calls. */
function runBy(
  resolver: Resolver,
  object: Value,
  name: string,
  access: Access,
): readonly Accessor[] {
  return accessorOf(resolver, object, name, access).flatMap((accessor) => [
    accessor,
    ...keptFunctions(resolver, object, accessor),
  ]);
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
