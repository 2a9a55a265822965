/** Makes `await` legal at a node: functions around it become async, and those who call them wait. */
import { becomeAsync, becomeDetached } from "./async-function.js";
import { isTopLevelAwaited, placeOf } from "./await-place.js";
import { rewriteCallback } from "../callbacks/callback.js";
import type { Plan } from "../plan.js";
import type { Node } from "../types.js";

/**
 * Adds to the plan what must change before an `await` may stand at a node.
 *
 * @returns false where it may not, and the plan is then of no use.
 */
export function allowAwait(plan: Plan, node: Node): boolean {
  const { fn, inBody } = placeOf(node);
  if (!inBody) return false;
  // A module that did not wait while it was loaded is not made to.
  if (fn === undefined) return isTopLevelAwaited(plan.sourceCode);
  if (fn.async || plan.asyncFunctions.has(fn)) return true;
  if (fn.generator) return false;
  plan.asyncFunctions.add(fn);
  if (plan.detached?.callback === fn) return becomeDetached(plan, fn, plan.detached.context);
  const allow = (other: Node): boolean => allowAwait(plan, other);
  return rewriteCallback(plan, fn, allow) ?? becomeAsync(plan, fn, allow);
}
