/** `readSync(…)` to `promisify(read)(…)`: the call to the twin that takes a callback, as one that returns a promise. */
import { replaceCallee, type PlainCall } from "./callee.js";
import { makeAvailable } from "../imports/imports.js";
import type { BlockingCall, Edit } from "../types.js";

/** The edits that make the call one of the promisified twin; undefined where there is no good way. */
export function promisifyCall(
  { sourceCode, module }: BlockingCall,
  call: PlainCall,
  form: { readonly module: string; readonly name: string },
): readonly Edit[] | undefined {
  const near = { sourceCode, node: call.node, beside: module };
  const twin = makeAvailable(near, form);
  const promisify = makeAvailable(near, { module: "node:util", name: "promisify" });
  if (twin === undefined || promisify === undefined) return undefined;
  const callee = replaceCallee(sourceCode, call, `${promisify.expression}(${twin.expression})`);
  return callee === undefined ? undefined : [...callee, ...twin.edits, ...promisify.edits];
}

/** The edits that make the call one of the twin, which returns a promise. */
export function callEdits(
  { sourceCode, module }: BlockingCall,
  call: PlainCall,
  form: { readonly module: string; readonly name: string },
): readonly Edit[] | undefined {
  const twin = makeAvailable({ sourceCode, node: call.node, beside: module }, form);
  if (twin === undefined) return undefined;
  const callee = replaceCallee(sourceCode, call, twin.expression);
  return callee === undefined ? undefined : [...callee, ...twin.edits];
}
