/** Where code runs: on the event loop, as part of some function, or off the loop. */
import {
  calleeOf,
  isCall,
  isFunction,
  lastName,
  plainKey,
  unwrap,
  wrapped,
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type Node,
  parentOf,
} from "../syntax/ast.js";
import { callbackRole, isNodeCallback, type CallbackRole } from "./callbacks.js";
import { isHandlerProperty } from "./handlers.js";
import { isAsyncHelper, isGeneratorMark } from "../values/interop.js";
import { returnsPromise } from "./promise-functions.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ExecutionContext } from "../types.js";
import { isUsedByWorkersAlone, workerCodeOf, type WorkerCode } from "./worker-code.js";
import { isWorkerSide } from "./worker-side.js";

/** The code that a node runs as part of. */
export type Host = FunctionNode | ClassNode;

export type Placement =
  /** On the event loop, as part of `host`, which runs there by itself: nobody needs to be seen calling it. */
  | { readonly on: "loop"; readonly context: ExecutionContext; readonly host: Host | undefined }
  /** Wherever `host` is called. A class as host stands for its construction. */
  | { readonly on: "call"; readonly host: Host }
  /** While the module is loaded. */
  | { readonly on: "load" }
  /** On another thread. */
  | { readonly on: "worker" };

const worker: Placement = { on: "worker" };
const load: Placement = { on: "load" };

/** Answers where the code of one file runs. */
export class Execution {
  readonly #resolver: Resolver;
  readonly #file: SourceFile;
  readonly #placements = new Map<FunctionNode, Placement>();
  /** Both once they are asked for: of most files nobody asks. */
  #knownWorkerCode: WorkerCode | undefined;
  #knownFirstAwait: number | undefined;

  constructor(resolver: Resolver, file: SourceFile) {
    this.#resolver = resolver;
    this.#file = file;
  }

  get #workerCode(): WorkerCode {
    return (this.#knownWorkerCode ??= workerCodeOf(this.#resolver, this.#file));
  }

  get #firstAwait(): number {
    return (this.#knownFirstAwait ??= firstTopLevelAwait(this.#file));
  }

