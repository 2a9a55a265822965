/** Puts `await` around a promise, and follows what that asks of the code around it. */
import type { Node } from "../analysis/syntax/ast.js";
import { allowAwait } from "./async/allow-await.js";
import { canAwait } from "./async/await-place.js";
import { comesFirst } from "./async/order.js";
import { overlap, Plan } from "./plan.js";
import type { BlockingCall, PromiseForm, Suggestion } from "./types.js";

/** What is said where values were read before the wait in the same statement. */
const readBefore =
  "What its statement reads before the wait may be old afterwards: other code may run in between.";

/** The suggestion that awaits this form of the call, or undefined where no `await` may stand. */
export function awaitedSuggestion(
  blocking: Pick<BlockingCall, "sourceCode" | "filename" | "call" | "detached">,
  form: PromiseForm,
): Suggestion | undefined {
  const { sourceCode, call } = blocking;
  const plan = new Plan(blocking, form.edits);
  if (form.isAwaited === true) plan.awaited.add(call);
  else plan.await(call, form.member);
  const isFirst = comesFirst(call);
  if (canAwait(sourceCode, call) && !isFirst) plan.notes.add(readBefore);
  return finished(plan, call, form.text, form.exact && isFirst);
}

/**
 * The suggestion of a plan whose `await` stands at a node.
 *
 * @param keepsOrder whether effects keep their order where nothing but the `await` changes.
 */
export function finished(
  plan: Plan,
  node: Node,
  text: string,
  keepsOrder: boolean,
): Suggestion | undefined {
  const isDirect = canAwait(plan.sourceCode, node);
  if (!isDirect && !allowAwait(plan, node)) return undefined;
  const edits = plan.edits();
  if (overlap(edits)) return undefined;
  return {
    text: [text, ...plan.notes].join(" "),
    edits,
    keepsOrder: isDirect && keepsOrder,
    awaited: plan.awaited,
  };
}
