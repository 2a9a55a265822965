/** Puts `await` around a promise: where it stands, or with a rewrite of the call around its callback. */
import type { Node } from "../analysis/ast.js";
import { parentOf } from "./ancestors.js";
import { callbackRewrite } from "./callback.js";
import { canAwait } from "./await-place.js";
import { comesFirst } from "./order.js";
import { awaitNeedsParentheses, guard } from "./parentheses.js";
import type { Edit, PromiseForm, SourceCode, Suggestion } from "./types.js";

/** What is written before and behind a call, to await it and to read a member of what comes. */
function around(
  sourceCode: SourceCode,
  call: Node,
  member: string | undefined,
): { readonly open: string; readonly close: string } {
  if (member !== undefined) {
    return { open: `${guard(sourceCode, call)}(await `, close: `).${member}` };
  }
  if (parentOf(call)?.type === "AwaitExpression") return { open: "", close: "" };
  return awaitNeedsParentheses(sourceCode, call)
    ? { open: `${guard(sourceCode, call)}(await `, close: ")" }
    : { open: "await ", close: "" };
}

/** The suggestion that awaits this form of the call, or undefined where no `await` may stand. */
export function awaitedSuggestion(
  sourceCode: SourceCode,
  call: Node,
  form: PromiseForm,
): Suggestion | undefined {
  const { open, close } = around(sourceCode, call, form.member);
  const [start, end] = call.range;
  // What the form adds at the end of the call stands inside the parentheses.
  const edits: Edit[] = [
    { range: [start, start], text: open },
    ...form.edits,
    { range: [end, end], text: close },
  ];
  if (canAwait(sourceCode, call)) {
    return {
      text: form.text,
      edits: inOrder(edits),
      keepsOrder: form.exact && comesFirst(call),
    };
  }
  const rewrite = callbackRewrite(sourceCode, call);
  if (rewrite === undefined) return undefined;
  return {
    text: `${form.text} ${rewrite.text}`,
    edits: inOrder([...edits, ...rewrite.edits]),
    keepsOrder: false,
  };
}

/** By position; at one position insertions come first, in the order in which they are given. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}
