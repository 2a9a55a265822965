/**
 * `tmp.fileSync(options)` to `await new Promise(…)` around `tmp.file`, whose callback gets one by one what the
 * synchronous form gives as an object.
 */
import { plainCall, replaceCallee } from "./callee.js";
import { makeAvailable } from "./imports.js";
import { isTypeScript } from "./typescript.js";
import type { Fixer } from "./types.js";

/** Of functions of tmp, the properties of the result, in the order in which the callback gets them. */
const results: Readonly<Record<string, readonly string[] | undefined>> = {
  fileSync: ["name", "fd", "removeCallback"],
  dirSync: ["name", "removeCallback"],
};

export const gathered: Fixer = (blocking) => {
  const { sourceCode, module, path, api } = blocking;
  const call = plainCall(blocking);
  const names = module === "tmp" ? results[path] : undefined;
  // TypeScript does not find out what such a promise gives.
  if (call === undefined || names === undefined || isTypeScript(blocking.filename)) return [];
  const form = api.asyncForm;
  if (form === undefined || call.arguments.length > 1) return [];
  const [options] = call.arguments;
  const text = options === undefined ? "" : sourceCode.getText(options);
  // What would mean something else, or could not stand, in the function that the promise calls.
  if (/^\.\.\.|\b(?:await|yield|resolve|reject)\b/.test(text)) return [];
  const available = makeAvailable({ sourceCode, node: call.node, beside: module }, form);
  if (available === undefined) return [];
  const callee = replaceCallee(
    sourceCode,
    call,
    `new Promise((resolve, reject) => ${available.expression}`,
  );
  if (callee === undefined) return [];
  const [start, end] = call.range;
  const list = names.join(", ");
  const callback = `(error, ${list}) => (error ? reject(error) : resolve({ ${list} }))`;
  const at = options?.range[1] ?? end - 1;
  return [
    {
      text: `Await ${form.name} of ${module}: its removeCallback then removes without blocking, and takes a callback.`,
      edits: [
        ...callee,
        {
          range: [at, at],
          text: start === at || options === undefined ? callback : `, ${callback}`,
        },
        { range: [end, end], text: ")" },
        ...available.edits,
      ],
      exact: false,
    },
  ];
};
