/** What a file's own code does that may block: blocking calls, busy waits, and calls of functions of the project. */
import type { BlockingKind } from "../catalog/types.js";
import { accessorsAt, mayRunAccessors } from "./values/accessors.js";
import {
  classOf,
  isCall,
  isFunction,
  isLoop,
  type CallNode,
  type LoopNode,
  type Node,
} from "./syntax/ast.js";
import { apiName, type ApiCall, type BlockingApis } from "./values/blocking-api.js";
import { handedTargets, targetOf, targetsOf, type Target } from "./execution/call-targets.js";
import { laterCalls, type CallbackRole } from "./execution/callbacks.js";
import { estimateOf, remedyOf } from "./cost.js";
import { isOnDemand } from "./execution/dual-mode.js";
import { Execution, type Host, type Placement } from "./execution/execution.js";
import { listenersAt, registrationsIn, type Registration } from "./execution/emission.js";
import type { Idleness } from "./loops/idle.js";
import { disposalAt, iterationAt, placesWithoutCalls } from "./execution/iteration.js";
import { isUnreachable } from "./execution/reachability.js";
import { ownMethodCalled } from "./values/receivers.js";
import type { Resolver } from "./values/resolve.js";
import type { SourceFile } from "./syntax/source-file.js";
import { startingWithin } from "./syntax/source-order.js";
import { spinOf, type Spin } from "./loops/spin.js";
import type { Confidence, Estimate, ExecutionContext, Remedy } from "./types.js";

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

interface ActionPlace {
  readonly node: Node;
  readonly placement: Placement;
}

export interface BlockingAction extends ActionPlace {
  readonly does: "block";
  readonly site: BlockingSite;
}

export interface CallingAction extends ActionPlace {
  readonly does: "call";
  readonly targets: readonly Target[];
}

export type Action = BlockingAction | CallingAction;

export interface Tools {
  readonly resolver: Resolver;
  readonly apis: BlockingApis;
  readonly idleness: Idleness;
}

/**
 * What the code of one file does of interest, and where it runs. A place is looked at when somebody asks for what it is
 * part of: most functions of most files nobody ever asks about.
 */
export class FileFacts {
  readonly file: SourceFile;
  readonly execution: Execution;
  readonly #tools: Tools;
  readonly #apiCalls = new Map<CallNode, ApiCall | undefined>();
  readonly #blocking = new Map<Node, BlockingAction | undefined>();
  readonly #calling = new Map<Node, readonly CallingAction[]>();
  readonly #byHost = new Map<Host, readonly Action[]>();
  #places: readonly Node[] | undefined;
  #registrations: readonly Registration[] | undefined;

  constructor(tools: Tools, file: SourceFile) {
    this.#tools = tools;
    this.file = file;
    this.execution = new Execution(tools.resolver, file);
  }

  /** What runs wherever a function is called, or a class constructed, in source order. */
  ofHost(host: Host): readonly Action[] {
    let actions = this.#byHost.get(host);
    if (actions === undefined) {
      const isPart = (placement: Placement): boolean =>
        calledHost(this.execution, placement) === host;
      actions = this.#placesWithin(host)
        .filter((node) => isPart(this.execution.placementOf(node)))
        .flatMap((node) => this.at(node))
        .filter(({ placement }) => isPart(placement));
      this.#byHost.set(host, actions);
    }
    return actions;
  }

