/** `pbkdf2Sync(…)` to `await promisify(pbkdf2)(…)`: functions whose twin takes a callback. */
import { throwsWithoutEntry } from "./calls/arguments-fit.js";
import { plainCall } from "./calls/callee.js";
import { promisifyCall } from "./calls/promisify-call.js";
import { isTypeScript } from "./typescript.js";
import type { BlockingCall, Fixer } from "./types.js";

/**
 * Functions with several signatures that `@types/node` (20 to 26) or `@types/tmp` does not type for promisify, which
 * then takes the last: a call with other arguments, or a use of the result, does not compile.
 */
const untyped = new Set(["scrypt", "generatePrime", "checkPrime", "randomFill", "tmpName"]);

export const promisified: Fixer = (blocking) => {
  const { module, api } = blocking;
  const call = plainCall(blocking);
  const form = api.asyncForm;
  if (call === undefined || form?.style !== "callback" || form.name.includes(".prototype.")) {
    return [];
  }
  if (module === "graceful-fs" && !throwsWithoutEntry(blocking.path, call)) return [];
  if (untyped.has(form.name) && isTypeScript(blocking.filename)) return [];
  const edits = promisifyCall(blocking, call, form);
  if (edits === undefined) return [];
  return [
    {
      text: `Await the promisified ${form.name} of ${form.module}${threads(blocking)}.`,
      edits,
      exact: form.caveat === undefined || module === "node:crypto",
    },
  ];
};

function threads({ api }: BlockingCall): string {
  return api.kind === "cpu" && api.asyncForm?.onThreadpool === true
    ? ", which works on libuv's threads"
    : "";
}
