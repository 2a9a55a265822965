/** Puts `await` around a promise: where it stands, or with a rewrite of the call around its callback. */
import type { Node } from "../analysis/ast.js";
import { callbackRewrite } from "./callback.js";
import { canAwait } from "./await-place.js";
import { comesFirst } from "./order.js";
import { awaitNeedsParentheses, guard } from "./parentheses.js";
import type { Edit, PromiseForm, SourceCode, Suggestion } from "./types.js";

/** The edits that put `await` before a node, and read a member of what comes. */
export function awaitEdits(sourceCode: SourceCode, node: Node, member?: string): Edit[] {
  const isAwaited = node.parent?.type === "AwaitExpression";
  const [start, end] = node.range;
  if (member !== undefined) {
    const semicolon = guard(sourceCode, node);
    return [
      { range: [start, start], text: `${semicolon}(await ` },
      { range: [end, end], text: `).${member}` },
    ];
  }
  if (isAwaited) return [];
  if (!awaitNeedsParentheses(sourceCode, node)) return [{ range: [start, start], text: "await " }];
  return [
    { range: [start, start], text: `${guard(sourceCode, node)}(await ` },
    { range: [end, end], text: ")" },
  ];
}

/** The suggestion that awaits this form of the call, or undefined where no `await` may stand. */
export function awaitedSuggestion(
  sourceCode: SourceCode,
  call: Node,
  form: PromiseForm,
): Suggestion | undefined {
  const own = awaitEdits(sourceCode, call, form.member);
  if (canAwait(sourceCode, call)) {
    return {
      text: form.text,
      edits: inOrder([...own, ...form.edits]),
      keepsOrder: form.exact && comesFirst(call),
    };
  }
  const rewrite = callbackRewrite(sourceCode, call);
  if (rewrite === undefined) return undefined;
  return {
    text: `${form.text} ${rewrite.text}`,
    edits: inOrder([...own, ...form.edits, ...rewrite.edits]),
    keepsOrder: false,
  };
}

/** By position; of two at one position the one that inserts comes first. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}