  /** What a function that returns promises does only where its caller asks for an answer at once. */
  askedOf(host: Host): readonly Action[] {
    if (!isFunction(host)) return [];
    return this.#placesWithin(host).flatMap((node): readonly Action[] => {
      if (!isCall(node) || isUnreachable(this.file, node)) return [];
      const around = this.execution.placementOf(node);
      if (around.on !== "loop" || around.host !== host || !isAskedFor(this.file, node, around)) {
        return [];
      }
      const placement: Placement = { on: "call", host };
      const reached = this.#apiOf(node);
      if (reached !== undefined) {
        return [{ does: "block", node, placement, site: apiSite(this.file, reached) }];
      }
      const targets = targetsOf(this.#tools.resolver, this.file, node);
      return targets.length === 0 ? [] : [{ does: "call", node, placement, targets }];
    });
  }

  /** What runs on the event loop by itself in one of the contexts, in source order. */
  onLoop(contexts: ReadonlySet<ExecutionContext>): readonly Action[] {
    return this.#onLoop(
      contexts,
      () => true,
      (node) => this.at(node),
    );
  }

  /** The same without what calls functions of the project. */
  blockingOnLoop(contexts: ReadonlySet<ExecutionContext>): readonly BlockingAction[] {
    return this.#onLoop(contexts, mayBlock, (node) => this.blockingAt(node) ?? []);
  }

  /** The loops that block, wherever they run. */
  get spins(): readonly BlockingAction[] {
    return this.file.nodes.loops.flatMap((loop) => this.blockingAt(loop) ?? []);
  }

  /** What a node does. */
  at(node: Node): readonly Action[] {
    const blocking = this.blockingAt(node);
    const calling = this.callingAt(node);
    return blocking === undefined ? calling : [blocking, ...calling];
  }

  /** What blocks by itself: a call of an API, or a loop. */
  blockingAt(node: Node): BlockingAction | undefined {
    if (!mayBlock(node)) return undefined;
    if (!this.#blocking.has(node)) {
      const action = isCall(node) ? this.#blockingCall(node) : this.#spin(node);
      const isReached = action !== undefined && !isUnreachable(this.file, node);
      this.#blocking.set(node, isReached ? action : undefined);
    }
    return this.#blocking.get(node);
  }

  /** What calls functions of the project, whether it looks like a call or not. */
  callingAt(node: Node): readonly CallingAction[] {
    let actions = this.#calling.get(node);
    if (actions === undefined) {
      const called = isCall(node) ? this.#call(node) : undefined;
      const found = [...(called === undefined ? [] : [called]), ...this.#withoutCall(node)];
      actions = found.length === 0 || isUnreachable(this.file, node) ? [] : found;
      this.#calling.set(node, actions);
    }
    return actions;
  }

  #onLoop<Some extends Action>(
    contexts: ReadonlySet<ExecutionContext>,
    isOfInterest: (node: Node) => boolean,
    at: (node: Node) => Some | readonly Some[],
  ): readonly Some[] {
    if (contexts.size === 0) return [];
    const isPart = (placement: Placement): boolean =>
      placement.on === "loop" && contexts.has(placement.context);
    const mayRunLater = laterCalls(this.file, contexts);
    return this.#placesWithin(this.file.ast)
      .filter((node) => {
        if (!isOfInterest(node)) return false;
        const placement = this.execution.placementOf(node);
        if (isPart(placement)) return true;
        return placement.on !== "worker" && isCall(node) && mayRunLater(node);
      })
      .flatMap(at)
      .filter(({ placement }) => isPart(placement));
  }

  #blockingCall(call: CallNode): BlockingAction | undefined {
    const reached = this.#apiOf(call);
    if (reached === undefined) return undefined;
    const placement = this.#placementOf(call, reached.role);
    if (placement === undefined) return undefined;
    return { does: "block", node: call, placement, site: apiSite(this.file, reached) };
  }

  #spin(loop: LoopNode): BlockingAction | undefined {
    const spin = spinOf(this.#tools.idleness, this.file, loop);
    if (spin === undefined) return undefined;
    const placement = this.execution.placementOf(loop);
    if (placement.on === "worker") return undefined;
    return { does: "block", node: loop, placement, site: spinSite(this.file, spin) };
  }

  #call(call: CallNode): CallingAction | undefined {
    if (this.#apiOf(call) !== undefined) return undefined;
    const own = targetsOf(this.#tools.resolver, this.file, call);
    const handed = handedTargets(this.#tools.resolver, this.file, call);
    const isNone = own.length + handed.length === 0;
    if (isNone && !mayBeOverridden(call)) return undefined;
    const role = own.length > 0 ? "inline" : (handed[0]?.role ?? "inline");
    const placement = this.#placementOf(call, role);
    if (placement === undefined || (isNone && placement.on !== "call")) return undefined;
    const targets = [...own, ...handed.map((one) => one.target)];
    return { does: "call", node: call, placement, targets };
  }

  #apiOf(call: CallNode): ApiCall | undefined {
    if (!this.#apiCalls.has(call)) {
      this.#apiCalls.set(call, this.#tools.apis.reachedBy(this.file, call));
    }
    return this.#apiCalls.get(call);
  }

  /** Where a call runs what it calls; undefined off the loop, and where only its function's callers have it run. */
  #placementOf(call: CallNode, role: CallbackRole): Placement | undefined {
    const placement = placementOfRole(this.execution.placementOf(call), role);
    const isNone = placement.on === "worker" || isAskedFor(this.file, call, placement);
    return isNone ? undefined : placement;
  }

  #emissionAt(node: Node): ReturnType<typeof listenersAt> {
    const registrations = (this.#registrations ??= registrationsIn(this.file));
    return listenersAt(this.#tools.resolver, this.file, registrations, node);
  }

  /** Getters and setters, what is iterated, what is disposed of, what listens to an event that is emitted. */
  #withoutCall(node: Node): readonly CallingAction[] {
    const { resolver } = this.#tools;
    const runs = [
      accessorsAt(resolver, this.file, node),
      iterationAt(resolver, this.file, node),
      disposalAt(resolver, this.file, node),
      this.#emissionAt(node),
    ].filter((run) => run.length > 0);
    if (runs.length === 0) return [];
    const placement = this.execution.placementOf(node);
    if (placement.on === "worker") return [];
    return runs.map((run) => ({ does: "call", node, placement, targets: run.map(targetOf) }));
  }

  /** The nodes within a node that may do something, in source order. */
  #placesWithin(node: Node): readonly Node[] {
    const places = (this.#places ??= placesOf(this.file));
    return startingWithin(places, node);
  }
}

/** A cheap look at whether a node may block by itself. */
function mayBlock(node: Node): node is CallNode | LoopNode {
  return isCall(node) || isLoop(node);
}

/** The nodes that may do something of interest, in source order, what is around before what is inside. */
function placesOf(file: SourceFile): readonly Node[] {
  const { calls, loops, members, patterns } = file.nodes;
  const places = new Set<Node>([
    ...calls,
    ...loops,
    ...members.filter(mayRunAccessors),
    ...patterns.flatMap(({ properties }) => properties),
    ...placesWithoutCalls(file),
  ]);
  return [...places].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/** The function that runs where it is called; a listener also where its event is emitted. */
function calledHost(execution: Execution, placement: Placement): Host | undefined {
  if (placement.on === "call") return placement.host;
  if (placement.on !== "loop" || placement.context !== "listener") return undefined;
  const { host } = placement;
  // What a function hands over as a listener does not run as part of that function.
  const isListener =
    host !== undefined && isFunction(host) && execution.placementOfFunction(host).on === "loop";
  return isListener ? host : undefined;
}

/** `this.perform()` of a class that leaves it to those that extend it. */
function mayBeOverridden(call: CallNode): boolean {
  return ownMethodCalled(call) !== undefined && classOf(call)?.isStatic === false;
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
