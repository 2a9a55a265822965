/** `new WebAssembly.Module(bytes)` to `await WebAssembly.compile(bytes)`: constructors with a function that promises. */
import { unwrap } from "../analysis/syntax/ast.js";
import { commentsWithin } from "./comments.js";
import { isGlobal } from "./imports/imports.js";
import type { Fixer } from "./types.js";

const twins: Readonly<Record<string, string | undefined>> = {
  "WebAssembly.Module": "compile",
  "WebAssembly.Instance": "instantiate",
};

export const compiled: Fixer = ({ sourceCode, call, module, path }) => {
  const twin = module === "global" ? twins[path] : undefined;
  if (call.type !== "NewExpression" || twin === undefined || call.arguments.length === 0) return [];
  const callee = unwrap(call.callee);
  if (callee !== call.callee || callee.type !== "MemberExpression" || callee.computed) return [];
  const { object, property } = callee;
  if (object.type !== "Identifier" || !isGlobal(sourceCode, object.name, object)) return [];
  const [start] = call.range;
  const [end] = callee.range;
  return [
    {
      text: `Await WebAssembly.${twin}: an error's message names it.`,
      edits: [
        { range: [start, end], text: commentsWithin(sourceCode, start, end) },
        { range: property.range, text: twin },
      ],
      exact: false,
    },
  ];
};
