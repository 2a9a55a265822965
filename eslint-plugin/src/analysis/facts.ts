/** What a file's own code does that may block: blocking calls, busy waits, and calls of functions of the project. */
import type { BlockingKind } from "../catalog/types.js";
import {
  calleeOf,
  classOf,
  isFunction,
  unwrap,
  argumentsOf,
  type CallNode,
  type FunctionNode,
  type Node,
} from "./ast.js";
import { apiName, mayBeFunction, type ApiCall, type BlockingApis } from "./blocking-api.js";
import { estimateOf, isCallback, remedyOf } from "./cost.js";
import { Execution, roleOfArgument, type Host, type Placement } from "./execution.js";
import { accessorsUsed } from "./accessors.js";
import { skippedWithConstants } from "./constant-arguments.js";
import { isOnDemand, skippedWithCallbacks } from "./dual-mode.js";
import type { Idleness } from "./idle.js";
import { disposals, iterations } from "./iteration.js";
import { nameOf } from "./names.js";
import { isUnreachable } from "./reachability.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "./source-file.js";
import { spinOf, type Spin } from "./spin.js";
import type { Confidence, Estimate, ExecutionContext, Remedy } from "./types.js";
import type { Value } from "./values.js";

/** One place in the code that blocks. */
export interface BlockingSite {
  readonly file: SourceFile;
  readonly node: Node;
  readonly api: string;
  readonly kind: BlockingKind;
  readonly confidence: Confidence;
  readonly estimate: Estimate;
  readonly remedy: Remedy;
  /** What it is: fixes start from here. */
  readonly cause:
    { readonly call: ApiCall } | { readonly spin: Spin } | { readonly tag: "blocking" };
}

/** A function, or a construction, that a call runs before it returns. */
export interface Target {
  readonly file: SourceFile;
  readonly host: Host;
  readonly name: string;
  /** Code of the function that this call does not come to. */
  readonly skipped?: readonly Node[];
}

interface Action {
  readonly node: Node;
  readonly placement: Placement;
}

export interface BlockingAction extends Action {
  readonly does: "block";
  readonly site: BlockingSite;
}

export interface CallingAction extends Action {
  readonly does: "call";
  readonly targets: readonly Target[];
}

/** Everything that the code of one file does of interest, in source order, with where it runs. */
export interface FileFacts {
  readonly file: SourceFile;
  readonly execution: Execution;
  readonly actions: readonly (BlockingAction | CallingAction)[];
  readonly byNode: ReadonlyMap<Node, BlockingAction | CallingAction>;
}

export interface Tools {
  readonly resolver: Resolver;
  readonly apis: BlockingApis;
  readonly idleness: Idleness;
}

export function factsOf(tools: Tools, file: SourceFile): FileFacts {
  const execution = new Execution(tools.resolver, file);
  const actions: (BlockingAction | CallingAction)[] = [];
  for (const call of file.nodes.calls) {
    const action = ofCall(tools, file, execution, call);
    if (action !== undefined) actions.push(action);
  }
  actions.push(...spinsIn(tools, file, execution));
  const withoutCalls = [
    ...accessorsUsed(tools.resolver, file).map(({ node, accessors }) => ({ node, run: accessors })),
    ...iterations(tools.resolver, file),
    ...disposals(tools.resolver, file),
  ];
  for (const { node, run } of withoutCalls) {
    const placement = execution.placementOf(node);
    if (placement.on === "worker") continue;
    actions.push({ does: "call", node, placement, targets: run.map(targetOf) });
  }
  const reached = actions
    .filter((action) => !isUnreachable(file, action.node))
    .sort((a, b) => a.node.range[0] - b.node.range[0] || b.node.range[1] - a.node.range[1]);
  return {
    file,
    execution,
    actions: reached,
    byNode: new Map(reached.map((one) => [one.node, one])),
  };
}

/** The facts about loops alone. */
export function spinsOf(tools: Tools, file: SourceFile): FileFacts {
  const execution = new Execution(tools.resolver, file);
  const actions = spinsIn(tools, file, execution).filter(
    (action) => !isUnreachable(file, action.node),
  );
  return { file, execution, actions, byNode: new Map(actions.map((one) => [one.node, one])) };
}

function spinsIn(tools: Tools, file: SourceFile, execution: Execution): readonly BlockingAction[] {
  return file.nodes.loops.flatMap((loop) => {
    const spin = spinOf(tools.idleness, file, loop);
    if (spin === undefined) return [];
    const placement = execution.placementOf(loop);
    if (placement.on === "worker") return [];
    return [{ does: "block", node: loop, placement, site: spinSite(file, spin) } as const];
  });
}

