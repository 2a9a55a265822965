/** When a function that is handed to a call runs: at once, later on the event loop, or on another thread. */
import {
  argumentsOf,
  calleeOf,
  isFunction,
  lastName,
  plainKey,
  type CallNode,
  type Node,
} from "../syntax/ast.js";
import { constantString } from "../values/constants.js";
import { isRoute, isRouteMethod, isRouter, isServer } from "./handlers.js";
import { stepsArgument } from "../values/interop.js";
import { isNeverTaken } from "./lazy-iterators.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ExecutionContext } from "../types.js";
import type { ApiValue, Value } from "../values/values.js";

/**
 * - `inline`: before the call returns, on the same thread.
 * - `reaction`, `timer`, `listener`, `handler`, `callback`: later, on the event loop.
 * - `off`: on another thread or in another process.
 */
export type CallbackRole =
  "inline" | "reaction" | "timer" | "listener" | "handler" | "callback" | "off";

/** Methods of arrays (and of maps, sets, typed arrays) that call their first argument at once. */
export const arrayMethods = new Set(
  (
    "every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some " +
    "sort toSorted"
  ).split(" "),
);

const listenerMethods = new Set(
  "on once off addListener prependListener prependOnceListener addEventListener subscribe".split(
    " ",
  ),
);

const reactionMethods = new Set(["then", "catch", "finally"]);

/** Methods by which a browser driver runs a function in the page. */
const pageMethods = new Set(
  "evaluate evaluateHandle evaluateOnNewDocument addInitScript waitForFunction $eval $$eval".split(
    " ",
  ),
);

/** Functions that call an argument, by `module.path` and the argument's index. */
const known: Readonly<Record<string, readonly [index: number, role: CallbackRole]>> = {
  "global.Promise": [0, "inline"],
  "global.Promise.try": [0, "inline"],
  "global.Array.from": [1, "inline"],
  "global.Array.fromAsync": [1, "reaction"],
  "global.JSON.parse": [1, "inline"],
  "global.JSON.stringify": [1, "inline"],
  "global.Reflect.apply": [0, "inline"],
  "global.Reflect.construct": [0, "inline"],
  "global.Object.groupBy": [1, "inline"],
  "global.Map.groupBy": [1, "inline"],
  "node:assert.throws": [0, "inline"],
  "node:assert.doesNotThrow": [0, "inline"],
  "global.setTimeout": [0, "timer"],
  "global.setInterval": [0, "timer"],
  "global.setImmediate": [0, "timer"],
  "global.queueMicrotask": [0, "reaction"],
  "global.requestAnimationFrame": [0, "timer"],
  "global.requestIdleCallback": [0, "timer"],
  "global.process.nextTick": [0, "timer"],
  "node:process.nextTick": [0, "timer"],
  "node:timers.setTimeout": [0, "timer"],
  "node:timers.setInterval": [0, "timer"],
  "node:timers.setImmediate": [0, "timer"],
  "node:http.createServer": [-1, "handler"],
  "node:http.Server": [-1, "handler"],
  "node:https.Server": [-1, "handler"],
  "node:https.createServer": [-1, "handler"],
  "node:http2.createServer": [-1, "handler"],
  "node:http2.createSecureServer": [-1, "handler"],
  "node:net.createServer": [-1, "listener"],
  "node:tls.createServer": [-1, "listener"],
};

/** Packages that run a function on another thread or in another process, wherever in the call it stands. */
const offLoopPackages = new Set([
  "spawn-blocking",
  "workerpool",
  "piscina",
  "tinypool",
  "make-asynchronous",
  "greenlet",
  "microjob",
  "multithreading",
  "poolifier",
  "paralleljs",
  "synckit",
]);

/** Packages whose functions call what they are given at once, or when its turn comes, on the event loop. */
const inlinePackages = new Set([
  "lodash",
  "lodash-es",
  "underscore",
  "ramda",
  "remeda",
  "es-toolkit",
]);
const deferringPackages = new Set(
  "p-limit p-queue p-retry p-map p-each-series p-series p-times p-throttle async-retry async".split(
    " ",
  ),
);

/** Functions of those packages that only wrap what they are given, to be called some other time. */
const wrappers = new Set(
  "debounce throttle delay defer memoize once partial partialRight curry curryRight wrap negate after before bind flow compose pipe".split(
    " ",
  ),
);

/** Names that pools of workers go by. */
const poolName = /(?:^|[a-z_])(?:pool|piscina|tinypool|workers?)$/iu;
const poolMethods = new Set("exec run runTask queue submit execute".split(" "));

/** What hands a function to the loop as a reaction to something, beside methods of promises. */
const reactions = new RegExp(
  `\\bqueueMicrotask\\b|\\bfromAsync\\b|["'\`](?:${[...deferringPackages].join("|")})["'\`/]`,
  "u",
);

/**
 * A cheap look at the calls of a file: whether one may put the functions that it is given on the event loop, in one of
 * the contexts, wherever the call itself stands.
 */
