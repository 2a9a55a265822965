/** `pbkdf2Sync(…)` to `await promisify(pbkdf2)(…)`: functions whose twin takes a callback. */
import { plainCall, replaceCallee } from "./callee.js";
import { makeAvailable } from "./imports.js";
import { isTypeScript } from "./typescript.js";
import type { BlockingCall, Fixer } from "./types.js";

/**
 * Functions with several signatures that `@types/node` (20 to 26) does not type for promisify, which then takes the
 * last: a call with other arguments, or a use of the result, does not compile.
 */
const untyped = new Set(["scrypt", "generatePrime", "checkPrime", "randomFill"]);

export const promisified: Fixer = (blocking) => {
  const { sourceCode, module, api } = blocking;
  const call = plainCall(blocking);
  const form = api.asyncForm;
  if (call === undefined || form?.style !== "callback" || form.name.includes(".prototype.")) {
    return [];
  }
  if (untyped.has(form.name) && isTypeScript(blocking.filename)) return [];
  const near = { sourceCode, node: call, beside: module };
  const twin = makeAvailable(near, form);
  const promisify = makeAvailable(near, { module: "node:util", name: "promisify" });
  if (twin === undefined || promisify === undefined) return [];
  const callee = replaceCallee(sourceCode, call, `${promisify.expression}(${twin.expression})`);
  if (callee === undefined) return [];
  return [
    {
      text: `Await the promisified ${form.name} of ${form.module}${threads(blocking)}.`,
      edits: [callee, ...twin.edits, ...promisify.edits],
      exact: form.caveat === undefined || module === "node:crypto",
    },
  ];
};

function threads({ api }: BlockingCall): string {
  return api.kind === "cpu" && api.asyncForm?.onThreadpool === true
    ? ", which works on libuv's threads"
    : "";
}
