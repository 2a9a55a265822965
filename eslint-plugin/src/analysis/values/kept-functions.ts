/**
 * Functions that an object is given where it is made and calls in its methods:
 * `class Lazy { constructor(make) { this.make = make; } get value() { return this.make(); } }`.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  classOf,
  enclosingFunction,
  plainKey,
  unwrap,
  type FunctionNode,
} from "../syntax/ast.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { startingWithin } from "../syntax/source-order.js";
import type { FunctionValue, InstanceValue, Value } from "./values.js";

/** Through how many methods of the same object a call is followed. */
const maximumDepth = 4;

/** The functions given to an object that its method, getter or setter calls before it returns. */
export function keptFunctions(
  resolver: Resolver,
  object: Value,
  method: { readonly file: SourceFile; readonly node: FunctionNode },
): readonly FunctionValue[] {
  if (object.kind !== "instance" || object.made === undefined) return [];
  const { file, call } = object.made;
  if (call.arguments.length === 0) return [];
  return [...new Set(calledParameters(resolver, object, method.file, method.node, 0))].flatMap(
    (index) => {
      const given = call.arguments.slice(0, index + 1);
      const argument = given[index];
      if (argument === undefined || given.some((one) => one.type === "SpreadElement")) return [];
      return resolver
        .valuesOf(file, argument)
        .filter((value) => value.kind === "function")
        .filter(({ node }) => !node.async && !node.generator);
    },
  );
}

/** The places of the constructor's parameters that a method calls by the fields that keep them. */
function calledParameters(
  resolver: Resolver,
  object: InstanceValue,
  file: SourceFile,
  method: FunctionNode,
  depth: number,
): readonly number[] {
  return file.remember(ownMethodCalls, method).flatMap((name) => {
    const index = parameterKeptIn(file, classOf(method)?.node, name);
    if (index >= 0) return [index];
    if (depth >= maximumDepth) return [];
    return resolver
      .memberOf(object, name)
      .filter((value) => value.kind === "function")
      .filter(({ node }) => node !== method && !node.async && !node.generator)
      .flatMap((own) => calledParameters(resolver, object, own.file, own.node, depth + 1));
  });
}

/** The names of the members of `this` that a method itself calls. */
function ownMethodCalls(method: FunctionNode, file: SourceFile): readonly string[] {
  const names = startingWithin(file.nodes.calls, method).flatMap((call) => {
    if (call.type !== "CallExpression") return [];
    const callee = calleeOf(call);
    if (callee.type !== "MemberExpression" || enclosingFunction(call) !== method) return [];
    if (unwrap(callee.object).type !== "ThisExpression") return [];
    return plainKey(callee.property, callee.computed) ?? [];
  });
  return [...new Set(names)];
}

/** The place of the parameter that a class's constructor keeps in a field; -1 where it keeps none there. */
function parameterKeptIn(
  file: SourceFile,
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined,
  field: string,
): number {
  const constructor = node?.body.body.find(
    (member) => member.type === "MethodDefinition" && member.kind === "constructor",
  );
  if (constructor?.type !== "MethodDefinition") return -1;
  const assigned = file.fieldAssignments(field).flatMap((assignment) => {
    const value = unwrap(assignment.right);
    return enclosingFunction(assignment) === constructor.value && value.type === "Identifier"
      ? value.name
      : [];
  });
  return constructor.value.params.findIndex((parameter) => {
    const isField = parameter.type === "TSParameterProperty";
    const inner = isField ? parameter.parameter : parameter;
    const name = inner.type === "AssignmentPattern" ? inner.left : inner;
    if (name.type !== "Identifier") return false;
    return assigned.includes(name.name) || (isField && name.name === field);
  });
}
