/**
 * The class of the object that a method runs on, where another class declares the method: what the method calls on
 * `this` may be overridden there.
 */
import {
  calleeOf,
  classOf,
  plainKey,
  unwrap,
  type CallNode,
  type ClassNode,
  type Node,
} from "../syntax/ast.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { FunctionValue } from "./values.js";

export interface Receiver {
  readonly file: SourceFile;
  readonly node: ClassNode;
}

/** The receiver of a method that a call inherits: Sub for `new Sub().run()` where `run` is its parent's. */
export function receiverOf(
  resolver: Resolver,
  file: SourceFile,
  call: CallNode,
  method: FunctionValue,
): Receiver | undefined {
  const callee = calleeOf(call);
  if (callee.type !== "MemberExpression") return undefined;
  const declaring = classOf(method.node);
  if (declaring === undefined || declaring.isStatic) return undefined;
  if (isSuper(callee.object)) {
    const around = classOf(call);
    return around && !around.isStatic ? { file, node: around.node } : undefined;
  }
  const name = plainKey(callee.property, callee.computed);
  if (name === undefined) return undefined;
  // Of several objects each has methods of its own.
  const objects = resolver
    .valuesOf(file, callee.object)
    .filter((value) => value.kind === "instance")
    .filter((value) =>
      resolver
        .memberOf(value, name)
        .some((one) => one.kind === "function" && one.node === method.node),
    );
  if (objects.some(({ node }) => node === declaring.node)) return undefined;
  const [object] = objects;
  return object && { file: object.file, node: object.node };
}

/** `perform` of a call `this.perform(…)`. */
export function ownMethodCalled(call: Node): string | undefined {
  const callee = calledMember(call);
  return callee !== undefined && unwrap(callee.object).type === "ThisExpression"
    ? plainKey(callee.property, callee.computed)
    : undefined;
}

/** `super.perform(…)`, `super(…)`: what the parent does, to the same object. */
export function callsParent(call: Node): boolean {
  if (call.type !== "CallExpression") return false;
  const callee = calledMember(call);
  return isSuper(callee === undefined ? call.callee : callee.object);
}

function calledMember(call: Node): Extract<Node, { type: "MemberExpression" }> | undefined {
  if (call.type !== "CallExpression") return undefined;
  const callee = calleeOf(call);
  return callee.type === "MemberExpression" ? callee : undefined;
}

function isSuper(node: Node): boolean {
  return (node.type as string) === "Super";
}

/** The methods that a call of `this.name()` runs on a receiver. */
export function methodsOf(
  resolver: Resolver,
  receiver: Receiver,
  name: string,
): readonly FunctionValue[] {
  return resolver
    .memberOf({ kind: "instance", ...receiver }, name)
    .filter((value) => value.kind === "function")
    .filter(({ node }) => !node.async && !node.generator);
}
