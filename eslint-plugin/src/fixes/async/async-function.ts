/** A function becomes async: its type says so, and everybody who calls it waits. */
import type { FunctionNode, Node } from "../../analysis/syntax/ast.js";
import { usesOf } from "./function-uses.js";
import { isGlobal } from "../imports/imports.js";
import type { Plan } from "../plan.js";
import { givesPromiseAlways } from "./promise-result.js";
import { promisedType } from "./promised-type.js";
import type { Detached, Edit } from "../types.js";

/**
 * Adds to the plan what makes a function async.
 *
 * @param allow makes `await` legal at a call of the function.
 * @returns false where it can't become async: somebody may call it who is not known, or who can't wait.
 */
export function becomeAsync(plan: Plan, fn: FunctionNode, allow: (node: Node) => boolean): boolean {
  if (!mayBeAsync(fn) || !isGlobal(plan.sourceCode, "Promise", fn)) return false;
  if (givesPromiseAlways(plan.sourceCode, fn)) {
    plan.change([asyncKeyword(fn)]);
    plan.notes.add(`${titleOf(fn)} becomes async: what it throws becomes a rejection.`);
    return true;
  }
  const type = promisedType(plan.sourceCode, fn);
  const uses = usesOf(plan.sourceCode, fn);
  if (type === undefined || uses === undefined) return false;
  plan.change([asyncKeyword(fn), ...type]);
  for (const { call, waits } of uses) {
    if (waits === "already") {
      plan.awaited.add(call);
      continue;
    }
    if (!allow(call)) return false;
    if (waits === "all") plan.awaitWith(call, "await Promise.all(", ")");
    else plan.await(call);
    plan.awaited.add(call);
  }
  plan.notes.add(
    `${titleOf(fn)} becomes async and is awaited where it is called (${counted(uses.length)}): other code may run in between.`,
  );
  return true;
}

/** Adds to the plan what makes a callback async of which nobody uses what it gives. */
export function becomeDetached(
  plan: Plan,
  fn: FunctionNode,
  context: Detached["context"],
): boolean {
  const type = promisedType(plan.sourceCode, fn);
  if (type === undefined || !mayBeAsync(fn)) return false;
  plan.change([asyncKeyword(fn), ...type]);
  plan.notes.add(
    context === "handler"
      ? "The handler becomes async: where nobody awaits handlers, what it throws becomes an unhandled rejection."
      : "The callback becomes async: nobody awaits it, so that what it throws becomes an unhandled rejection.",
  );
  return true;
}

function counted(calls: number): string {
  return calls === 1 ? "1 call" : `${calls} calls`;
}

/** Accessors and constructors can't be async. */
function mayBeAsync(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (fn.generator) return false;
  if (parent?.type === "MethodDefinition") return parent.kind === "method" && !parent.computed;
  if (parent?.type === "Property") return parent.kind === "init";
  return true;
}

/** The name that messages call a function by. */
function titleOf(fn: FunctionNode): string {
  if (fn.id !== null) return fn.id.name;
  const { parent } = fn;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    return parent.id.name;
  }
  const isKeyed =
    parent?.type === "MethodDefinition" ||
    parent?.type === "Property" ||
    parent?.type === "PropertyDefinition";
  if (isKeyed && parent.key.type === "Identifier") return parent.key.name;
  if (isKeyed && parent.key.type === "PrivateIdentifier") return `#${parent.key.name}`;
  return "The function around it";
}

/** The edit that writes `async` in front of a function, or of the name of a method. */
export function asyncKeyword(fn: FunctionNode): Edit {
  const { parent } = fn;
  const isMethod =
    parent?.type === "MethodDefinition" || (parent?.type === "Property" && parent.method);
  const [start] = isMethod ? parent.key.range : fn.range;
  return { range: [start, start], text: "async " };
}
