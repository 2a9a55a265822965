/** Members of functions, and of what constructors written as functions make: `Store.prototype.read = function () { … }`. */
import type { TSESLint } from "@typescript-eslint/utils";
import { plainKey, unwrap, type FunctionNode } from "../syntax/ast.js";
import { mixedIn } from "./mixed-in.js";
import { memberOf } from "./resolve-member.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { startingWithin } from "../syntax/source-order.js";
import { unknown, type FunctionValue, type MadeValue, type Value } from "./values.js";

/** `load.cached = function () { … }`. */
export function ofFunction(
  resolver: Resolver,
  { file, node }: FunctionValue,
  name: string,
): readonly Value[] {
  return name === "prototype"
    ? [{ kind: "made", file, node }]
    : assigned(resolver, file, node, name);
}

/** A member that the constructor gives to `this`, or that stands on its prototype. */
export function ofMade(resolver: Resolver, value: MadeValue, name: string): readonly Value[] {
  const { file, node } = value;
  return resolver.once(
    node,
    () => {
      const own = startingWithin(file.fieldAssignments(name), node).flatMap((one) =>
        resolver.valuesOf(file, one.right),
      );
      const shared = assigned(resolver, file, node, `prototype.${name}`);
      if (own.length + shared.length > 0) return [...own, ...shared];
      return assigned(resolver, file, node, "prototype").flatMap((prototype) =>
        memberOf(resolver, prototype, name),
      );
    },
    `made ${name}`,
  );
}

function assigned(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
  path: string,
): readonly Value[] {
  const variable = variableOfFunction(file, node);
  if (variable === undefined) return unknown;
  const [name = "", ...inner] = path.split(".").toReversed();
  return [
    ...(file.memberAssignments(variable).get(path) ?? []).flatMap((one) =>
      resolver.valuesOf(file, one.right),
    ),
    ...mixedIn(resolver, file, variable, name, inner.length > 0),
  ];
}

/** The variable by which a function is known. */
export function variableOfFunction(
  file: SourceFile,
  node: FunctionNode,
): TSESLint.Scope.Variable | undefined {
  if (node.type === "FunctionDeclaration") return file.declaredBy(node)[0];
  const { parent } = node;
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier"
    ? file.declaredBy(parent)[0]
    : undefined;
}

/**
 * What `this` is in a plain function: of one that is given to a member the object
 * (`Store.prototype.read = function () { … }`), of a constructor what it makes.
 */
export function thisOfFunction(
  resolver: Resolver,
  file: SourceFile,
  method: FunctionNode,
): readonly Value[] {
  if (variableOfFunction(file, method) !== undefined) return [{ kind: "made", file, node: method }];
  const assignment = method.parent;
  if (assignment?.type !== "AssignmentExpression" || assignment.right !== method) return unknown;
  const target = unwrap(assignment.left);
  return target.type === "MemberExpression" &&
    plainKey(target.property, target.computed) !== undefined
    ? resolver.valuesOf(file, target.object)
    : unknown;
}
