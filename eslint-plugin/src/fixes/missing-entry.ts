/** `statSync(path, { throwIfNoEntry: false })`, which gives undefined for what does not exist. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap } from "../analysis/ast.js";
import { plainCall, replaceCallee, type PlainCall } from "./callee.js";
import { makeAvailable } from "./imports.js";
import type { Edit, Fixer, Node, SourceCode } from "./types.js";

export const missingEntry: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  const form = blocking.api.asyncForm;
  if (call === undefined || form === undefined || module !== "node:fs") return [];
  if (path !== "statSync" && path !== "lstatSync") return [];
  const option = writtenOption(call);
  if (option === undefined) return [];
  const available = makeAvailable({ sourceCode, node: call, beside: module }, form);
  const callee =
    available === undefined ? undefined : replaceCallee(sourceCode, call, available.expression);
  if (available === undefined || callee === undefined) return [];
  const end = call.range[1];
  return [
    {
      text: `Await ${form.name} of ${form.module}, and give undefined where it fails with ENOENT.`,
      edits: [
        callee,
        removal(sourceCode, option),
        {
          range: [end, end],
          text: `.catch((error) => { if (error.code === "ENOENT") return undefined; throw error; })`,
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

/** An element of a list, with the comma in front of it or behind it. */
function removal(sourceCode: SourceCode, node: Node): Edit {
  const before = sourceCode.getTokenBefore(node);
  if (before?.value === ",") return { range: [before.range[0], node.range[1]], text: "" };
  const after = sourceCode.getTokenAfter(node);
  const next = after?.value === "," ? sourceCode.getTokenAfter(after) : null;
  return { range: [node.range[0], next?.range[0] ?? node.range[1]], text: "" };
}
