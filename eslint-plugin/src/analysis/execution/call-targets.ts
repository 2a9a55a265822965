/** The functions of the project that a call runs before it returns, or hands over to run later. */
import {
  argumentsOf,
  calleeOf,
  classOf,
  isFunction,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { mayBeFunction } from "../values/blocking-api.js";
import { chosenWithConstants, skippedWithConstants } from "../values/constant-arguments.js";
import { isCallback } from "../cost.js";
import { skippedWithCallbacks } from "./dual-mode.js";
import { roleOfArgument, type Host } from "./execution.js";
import { keptFunctions } from "../values/kept-functions.js";
import { dotted, isNamed, nameOf } from "../syntax/names.js";
import { returnsPromise } from "./promise-functions.js";
import { receiverOf, type Receiver } from "../values/receivers.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { FunctionValue, Value } from "../values/values.js";

/** A function, or a construction, that a call runs before it returns. */
export interface Target {
  readonly file: SourceFile;
  readonly host: Host;
  readonly name: string;
  /** Code of the function that this call does not come to. */
  readonly skipped?: readonly Node[];
  /** Branches of a function that returns promises which this call asks for: `read(name, { sync: true })`. */
  readonly asked?: readonly Node[];
  /** The class of the object that an inherited method or constructor runs on. */
  readonly receiver?: Receiver;
}

/** The functions of the project that a call runs, as far as they are known. */
export function targetsOf(resolver: Resolver, file: SourceFile, call: CallNode): readonly Target[] {
  const callee = calleeOf(call);
  // A function called where it stands is part of the code around it.
  if (isFunction(callee)) return [];
  const values = resolver.valuesOf(file, callee);
  if (isSuper(callee)) return parentConstruction(resolver, file, callee);
  if (call.type === "NewExpression")
    return values.flatMap((value) => constructionTargets(resolver, value));
  if (values.length === 0 && callee.type === "MemberExpression") {
    const { property } = callee;
    const indirect = property.type === "Identifier" && /^(?:call|apply)$/u.test(property.name);
    if (indirect) return functionTargets(resolver.valuesOf(file, callee.object), call);
  }
  if (callee.type === "Super")
    return values.flatMap((value) => constructionTargets(resolver, value));
  return values.flatMap((value) => [
    ...functionTargets([value], call).map((found) => {
      const target = { ...found, name: nameAtCall(found.name, callee) };
      const receiver =
        value.kind === "function" ? receiverOf(resolver, file, call, value) : undefined;
      const onReceiver = receiver === undefined ? target : { ...target, receiver };
      return narrowedByCall(resolver, onReceiver, file, call);
    }),
    ...(value.kind === "function" ? keptTargets(resolver, file, callee, value) : []),
  ]);
}

/** The name that a call has for a function that has none of its own. */
function nameAtCall(name: string, callee: Node): string {
  return isNamed(name) ? name : (dotted(callee) ?? name);
}

/** What the object was given where it was made, and its method calls. */
function keptTargets(
  resolver: Resolver,
  file: SourceFile,
  callee: Node,
  method: FunctionValue,
): readonly Target[] {
  if (callee.type !== "MemberExpression" || method.node.async || method.node.generator) return [];
  return resolver
    .valuesOf(file, callee.object)
    .flatMap((object) => keptFunctions(resolver, object, method))
    .map(targetOf);
}

/** The places of the arguments that are functions. */
function callbacksAmong(file: SourceFile, given: readonly Node[]): readonly number[] {
  return given.flatMap((argument, index) => (isCallback(file, argument) ? [index] : []));
}

/** What a call's arguments say of the way through the function that it calls. */
function narrowedByCall(
  resolver: Resolver,
  target: Target,
  file: SourceFile,
  call: CallNode,
): Target {
  const { host } = target;
  if (!isFunction(host)) return target;
  const callbacks = callbacksAmong(file, argumentsOf(call));
  const skipped = [
    ...skippedWithCallbacks(target.file, host, callbacks),
    ...skippedWithConstants(target.file, host, file, call),
  ];
  const asked = returnsPromise(resolver, target.file, host)
    ? chosenWithConstants(target.file, host, file, call)
    : [];
  if (asked.length > 0) return { ...target, skipped, asked };
  return skipped.length === 0 ? target : { ...target, skipped };
}

function isSuper(callee: Node): boolean {
  return (callee.type as string) === "Super";
}

/** What `super(…)` runs. */
function parentConstruction(resolver: Resolver, file: SourceFile, callee: Node): readonly Target[] {
  const node = classOf(callee)?.node;
  const superClass = node?.superClass ?? undefined;
  return node === undefined || superClass === undefined
    ? []
    : resolver
        .valuesOf(file, superClass)
        .flatMap((value) => constructionTargets(resolver, value, { file, node }));
}

function functionTargets(values: readonly Value[], call: Node): readonly Target[] {
  return values.flatMap((value) => {
    if (value.kind !== "function" || value.node.async) return [];
    if (value.node.generator && !isConsumed(call)) return [];
    return [targetOf(value)];
  });
}

export function targetOf(value: {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}): Target {
  return { file: value.file, host: value.node, name: nameOf(value.node) };
}

/** Whether what a call of a generator gives is iterated on the spot. */
function isConsumed(call: Node): boolean {
  const { parent } = call;
  switch (parent?.type) {
    case "ForOfStatement":
      return parent.right === call;
    case "SpreadElement":
    case "YieldExpression":
      return true;
    case "VariableDeclarator":
      return parent.id.type === "ArrayPattern";
    case "MemberExpression":
      return parent.object === call;
    case "CallExpression":
      return (
        parent.callee.type === "MemberExpression" &&
        parent.callee.object.type === "Identifier" &&
        parent.callee.object.name === "Array"
      );
    default:
      return false;
  }
}

/** A construction runs the constructor, or its parent's, and the fields of both. */
function constructionTargets(
  resolver: Resolver,
  value: Value,
  receiver?: Receiver,
): readonly Target[] {
  if (value.kind === "function") return value.node.async ? [] : [targetOf(value)];
  if (value.kind !== "class") return [];
  const { file, node } = value;
  const name = nameOf(node);
  const on = receiver === undefined ? {} : { receiver };
  const fields: Target = { file, host: node, name, ...on };
  for (const member of node.body.body) {
    if (member.type === "MethodDefinition" && member.kind === "constructor") {
      return member.value.type === "FunctionExpression"
        ? [fields, { file, host: member.value, name, ...on }]
        : [fields];
    }
  }
  const { superClass } = node;
  if (superClass === null) return [fields];
  return [
    fields,
    ...resolver
      .once(node, () => resolver.valuesOf(file, superClass), "parents")
      .flatMap((parent) =>
        parent.kind === "class" && parent.node !== node
          ? constructionTargets(resolver, parent, receiver ?? { file, node })
          : [],
      ),
  ];
}

/** A function that a call is given, and when it runs it. */
export interface Handed {
  readonly role: Exclude<ReturnType<typeof roleOfArgument>, undefined>;
  readonly target: Target;
}

/** Named functions among the arguments that the call runs: `files.map(readOne)`, `promise.then(load)`. */
export function handedTargets(
  resolver: Resolver,
  file: SourceFile,
  call: CallNode,
): readonly Handed[] {
  return argumentsOf(call).flatMap((argument, index) => {
    const node = unwrap(argument);
    if (!mayBeFunction(node)) return [];
    const functions = resolver
      .valuesOf(file, node)
      .flatMap((value) => functionTargets([value], call));
    if (functions.length === 0) return [];
    const role = roleOfArgument(resolver, file, call, index);
    if (role === undefined || role === "off") return [];
    return functions.map((target) => ({ role, target }));
  });
}
