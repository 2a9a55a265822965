/** Who calls a function, where all of them can be seen. */
import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf, isClass, plainKey, type FunctionNode } from "../../analysis/syntax/ast.js";
import { parentOf } from "../ancestors.js";
import { isUsedAsArray } from "../callbacks/array-result.js";
import type { Variable } from "../imports/bindings.js";
import type { Node, SourceCode } from "../types.js";

/** One use of a function. */
export interface Use {
  /** The call, of the function or of what the function is handed to. */
  readonly call: TSESTree.CallExpression;
  /**
   * What waits for the function's promise: `here`, an `await` to be put around its call; `all`, a `Promise.all` around
   * `files.map(fn)`; `already`, the promise whose reaction the function is.
   */
  readonly waits: "here" | "all" | "already";
}

/** All uses of a function; undefined where there may be others, or one that is no call. */
export function usesOf(sourceCode: SourceCode, fn: FunctionNode): readonly Use[] | undefined {
  const found = isCalledWhereItStands(fn) ?? named(sourceCode, fn) ?? ofMethod(sourceCode, fn);
  if (found === undefined || found.length === 0) return undefined;
  const uses = found.map((reference) => useOf(reference));
  return uses.includes(undefined) ? undefined : uses.filter((use) => use !== undefined);
}

/** `(() => { … })()`. */
function isCalledWhereItStands(fn: FunctionNode): readonly Node[] | undefined {
  const { parent } = fn;
  return parent?.type === "CallExpression" && parent.callee === fn ? [fn] : undefined;
}

/** The references of a function that has a name in a scope, apart from its declaration. */
function named(sourceCode: SourceCode, fn: FunctionNode): readonly Node[] | undefined {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration") {
    return isExport(parent) || fn.id === null ? undefined : referencesOf(sourceCode, fn, fn.id);
  }
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return undefined;
  if (isExport(parent.parent.parent)) return undefined;
  const outside = referencesOf(sourceCode, parent, parent.id);
  if (outside === undefined || fn.id === null || fn.id === undefined) return outside;
  const inside = referencesOf(sourceCode, fn, fn.id);
  return inside === undefined ? undefined : [...outside, ...inside];
}

function isExport(node: Node | undefined): boolean {
  return node?.type.startsWith("Export") === true;
}

function referencesOf(
  sourceCode: SourceCode,
  declaration: Node,
  name: TSESTree.Identifier,
): readonly Node[] | undefined {
  const variables: readonly Variable[] = sourceCode.getDeclaredVariables?.(declaration) ?? [];
  const variable = variables.find(({ identifiers }) => identifiers.includes(name));
  // What a script declares others may call.
  if (variable?.defs.length !== 1 || variable.scope.type === "global") return undefined;
  const reads = variable.references.filter((reference) => reference.init !== true);
  if (reads.some((reference) => reference.isWrite())) return undefined;
  return reads.map(({ identifier }) => identifier);
}

/** `this.#load()` of a private method, which only its class can call, and must call through a member. */
function ofMethod(sourceCode: SourceCode, fn: FunctionNode): readonly Node[] | undefined {
  const method = fn.parent;
  if (method?.type !== "MethodDefinition" || method.kind !== "method") return undefined;
  const isPrivate = method.key.type === "PrivateIdentifier" || method.accessibility === "private";
  const name = plainKey(method.key, method.computed);
  const holder = method.parent.parent;
  if (!isPrivate || name === undefined || !isClass(holder) || method.override) return undefined;
  const found: Node[] = [];
  const pending: Node[] = [holder];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    pending.push(...childrenOf(node, sourceCode.visitorKeys));
    // What TypeScript calls private can be reached in ways that are not looked into.
    if (node.type === "Literal" && node.value === name) return undefined;
    if (node !== method && node.type === "MethodDefinition" && isSame(node, name)) return undefined;
    if (node.type === "Property" && node.parent.type === "ObjectPattern") {
      if (plainKey(node.key, node.computed) === name) return undefined;
    }
    if (node.type !== "MemberExpression" || plainKey(node.property, node.computed) !== name) {
      continue;
    }
    if (isOwn(node.object, holder, name)) found.push(node);
    // `other.load()`: another object of the class, or something else of that name.
    else if (node.parent.type === "CallExpression" && node.parent.callee === node) return undefined;
  }
  return found;
}

function isSame(method: TSESTree.MethodDefinition, name: string): boolean {
  return plainKey(method.key, method.computed) === name;
}

/** `this`, or the class by its own name; of what the language keeps private, whatever has it. */
function isOwn(object: Node, holder: Node, name: string): boolean {
  if (object.type === "ThisExpression" || name.startsWith("#")) return true;
  return isClass(holder) && object.type === "Identifier" && object.name === holder.id?.name;
}

const reactions = new Set(["then", "catch", "finally"]);

function useOf(reference: Node): Use | undefined {
  const call = parentOf(reference);
  if (call?.type !== "CallExpression" || call.optional) return undefined;
  if (call.callee === reference) {
    return parentOf(call)?.type === "ChainExpression" ? undefined : { call, waits: "here" };
  }
  const index = call.arguments.indexOf(reference as TSESTree.CallExpressionArgument);
  const { callee } = call;
  if (index < 0 || callee.type !== "MemberExpression" || callee.optional) return undefined;
  const method = plainKey(callee.property, callee.computed) ?? "";
  if (reactions.has(method) && index < 2) return { call, waits: "already" };
  return method === "map" && index === 0 && isUsedAsArray(call)
    ? { call, waits: "all" }
    : undefined;
}
