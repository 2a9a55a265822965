/** `Atomics.wait(memory, index, value, ms)` to `await Atomics.waitAsync(…).value`: the same string, without blocking. */
import { plainCall, renameMember } from "./calls/callee.js";
import type { Fixer } from "./types.js";

export const atomicsWaitAsync: Fixer = (blocking) => {
  const call = plainCall(blocking);
  if (call === undefined || blocking.module !== "global" || blocking.path !== "Atomics.wait")
    return [];
  const name = renameMember(call, "waitAsync");
  if (name === undefined) return [];
  const end = call.range[1];
  return [
    {
      text: "Await Atomics.waitAsync (a process that waits for nothing else ends).",
      edits: [name, { range: [end, end], text: ".value" }],
      exact: true,
    },
  ];
};
