/** `emitter.emit("saved")`, `target.dispatchEvent(new Event("saved"))`: listeners run before it returns. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, plainKey, unwrap, type ClassNode, type Node } from "../syntax/ast.js";
import { constantString, onlyValue } from "../values/constants.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ApiValue, FunctionValue, Value } from "../values/values.js";

const registering = new Set([
  "on",
  "once",
  "addListener",
  "prependListener",
  "prependOnceListener",
  "addEventListener",
]);

/** What makes an emitter's listeners run. */
const emitting = new Set(["emit", "dispatchEvent"]);

/** Packages whose emitters call listeners at once, as node:events does. */
const emitters = new Set(["node:events", "eventemitter2", "eventemitter3", "mitt", "nanoevents"]);

/** A call of a method of an emitter, with the event that it names. */
interface EventCall {
  readonly call: TSESTree.CallExpression;
  readonly object: Node;
  readonly name: string;
  readonly event: string;
}

/** Where a listener is given to an emitter. */
export type Registration = EventCall;

/** The places in a file where listeners are given to emitters. */
export function registrationsIn(file: SourceFile): readonly Registration[] {
  return file.nodes.calls.flatMap((call) => {
    const found = eventCall(file, call);
    return found !== undefined && registering.has(found.name) ? [found] : [];
  });
}

/** What runs where a node is an `emit`: the listeners that the same file gave the same emitter for the same event. */
export function listenersAt(
  resolver: Resolver,
  file: SourceFile,
  registrations: readonly Registration[],
  node: Node,
): readonly FunctionValue[] {
  if (registrations.length === 0) return [];
  const emitted = eventCall(file, node);
  if (emitted === undefined || !emitting.has(emitted.name)) return [];
  const isKnown = resolver
    .valuesOf(file, emitted.object)
    .some((value) => isEmitter(resolver, value, emitted.name));
  if (!isKnown) return [];
  return registrations
    .filter((one) => one.event === emitted.event)
    .filter((one) => isSame(resolver, file, one.object, emitted.object))
    .flatMap((one) => one.call.arguments.slice(1, 2))
    .flatMap((listener) => resolver.valuesOf(file, listener))
    .filter((value) => value.kind === "function")
    .filter((value) => !value.node.async && !value.node.generator);
}

function eventCall(file: SourceFile, call: Node): EventCall | undefined {
  if (call.type !== "CallExpression") return undefined;
  const callee = calleeOf(call);
  const [first] = call.arguments;
  if (callee.type !== "MemberExpression" || first === undefined) return undefined;
  const name = plainKey(callee.property, callee.computed);
  if (name === undefined || (!emitting.has(name) && !registering.has(name))) return undefined;
  const event = name === "dispatchEvent" ? typeOfEvent(file, first) : constantString(file, first);
  return event === undefined ? undefined : { call, object: unwrap(callee.object), name, event };
}

/** The name in `new Event("saved")`, `new CustomEvent("saved", …)`. */
function typeOfEvent(file: SourceFile, expression: Node): string | undefined {
  const made = unwrap(expression);
  if (made.type === "Identifier") {
    const variable = file.variableOf(made);
    const value = variable === undefined ? undefined : onlyValue(file, variable);
    return value === undefined || value.type === "Identifier"
      ? undefined
      : typeOfEvent(file, value);
  }
  if (made.type !== "NewExpression" || made.callee.type !== "Identifier") return undefined;
  const [type] = made.arguments;
  return made.callee.name.endsWith("Event") && type !== undefined
    ? constantString(file, type)
    : undefined;
}

/** Whether two expressions are one emitter: a variable, `this` of one class or an object of it, a field of that. */
function isSame(resolver: Resolver, file: SourceFile, a: Node, b: Node): boolean {
  if (a.type === "ThisExpression" || b.type === "ThisExpression") {
    const [first] = classesOf(resolver, file, a);
    return first !== undefined && classesOf(resolver, file, b).includes(first);
  }
  if (a.type === "Identifier" && b.type === "Identifier") {
    const variable = file.variableOf(a);
    return variable !== undefined && variable === file.variableOf(b);
  }
  if (a.type !== "MemberExpression" || b.type !== "MemberExpression") return false;
  const name = plainKey(a.property, a.computed);
  return (
    name !== undefined &&
    name === plainKey(b.property, b.computed) &&
    isSame(resolver, file, unwrap(a.object), unwrap(b.object))
  );
}

/** The classes whose instance an expression is: what a class's own code says of `this` holds for each of them. */
function classesOf(resolver: Resolver, file: SourceFile, object: Node): readonly ClassNode[] {
  return resolver
    .valuesOf(file, object)
    .flatMap((value) => (value.kind === "instance" ? value.node : []));
}

/** An emitter, or an instance of a class that extends one and emits as that does. */
function isEmitter(resolver: Resolver, value: Value, method: string): boolean {
  if (value.kind === "api") return isOfEmitter(value);
  if (value.kind !== "instance") return false;
  // Its own `emit` may do anything; that of an emitter is the platform's.
  return resolver.memberOf(value, method).some((one) => one.kind === "api" && isOfEmitter(one));
}

function isOfEmitter({ module, path }: ApiValue): boolean {
  return emitters.has(module) || (module === "global" && path[0] === "EventTarget");
}
