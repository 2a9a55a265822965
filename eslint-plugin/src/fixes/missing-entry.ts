/** `statSync(path, { throwIfNoEntry: false })`, which gives undefined for what does not exist. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap } from "../analysis/syntax/ast.js";
import { plainCall, replaceCallee, type PlainCall } from "./calls/callee.js";
import { makeAvailable } from "./imports/imports.js";
import { withoutElement } from "./imports/list-element.js";
import type { Fixer, Node } from "./types.js";

/**
 * Errors that mean that there is no such entry: statSync of Node.js 22 and later takes for one too what stands below a
 * file; lstatSync, and statSync of version 20, throw.
 */
const missing = {
  statSync: ["ENOENT", "ENOTDIR"],
  lstatSync: ["ENOENT"],
} as const;

function isQuestion(path: string): path is keyof typeof missing {
  return Object.hasOwn(missing, path);
}

export const missingEntry: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  const form = blocking.api.asyncForm;
  if (call === undefined || form === undefined || (module !== "node:fs" && module !== "fs-extra"))
    return [];
  if (!isQuestion(path)) return [];
  const option = writtenOption(call);
  if (option === undefined) return [];
  const available = makeAvailable({ sourceCode, node: call.node, beside: module }, form);
  const callee =
    available === undefined ? undefined : replaceCallee(sourceCode, call, available.expression);
  if (available === undefined || callee === undefined) return [];
  const end = call.range[1];
  const codes = missing[path];
  const isMissing = codes.map((code) => `error.code === "${code}"`).join(" || ");
  return [
    {
      text: `Await ${form.name} of ${form.module}, and give undefined where it fails with ${codes.join(" or, as Node.js 22 and later do, ")}.`,
      edits: [
        ...callee,
        withoutElement(sourceCode, option),
        {
          range: [end, end],
          text: `.catch((error) => { if (${isMissing}) return undefined; throw error; })`,
        },
        ...available.edits,
      ],
      exact: true,
    },
  ];
};

/** `throwIfNoEntry: false` in options that are written out: the property, or all options where they say nothing else. */
function writtenOption({ arguments: given }: PlainCall): Node | undefined {
  const [first, second, ...others] = given;
  const options = second === undefined ? undefined : unwrap(second);
  if (first?.type === "SpreadElement" || options?.type !== "ObjectExpression") return undefined;
  const found = options.properties.filter(isOption);
  const [option] = found;
  if (others.length > 0 || found.length !== 1 || option === undefined) return undefined;
  const value = option.type === "Property" ? unwrap(option.value) : undefined;
  if (value?.type !== "Literal" || value.value !== false) return undefined;
  // What is spread may say otherwise.
  if (options.properties.some(({ type }) => type === "SpreadElement")) return undefined;
  return options.properties.length === 1 ? second : option;
}

function isOption(property: TSESTree.ObjectLiteralElement): boolean {
  return (
    property.type === "Property" && plainKey(property.key, property.computed) === "throwIfNoEntry"
  );
}
