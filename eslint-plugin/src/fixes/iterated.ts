/**
 * `for (const file of globSync(pattern))` to `for await (const file of glob(pattern))`: functions whose asynchronous
 * form gives an asynchronous iterator. Elsewhere the items are collected: `await Array.fromAsync(glob(pattern))`.
 */
import { plainCall, renameMember, replaceCallee, type PlainCall } from "./calls/callee.js";
import { makeAvailable } from "./imports/imports.js";
import { isTypeScript } from "./typescript.js";
import type { BlockingCall, Edit, Fixer, PromiseForm } from "./types.js";

export const iterated: Fixer = (blocking) => {
  const call = plainCall(blocking);
  const iterator = call === undefined ? undefined : iteratorOf(blocking, call);
  if (call === undefined || iterator === undefined) return [];
  const { parent } = call;
  const order = "the order of what comes may be another";
  if (parent.type === "ForOfStatement" && parent.right === call.node && !parent.await) {
    const keyword = blocking.sourceCode.getFirstToken(parent);
    if (keyword === null) return [];
    const [, end] = keyword.range;
    return [
      {
        text: `Iterate over ${iterator.name} with for await: ${order}.`,
        edits: [...iterator.edits, { range: [end, end], text: " await" }],
        isAwaited: true,
        exact: false,
      },
    ];
  }
  // TypeScript knows Array.fromAsync with the newest libraries alone.
  if (isTypeScript(blocking.filename) || blocking.module === "global") return [];
  const [start, end] = call.range;
  const collected: PromiseForm = {
    text: `Await all that ${iterator.name} gives: ${order}.`,
    edits: [
      { range: [start, start], text: "Array.fromAsync(" },
      ...iterator.edits,
      { range: [end, end], text: ")" },
    ],
    exact: false,
  };
  return [collected];
};

function iteratorOf(
  { sourceCode, module, path, api }: BlockingCall,
  call: PlainCall,
): { readonly name: string; readonly edits: readonly Edit[] } | undefined {
  const form = api.asyncForm;
  if (form === undefined) return undefined;
  if (module === "global" && path === "Deno.readDirSync") {
    const renamed = renameMember(call, "readDir");
    return renamed === undefined ? undefined : { name: form.name, edits: [renamed] };
  }
  if (module !== "node:fs" || path !== "globSync") return undefined;
  const available = makeAvailable({ sourceCode, node: call.node, beside: module }, form);
  const callee =
    available === undefined ? undefined : replaceCallee(sourceCode, call, available.expression);
  return available === undefined || callee === undefined
    ? undefined
    : { name: `${form.name} of ${form.module}`, edits: [...callee, ...available.edits] };
}
