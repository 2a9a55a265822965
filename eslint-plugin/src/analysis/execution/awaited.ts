/** What an `await` waits for, and how long: a timer, a thread of libuv's, a worker, or the world outside. */
import { calleeOf, isFunction, unwrap, type Node } from "../syntax/ast.js";
import { apiName } from "../values/blocking-api.js";
import type { CatalogIndex } from "../values/catalog-index.js";
import { constantNumber } from "../values/constants.js";
import { dotted } from "../syntax/names.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { Estimate, ProfileStep } from "../types.js";
import { isApi, type ApiValue, type Value } from "../values/values.js";

const somewhereElse: Estimate = {
  lowMs: 0.5,
  typicalMs: 10,
  highMs: 1000,
  source: "typical",
  basis: "a request to another service; an assumption",
};

const workers = new Set([
  "spawn-blocking",
  "workerpool",
  "piscina",
  "tinypool",
  "make-asynchronous",
]);

/** The step that awaiting an expression is; undefined for what is there already. */
export function awaitedStep(
  resolver: Resolver,
  catalog: CatalogIndex,
  file: SourceFile,
  awaited: Node,
): ProfileStep | undefined {
  const at = file.rangeOf(awaited);
  const timer = promiseOfTimer(resolver, file, awaited);
  if (timer !== undefined) {
    return { kind: "timer", api: "setTimeout", estimate: timerEstimate(file, timer), at };
  }
  if (awaited.type === "ImportExpression") {
    return { kind: "threadpool", api: "import()", estimate: somewhereElse, at };
  }
  if (awaited.type !== "CallExpression") return undefined;
  const callee = calleeOf(awaited);
  const values = resolver.valuesOf(file, callee);
  if (values.some((value) => isApi(value, "global", "Promise.resolve"))) return undefined;
  if (values.some((value) => isApi(value, "node:timers/promises", "setTimeout"))) {
    const [delay] = awaited.arguments;
    return {
      kind: "timer",
      api: "node:timers/promises.setTimeout",
      estimate: timerEstimate(file, delay),
      at,
    };
  }
  const value = values.find((one): one is ApiValue => one.kind === "api");
  const name =
    value === undefined ? (dotted(callee) ?? "await") : apiName(value.module, value.path);
  const twin = value === undefined ? undefined : catalog.synchronousTwin(value.module, value.path);
  if (twin !== undefined) {
    const estimate: Estimate = { ...twin.cost, source: "typical" };
    return {
      kind: twin.asyncForm?.onThreadpool === true ? "threadpool" : "io",
      api: name,
      estimate,
      at,
    };
  }
  if (values.some(isWorker)) return { kind: "worker", api: name, estimate: somewhereElse, at };
  return { kind: "io", api: name, estimate: somewhereElse, at };
}

function isWorker(value: Value): boolean {
  return value.kind === "api" && workers.has(value.module);
}

function timerEstimate(file: SourceFile, delay: Node | undefined): Estimate {
  const ms = delay === undefined ? 1 : constantNumber(file, delay);
  if (ms === undefined || !Number.isFinite(ms) || ms < 0) {
    return {
      lowMs: 1,
      typicalMs: 100,
      highMs: 10_000,
      source: "typical",
      basis: "a delay that is computed elsewhere; an assumption",
    };
  }
  return { lowMs: ms, typicalMs: ms, highMs: ms, source: "computed", basis: "the timer's delay" };
}

/** The delay of `new Promise((resolve) => setTimeout(resolve, ms))`, also through a function that returns it. */
function promiseOfTimer(resolver: Resolver, file: SourceFile, awaited: Node): Node | undefined {
  const node = unwrap(awaited);
  if (node.type !== "NewExpression") return undefined;
  const [executor] = node.arguments;
  if (executor === undefined || !isFunction(executor)) return undefined;
  const pending: Node[] = [executor.body];
  for (let inner = pending.pop(); inner !== undefined; inner = pending.pop()) {
    if (
      inner.type === "CallExpression" &&
      resolver.valuesOf(file, calleeOf(inner)).some((value) => isApi(value, "global", "setTimeout"))
    ) {
      return inner.arguments[1] ?? inner;
    }
    pending.push(...file.children(inner));
  }
  return undefined;
}
