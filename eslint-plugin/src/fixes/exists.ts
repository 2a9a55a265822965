/** `existsSync(p)` to a promise of the same answer. It says what changes, since the answer may be old when it comes. */
import { plainCall, replaceCallee } from "./calls/callee.js";
import { makeAvailable } from "./imports/imports.js";
import type { Fixer } from "./types.js";

export const exists: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  if (call === undefined || path !== "existsSync") return [];
  // fs-extra has a promise of its own.
  if (module !== "node:fs" && module !== "graceful-fs") return [];
  const access = makeAvailable(
    { sourceCode, node: call.node, beside: module },
    { module: "node:fs/promises", name: "access" },
  );
  if (access === undefined || call.arguments.length !== 1) return [];
  const callee = replaceCallee(sourceCode, call, access.expression);
  if (callee === undefined) return [];
  const end = call.range[1];
  return [
    {
      text: "Await access of node:fs/promises: other code may create or delete the file before the answer is used; where that matters, use the file and handle the error.",
      edits: [
        ...callee,
        { range: [end, end], text: ".then(() => true, () => false)" },
        ...access.edits,
      ],
      exact: false,
    },
  ];
};
