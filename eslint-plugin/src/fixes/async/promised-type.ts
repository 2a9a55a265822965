/** The written type of what a function gives, in TypeScript or in its doc comment, as a promise of it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../analysis/syntax/ast.js";
import type { Edit, Node, SourceCode } from "../types.js";

/** The edits that make `T` a `Promise<T>`; none where no type is written, undefined where it can't be a promise. */
export function promisedType(sourceCode: SourceCode, fn: FunctionNode): Edit[] | undefined {
  if (isTypedOutside(fn)) return undefined;
  const comment = docCommentOf(sourceCode, fn);
  const inComment = comment === undefined ? [] : inDocComment(comment);
  const type = fn.returnType?.typeAnnotation;
  if (type === undefined || inComment === undefined) return inComment;
  // `value is T` and `asserts value` narrow at once; after `never` nothing runs.
  if (type.type === "TSTypePredicate" || type.type === "TSNeverKeyword") return undefined;
  const [start, end] = type.range;
  return [
    ...inComment,
    { range: [start, start], text: "Promise<" },
    { range: [end, end], text: ">" },
  ];
}

/** `const load: Loader = () => …`: the type stands elsewhere. */
function isTypedOutside({ parent }: FunctionNode): boolean {
  if (parent?.type === "VariableDeclarator") return parent.id.typeAnnotation !== undefined;
  return parent?.type === "PropertyDefinition" && parent.typeAnnotation !== undefined;
}

function docCommentOf(sourceCode: SourceCode, fn: FunctionNode): TSESTree.Comment | undefined {
  let anchor: Node = fn;
  while (
    anchor.parent?.type === "VariableDeclarator" ||
    anchor.parent?.type === "VariableDeclaration" ||
    anchor.parent?.type === "MethodDefinition" ||
    anchor.parent?.type === "PropertyDefinition"
  ) {
    anchor = anchor.parent;
  }
  const comment = sourceCode.getCommentsBefore(anchor).at(-1);
  return comment?.value.startsWith("*") === true && String(comment.type) === "Block"
    ? comment
    : undefined;
}

function inDocComment(comment: TSESTree.Comment): Edit[] | undefined {
  // The type of the whole function, or of one of its overloads: what comes of it is written elsewhere.
  if (/@(?:type|overload|callback|satisfies)\b/.test(comment.value)) return undefined;
  const tag = /@returns?\s*\{/.exec(comment.value);
  if (tag === null) return [];
  const open = tag.index + tag[0].length;
  const close = closingBrace(comment.value, open);
  if (close === undefined) return undefined;
  const start = comment.range[0] + 2 + open;
  const end = comment.range[0] + 2 + close;
  return [
    { range: [start, start], text: "Promise<" },
    { range: [end, end], text: ">" },
  ];
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    if (text[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}
