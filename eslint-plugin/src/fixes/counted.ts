/** `readSync(fd, buffer)` to `(await promisify(read)(fd, buffer)).bytesRead`: the number is a member of what comes. */
import { plainCall } from "./calls/callee.js";
import { callEdits, promisifyCall } from "./calls/promisify-call.js";
import { isTypeScript } from "./typescript.js";
import type { Fixer } from "./types.js";

/** Of functions of node:fs, the member that is the synchronous result, and the arguments that its types know. */
const counts: Readonly<Record<string, { member: string; typed: readonly number[] } | undefined>> = {
  readSync: { member: "bytesRead", typed: [5] },
  writeSync: { member: "bytesWritten", typed: [2, 3, 4, 5] },
  readvSync: { member: "bytesRead", typed: [2, 3] },
  writevSync: { member: "bytesWritten", typed: [2, 3] },
};

/** graceful-fs has Node's own functions, and those of fs-extra give a promise of the same object. */
const keepShape = new Set(["node:fs", "graceful-fs", "fs-extra"]);

export const counted: Fixer = (blocking) => {
  const { module, path, api } = blocking;
  const call = plainCall(blocking);
  const count = keepShape.has(module) ? counts[path] : undefined;
  const form = api.asyncForm;
  if (call === undefined || count === undefined || form === undefined) return [];
  const given = call.arguments;
  const isKnown = !given.some(({ type }) => type === "SpreadElement") && given.length >= 2;
  if (!isKnown || (isTypeScript(blocking.filename) && !count.typed.includes(given.length))) {
    return [];
  }
  const isPromised = module === "fs-extra";
  const edits = isPromised ? callEdits(blocking, call, form) : promisifyCall(blocking, call, form);
  if (edits === undefined) return [];
  const isUsed = call.parent.type !== "ExpressionStatement";
  return [
    {
      text: `Await ${isPromised ? "" : "the promisified "}${form.name} of ${form.module}${isUsed ? `, and read its ${count.member}` : ""}.`,
      edits,
      ...(isUsed ? { member: count.member } : {}),
      exact: true,
    },
  ];
};
