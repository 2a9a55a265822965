/** Which code of a file runs in a worker thread, where blocking harms nobody else. */
import {
  calleeOf,
  isFunction,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { isApi } from "../values/values.js";
import { isWorkerSide } from "./worker-side.js";

/** Files that bundlers take for a worker's entry by their name. */
const workerName = /\.worker\.[cm]?[jt]sx?$/u;

/** A cheap look before asking what names mean. */
const workerWords =
  /parentPort|workerData|isMainThread|importScripts|onmessage|addEventListener|runAsWorker|WorkerGlobalScope|\bexpose\b|\.worker\(/u;

/** Modules and exports that only a worker's entry file calls. */
const workerCalls: readonly (readonly [module: string, path: string])[] = [
  ["synckit", "runAsWorker"],
  ["workerpool", "worker"],
  ["comlink", "expose"],
  ["threads", "expose"],
  ["threads/worker", "expose"],
  ["global", "importScripts"],
];

/** Names of which one stands in any text that makes such a call. */
const callWords = /importScripts|runAsWorker|\bexpose\b|\.worker\(/u;

/** What is known of a file's threads. */
export interface WorkerCode {
  /** The whole file runs in a worker. */
  readonly whole: boolean;
  /** The file tells its threads apart with `isMainThread`. */
  readonly hasMainThreadTest: boolean;
}

export function workerCodeOf(resolver: Resolver, file: SourceFile): WorkerCode {
  if (workerName.test(file.path)) return { whole: true, hasMainThreadTest: false };
  if (!workerWords.test(file.text)) return { whole: false, hasMainThreadTest: false };
  const hasMainThreadTest = /isMainThread/u.test(file.text);
  return { whole: !hasMainThreadTest && isWorkerEntry(resolver, file), hasMainThreadTest };
}

function isWorkerEntry(resolver: Resolver, file: SourceFile): boolean {
  const { members, calls, assignments } = file.nodes;
  const isPort = (node: Node): boolean =>
    resolver
      .valuesOf(file, node)
      .some((value) => isApi(value, "node:worker_threads", "parentPort"));
  const callsOnlyWorkersDo = callWords.test(file.text);
  return (
    (file.text.includes("parentPort") && members.some(({ object }) => isPort(object))) ||
    usesWorkerData(file) ||
    calls.some(
      (call) =>
        (callsOnlyWorkersDo || isMessage(call)) &&
        resolver.valuesOf(file, calleeOf(call)).some(
          (value) =>
            workerCalls.some(([module, path]) => isApi(value, module, path)) ||
            // Of a page the global object is called `window`; `self` and no name at all are a worker's way.
            (isApi(value, "global", "addEventListener") &&
              isMessage(call) &&
              !isWindow(calleeOf(call))),
        ),
    ) ||
    assignments.some((assignment) => isMessageHandler(file, unwrap(assignment.left)))
  );
}

function usesWorkerData(file: SourceFile): boolean {
  return file.ast.body.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      /^(?:node:)?worker_threads$/u.test(statement.source.value) &&
      statement.specifiers.some(
        (specifier) =>
          specifier.type === "ImportSpecifier" &&
          specifier.imported.type === "Identifier" &&
          (specifier.imported.name === "workerData" || specifier.imported.name === "parentPort"),
      ),
  );
}

function isMessage(call: Node): boolean {
  const [first] = call.type === "CallExpression" ? call.arguments : [];
  return first?.type === "Literal" && first.value === "message";
}

function isWindow(callee: Node): boolean {
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "window"
  );
}

/** `self.onmessage = …`, `onmessage = …`. */
function isMessageHandler(file: SourceFile, target: Node): boolean {
  if (target.type === "Identifier") {
    return target.name === "onmessage" && file.variableOf(target) === undefined;
  }
  return (
    target.type === "MemberExpression" &&
    target.object.type === "Identifier" &&
    target.object.name === "self" &&
    file.variableOf(target.object) === undefined &&
    plainKey(target.property, target.computed) === "onmessage"
  );
}

/** Whether every use of a function that the file keeps to itself stands on the worker's side. */
export function isUsedByWorkersAlone(resolver: Resolver, file: SourceFile, node: Node): boolean {
  const kept = isFunction(node) ? keptIn(node) : undefined;
  if (kept === undefined) return false;
  const variable = file.declaredBy(kept.holder).find((one) => one.name === kept.name);
  const uses = variable?.references.filter((use) => use.isRead()) ?? [];
  return uses.length > 0 && uses.every((use) => isWorkerSide(resolver, file, use.identifier));
}

/** What declares the name of a function that is not exported where it stands: itself, or the constant that holds it. */
function keptIn(node: FunctionNode): { readonly holder: Node; readonly name: string } | undefined {
  const { parent } = node;
  if (node.type === "FunctionDeclaration") {
    if (node.id === null || parent.type.startsWith("Export")) return undefined;
    return { holder: node, name: node.id.name };
  }
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return undefined;
  const { parent: declaration } = parent;
  if (declaration.kind !== "const" || declaration.parent.type.startsWith("Export"))
    return undefined;
  return { holder: parent, name: parent.id.name };
}