function ofCall(
  tools: Tools,
  file: SourceFile,
  execution: Execution,
  call: CallNode,
): BlockingAction | CallingAction | undefined {
  const reached = tools.apis.reachedBy(file, call);
  if (reached !== undefined) {
    const placement = placementOfRole(execution.placementOf(call), reached.role);
    if (placement.on === "worker" || isAskedFor(file, call, placement)) return undefined;
    return { does: "block", node: call, placement, site: apiSite(file, reached) };
  }
  const own = targetsOf(tools.resolver, file, call);
  const handed = handedTargets(tools.resolver, file, call);
  if (own.length + handed.length === 0) return undefined;
  const role = own.length > 0 ? "inline" : (handed[0]?.role ?? "inline");
  const placement = placementOfRole(execution.placementOf(call), role);
  if (placement.on === "worker" || isAskedFor(file, call, placement)) return undefined;
  return {
    does: "call",
    node: call,
    placement,
    targets: [...own, ...handed.map((one) => one.target)],
  };
}

/** Whether a function that returns promises comes to a call only where its caller asks it not to. */
function isAskedFor(file: SourceFile, call: CallNode, placement: Placement): boolean {
  return (
    placement.on === "loop" &&
    placement.context === "promise" &&
    placement.host !== undefined &&
    isFunction(placement.host) &&
    isOnDemand(file, call, placement.host)
  );
}

/** What was handed to `then` or a timer runs on the loop, wherever the handing over stands. */
function placementOfRole(
  placement: Placement,
  role: ExecutionContext | "inline" | "off",
): Placement {
  if (role === "inline" || role === "off" || placement.on === "worker") return placement;
  if (placement.on === "loop" && role === "reaction") return placement;
  return { on: "loop", context: role, host: placement.on === "load" ? undefined : placement.host };
}

function apiSite(file: SourceFile, call: ApiCall): BlockingSite {
  const { entry } = call;
  const estimate = estimateOf(file, entry, call.arguments);
  return {
    file,
    node: call.call,
    api: apiName(call.module, call.path),
    kind: entry.kind,
    confidence: entry.confidence ?? "definite",
    estimate,
    remedy: remedyOf(entry, estimate),
    cause: { call },
  };
}

function spinSite(file: SourceFile, spin: Spin): BlockingSite {
  const works = spin.reason === "count";
  return {
    file,
    node: spin.loop,
    api: works ? "long loop" : "busy loop",
    kind: works ? "cpu" : "wait",
    confidence: spin.confidence,
    estimate: spin.estimate,
    remedy: works ? "spawn-blocking" : "timer",
    cause: { spin },
  };
}

/** The functions of the project that a call runs, as far as they are known. */
function targetsOf(resolver: Resolver, file: SourceFile, call: CallNode): readonly Target[] {
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
  return functionTargets(values, call).map((target) => withoutSkipped(target, file, call));
}

/** The places of the arguments that are functions. */
function callbacksAmong(file: SourceFile, given: readonly Node[]): readonly number[] {
  return given.flatMap((argument, index) => (isCallback(file, argument) ? [index] : []));
}

function withoutSkipped(target: Target, file: SourceFile, call: CallNode): Target {
  const { host } = target;
  if (!isFunction(host)) return target;
  const callbacks = callbacksAmong(file, argumentsOf(call));
  const skipped = [
    ...skippedWithCallbacks(target.file, host, callbacks),
    ...skippedWithConstants(target.file, host, file, call),
  ];
  return skipped.length === 0 ? target : { ...target, skipped };
}

function isSuper(callee: Node): boolean {
  return (callee.type as string) === "Super";
}

/** What `super(…)` runs. */
function parentConstruction(resolver: Resolver, file: SourceFile, callee: Node): readonly Target[] {
  const superClass = classOf(callee)?.node.superClass ?? undefined;
  return superClass === undefined
    ? []
    : resolver.valuesOf(file, superClass).flatMap((value) => constructionTargets(resolver, value));
}

function functionTargets(values: readonly Value[], call: Node): readonly Target[] {
  return values.flatMap((value) => {
    if (value.kind !== "function" || value.node.async) return [];
    if (value.node.generator && !isConsumed(call)) return [];
    return [targetOf(value)];
  });
}

function targetOf(value: { readonly file: SourceFile; readonly node: FunctionNode }): Target {
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
function constructionTargets(resolver: Resolver, value: Value): readonly Target[] {
  if (value.kind === "function") return value.node.async ? [] : [targetOf(value)];
  if (value.kind !== "class") return [];
  const { file, node } = value;
  const name = nameOf(node);
  const fields: Target = { file, host: node, name };
  for (const member of node.body.body) {
    if (member.type === "MethodDefinition" && member.kind === "constructor") {
      return member.value.type === "FunctionExpression"
        ? [fields, { file, host: member.value, name }]
        : [fields];
    }
  }
  const { superClass } = node;
  if (superClass === null) return [fields];
  return [
    fields,
    ...resolver
      .once(node, () => resolver.valuesOf(file, superClass))
      .flatMap((parent) =>
        parent.kind === "class" && parent.node !== node
          ? constructionTargets(resolver, parent)
          : [],
      ),
  ];
}

interface Handed {
  readonly role: Exclude<ReturnType<typeof roleOfArgument>, undefined>;
  readonly target: Target;
}

/** Named functions among the arguments that the call runs: `files.map(readOne)`, `promise.then(load)`. */
function handedTargets(resolver: Resolver, file: SourceFile, call: CallNode): readonly Handed[] {
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