export function laterCalls(
  file: SourceFile,
  contexts: ReadonlySet<ExecutionContext>,
): (call: CallNode) => boolean {
  const others: readonly ExecutionContext[] = ["handler", "listener", "timer", "callback"];
  const isAny = others.some((one) => contexts.has(one)) || reactions.test(file.text);
  return (call) =>
    argumentsOf(call).length > 0 && (isAny || reactionMethods.has(lastName(calleeOf(call))));
}

/** What happens to the argument at `index` if it is a function; undefined where nothing is known. */
export function callbackRole(
  resolver: Resolver,
  file: SourceFile,
  call: CallNode,
  index: number,
): CallbackRole | undefined {
  const callee = calleeOf(call);
  if (stepsArgument(callee) === index) return "inline";
  const values = resolver.valuesOf(file, callee);
  for (const value of values) {
    const role = value.kind === "api" ? roleInApi(value, call, index) : undefined;
    if (role !== undefined) return role;
  }
  if (callee.type !== "MemberExpression" || call.type !== "CallExpression") return undefined;
  const name = plainKey(callee.property, callee.computed);
  if (name === undefined) return undefined;
  if (values.some((value) => value.kind === "function")) return undefined;
  return roleInMethod(resolver, file, call, callee.object, name, index);
}

/** Whether an argument is a callback in Node.js' style: the last one, a function that takes an error first. */
export function isNodeCallback(call: CallNode, index: number): boolean {
  const given = argumentsOf(call);
  const argument = given[index];
  if (argument === undefined || index !== given.length - 1 || !isFunction(argument)) return false;
  const [first] = argument.params;
  return first?.type === "Identifier" && /^_*(?:e|er|err|error|exception)$/iu.test(first.name);
}

function roleInApi(value: ApiValue, call: CallNode, index: number): CallbackRole | undefined {
  const entry = known[`${value.module}.${value.path.join(".")}`];
  if (entry !== undefined && (entry[0] === index || entry[0] === -1)) {
    // `Promise` is called by `new` alone; the other way round `new Array.from` does not exist.
    return entry[1];
  }
  if (offLoopPackages.has(value.module)) return "off";
  if (inlinePackages.has(value.module.split("/")[0] ?? "")) {
    return wrappers.has(
      value.path.at(-1) ?? value.module.split("/")[1]?.replace(/\.js$/u, "") ?? "",
    )
      ? undefined
      : "inline";
  }
  if (deferringPackages.has(value.module)) return "reaction";
  if (isRoute(value)) return "handler";
  return isContextRunner(value, call) && index > 0 ? "inline" : undefined;
}

/** `asyncLocalStorage.run(store, callback)`, `resource.runInAsyncScope(callback)`. */
function isContextRunner(value: ApiValue, call: CallNode): boolean {
  return (
    value.module === "node:async_hooks" &&
    ["run", "exit", "runInAsyncScope"].includes(value.path.at(-1) ?? "") &&
    argumentsOf(call).length > 0
  );
}

function roleInMethod(
  resolver: Resolver,
  file: SourceFile,
  call: CallNode,
  object: Node,
  name: string,
  index: number,
): CallbackRole | undefined {
  if (index === 1 && name === "call" && arrayMethods.has(lastName(object))) return "inline";
  if (reactionMethods.has(name)) return index < 2 ? "reaction" : undefined;
  if (index === 0 && pageMethods.has(name)) return "off";
  if (index === 1 && (name === "$eval" || name === "$$eval")) return "off";
  if (poolMethods.has(name) && poolName.test(lastName(object))) return "off";
  const known = resolver.valuesOf(file, object);
  if (known.some((value) => hasOwnMethods(resolver, value))) return undefined;
  if (index === 0 && arrayMethods.has(name)) {
    return isNeverTaken(resolver, file, call) ? undefined : "inline";
  }
  if (index === 1 && (name === "replace" || name === "replaceAll")) return "inline";
  const [first] = argumentsOf(call);
  const named = first === undefined ? undefined : constantString(file, first);
  if (listenerMethods.has(name) && index > 0 && named !== undefined) {
    if (name === "off") return undefined;
    return named === "request" && isServer(resolver, file, object) ? "handler" : "listener";
  }
  if (isRouteMethod(name) && isRouter(resolver, file, object)) {
    return index > 0 || name === "use" ? "handler" : undefined;
  }
  return undefined;
}

/** Objects whose methods are known, so that a name alone says nothing; not those of a class that inherits from elsewhere. */
function hasOwnMethods(resolver: Resolver, value: Value): boolean {
  if (value.kind === "object" || value.kind === "class") return true;
  if (value.kind !== "instance") return false;
  const { superClass } = value.node;
  return (
    superClass === null ||
    resolver
      .valuesOf(value.file, superClass)
      .some((parent) => parent.kind === "class" && parent.node !== value.node)
  );
}