  /** Where a piece of code runs. */
  placementOf(node: Node): Placement {
    if (this.#workerCode.whole || this.#isWorkerSide(node)) return worker;
    for (
      let inner = node, above = parentOf(node);
      above !== undefined;
      inner = above, above = parentOf(above)
    ) {
      if (isFunction(above)) return this.placementOfFunction(above);
      if (above.type === "PropertyDefinition" || above.type === "AccessorProperty") {
        const definition = above.parent.parent;
        if (above.value === inner && !above.static) return { on: "call", host: definition };
      }
    }
    return node.range[0] > this.#firstAwait
      ? { on: "loop", context: "top-level", host: undefined }
      : load;
  }

  /** Where the body of a function runs. */
  placementOfFunction(node: FunctionNode): Placement {
    const known = this.#placements.get(node);
    if (known !== undefined) return known;
    // Functions that refer to each other in a circle end here: each runs where it is called.
    this.#placements.set(node, { on: "call", host: node });
    const placement = this.#place(node);
    this.#placements.set(node, placement);
    return placement;
  }

  #place(node: FunctionNode): Placement {
    const use = useOf(node);
    const around = this.placementOf(use?.call ?? node);
    if (around.on === "worker") return worker;
    if (this.#isWorkerSide(node)) return worker;
    if (
      this.#workerCode.hasMainThreadTest &&
      isUsedByWorkersAlone(this.#resolver, this.#file, node)
    ) {
      return worker;
    }
    const role = use === undefined ? undefined : this.#role(use);
    if (role === "off" || this.#isHandedOff(node)) return worker;
    if (node.async || (use !== undefined && this.#runsAsAsync(use.call, node))) {
      return { on: "loop", context: "async", host: node };
    }
    if (role === "inline" && !node.generator && around.on === "loop") return around;
    if (returnsPromise(this.#resolver, this.#file, node)) {
      return { on: "loop", context: "promise", host: node };
    }
    if (role === "inline" && !node.generator) return around;
    if (role !== undefined && role !== "inline") return { on: "loop", context: role, host: node };
    if (isHandlerProperty(this.#resolver, this.#file, node)) {
      return { on: "loop", context: "handler", host: node };
    }
    if (isListenerProperty(node)) return { on: "loop", context: "listener", host: node };
    return { on: "call", host: node };
  }

  #role(use: Use): CallbackRole | undefined {
    if (use.index === undefined) return "inline";
    return roleOfArgument(this.#resolver, this.#file, use.call, use.index);
  }

  /**
   * `__awaiter(this, void 0, void 0, function* () { … })`, `co(function* () { … })`: async by other means. Where a
   * compiler took the generator apart as well, what it hands on is a plain function.
   */
  #runsAsAsync(call: CallNode, node: FunctionNode): boolean {
    const callee = calleeOf(call);
    if (isAsyncHelper(callee)) return true;
    if (!node.generator) return false;
    return this.#resolver
      .valuesOf(this.#file, callee)
      .some(
        (value) =>
          value.kind === "api" &&
          (value.module === "co" ||
            (value.module === "bluebird" && value.path.at(-1) === "coroutine")),
      );
  }

  #isWorkerSide(node: Node): boolean {
    return this.#workerCode.hasMainThreadTest && isWorkerSide(this.#resolver, this.#file, node);
  }

  /** A named function of which every use hands it to another thread. */
  #isHandedOff(node: FunctionNode): boolean {
    if (!node.async) return false;
    const declaration = node.type === "FunctionDeclaration" ? node : node.parent;
    if (declaration.type !== "FunctionDeclaration" && declaration.type !== "VariableDeclarator") {
      return false;
    }
    if (declaration.parent.type.startsWith("Export")) return false;
    const [variable] = this.#file.declaredBy(declaration);
    const uses = (variable?.references ?? []).filter((use) => use.isRead());
    return uses.length > 0 && uses.every((use) => this.#isOffLoopArgument(use.identifier));
  }

  #isOffLoopArgument(identifier: Node): boolean {
    const call = identifier.parent;
    if (call === undefined || !isCall(call) || call.type === "TaggedTemplateExpression")
      return false;
    const index = call.arguments.indexOf(identifier as never);
    return index >= 0 && callbackRole(this.#resolver, this.#file, call, index) === "off";
  }
}

/** `socket.onmessage = (event) => { … }`. */
function isListenerProperty(node: FunctionNode): boolean {
  const outer = wrapped(node);
  const assignment = outer.parent;
  if (assignment?.type !== "AssignmentExpression" || assignment.right !== outer) return false;
  return (
    assignment.left.type === "MemberExpression" && /^on[a-z]+$/u.test(lastName(assignment.left))
  );
}

/** How a function expression is used by the call around it: as an argument, or as what is called (no index). */
interface Use {
  readonly call: CallNode;
  readonly index: number | undefined;
}

function useOf(node: FunctionNode): Use | undefined {
  if (node.type === "FunctionDeclaration") return undefined;
  let outer = wrapped(node);
  let above = outer.parent;
  if (above?.type === "CallExpression" && isGeneratorMark(calleeOf(above))) {
    outer = wrapped(above);
    above = outer.parent;
  }
  // (function () { … }).call(this), (function () { … }.bind(this))()
  if (above?.type === "MemberExpression" && above.object === outer) {
    const name = plainKey(above.property, above.computed);
    const call = wrapped(above).parent;
    if (call?.type !== "CallExpression" || calleeOf(call) !== above) return undefined;
    if (name === "call" || name === "apply") return { call, index: undefined };
    if (name !== "bind") return undefined;
    outer = wrapped(call);
    above = outer.parent;
  }
  if (above === undefined || !isCall(above)) return undefined;
  if (calleeOf(above) === unwrap(outer)) return { call: above, index: undefined };
  const index =
    above.type === "TaggedTemplateExpression" ? -1 : above.arguments.indexOf(outer as never);
  return index < 0 ? undefined : { call: above, index };
}

/** Through how many functions of the project that hand on what they are given an argument is followed. */
const deepestHandOn = 4;

/** What happens to an argument that is a function, also where a function of the project decides. */
export function roleOfArgument(
  resolver: Resolver,
  file: SourceFile,
  call: CallNode,
  index: number,
  depth = 0,
): CallbackRole | undefined {
  const role = callbackRole(resolver, file, call, index);
  if (role !== undefined) return role;
  const calls =
    depth < deepestHandOn &&
    resolver
      .valuesOf(file, calleeOf(call))
      .some(
        (value) =>
          value.kind === "function" &&
          callsParameter(resolver, value.file, value.node, index, depth + 1),
      );
  if (calls) return "inline";
  return isNodeCallback(call, index) ? "callback" : undefined;
}

/** Whether a function calls its parameter while it runs, or hands it on to something that does. */
function callsParameter(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
  index: number,
  depth: number,
): boolean {
  const parameter = node.params[index];
  if (parameter?.type !== "Identifier" || node.generator) return false;
  const variable = file.declaredBy(node).find((one) => one.identifiers.includes(parameter));
  return (variable?.references ?? []).some(({ identifier }) => {
    const call = identifier.parent;
    if (!isCall(call) || !runsIn(resolver, file, call, node, depth)) return false;
    if (calleeOf(call) === identifier) return true;
    const position =
      call.type === "TaggedTemplateExpression" ? -1 : call.arguments.indexOf(identifier as never);
    return position >= 0 && roleOfArgument(resolver, file, call, position, depth) === "inline";
  });
}

/** Whether a node runs as part of a function: directly, or in callbacks that run inline there. */
function runsIn(
  resolver: Resolver,
  file: SourceFile,
  node: Node,
  host: FunctionNode,
  depth: number,
): boolean {
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    if (above === host) return true;
    if (!isFunction(above)) continue;
    const use = useOf(above);
    if (use === undefined) return false;
    if (
      use.index !== undefined &&
      roleOfArgument(resolver, file, use.call, use.index, depth) !== "inline"
    ) {
      return false;
    }
  }
  return false;
}

/** Where the first `await` outside any function starts; infinity in a module without one. */
function firstTopLevelAwait(file: SourceFile): number {
  const positions = file.nodes.awaits
    .filter((node) => {
      for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
        if (isFunction(above)) return false;
      }
      return true;
    })
    .map((node) => node.range[0]);
  const loops = file.nodes.loops
    .filter(
      (node) => node.type === "ForOfStatement" && node.await && node.parent.type === "Program",
    )
    .map((node) => node.range[0]);
  return Math.min(Infinity, ...positions, ...loops);
}
