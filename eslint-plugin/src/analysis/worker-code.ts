/** Which code of a file runs in a worker thread, where blocking harms nobody else. */
import { calleeOf, isFunction, plainKey, unwrap, type Node, parentOf } from "./ast.js";
import { onlyValue } from "./constants.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "./source-file.js";
import { isApi } from "./values.js";

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
  return (
    members.some((member) =>
      resolver
        .valuesOf(file, member.object)
        .some((value) => isApi(value, "node:worker_threads", "parentPort")),
    ) ||
    usesWorkerData(file) ||
    calls.some((call) =>
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

/** Whether a node stands where only a worker gets to: the other side of an `isMainThread` test, or after its exit. */
export function isWorkerSide(resolver: Resolver, file: SourceFile, node: Node): boolean {
  for (
    let inner = node, above = parentOf(node);
    above !== undefined;
    inner = above, above = parentOf(above)
  ) {
    if (above.type === "IfStatement" || above.type === "ConditionalExpression") {
      const main = mainThreadTest(resolver, file, above.test);
      if (main === true && inner === above.alternate) return true;
      if (main === false && inner === above.consequent) return true;
    } else if (above.type === "LogicalExpression" && inner === above.right) {
      const main = mainThreadTest(resolver, file, above.left);
      if (
        (main === false && above.operator === "&&") ||
        (main === true && above.operator === "||")
      ) {
        return true;
      }
    } else if (above.type === "BlockStatement" || above.type === "Program") {
      if (followsMainThreadExit(resolver, file, above.body, inner)) return true;
    }
  }
  return false;
}

/** `if (isMainThread) { …; return; }` before the statement. */
function followsMainThreadExit(
  resolver: Resolver,
  file: SourceFile,
  body: readonly Node[],
  statement: Node,
): boolean {
  for (const before of body) {
    if (before === statement) return false;
    if (
      before.type === "IfStatement" &&
      before.alternate === null &&
      exits(before.consequent) &&
      mainThreadTest(resolver, file, before.test) === true
    ) {
      return true;
    }
  }
  return false;
}

function exits(statement: Node): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}

/** True where the test holds on the main thread, false where it holds in a worker, undefined for any other test. */
function mainThreadTest(resolver: Resolver, file: SourceFile, test: Node): boolean | undefined {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = mainThreadTest(resolver, file, node.argument);
    return inner === undefined ? undefined : !inner;
  }
  if (node.type === "Identifier" || node.type === "MemberExpression") {
    const isTest = resolver
      .valuesOf(file, node)
      .some((value) => isApi(value, "node:worker_threads", "isMainThread"));
    if (isTest) return true;
    const isPort = resolver
      .valuesOf(file, node)
      .some((value) => isApi(value, "node:worker_threads", "parentPort"));
    if (isPort) return false;
    const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
    const value = variable === undefined ? undefined : onlyValue(variable);
    return value === undefined || value.type === "Identifier"
      ? undefined
      : mainThreadTest(resolver, file, value);
  }
  if (node.type === "BinaryExpression" && /^[!=]==?$/u.test(node.operator)) {
    const { left, right } = node;
    if (right.type !== "Literal" || left.type === "PrivateIdentifier") return undefined;
    const inner = mainThreadTest(resolver, file, left);
    if (inner === undefined) return undefined;
    const same = node.operator.startsWith("=");
    return Boolean(right.value) === same ? inner : !inner;
  }
  return undefined;
}

/** Whether every use of a named function stands on the worker's side. */
export function isUsedByWorkersAlone(resolver: Resolver, file: SourceFile, node: Node): boolean {
  if (!isFunction(node) || node.type !== "FunctionDeclaration") return false;
  if (node.parent.type.startsWith("Export")) return false;
  const variable = file.declaredBy(node).find((one) => one.name === node.id?.name);
  const uses = variable?.references ?? [];
  return uses.length > 0 && uses.every((use) => isWorkerSide(resolver, file, use.identifier));
}
