/** `files.forEach((file) => { … })` to `for (const file of files) { … }`. */
import type { TSESTree } from "@typescript-eslint/utils";
import {
  childrenOf,
  isFunction,
  isLoop,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../analysis/syntax/ast.js";
import { variableAt } from "../imports/bindings.js";
import {
  isHidden,
  isMovable,
  isParameterWritten,
  itemText,
  losesComments,
} from "./loop-callback.js";
import type { Plan } from "../plan.js";
import { guard } from "../async/parentheses.js";
import type { Edit, SourceCode } from "../types.js";

const arrayMethods = new Set([
  "map",
  "filter",
  "slice",
  "concat",
  "flat",
  "flatMap",
  "sort",
  "reverse",
  "split",
  "toSorted",
  "toReversed",
]);

/** True where an expression is an array for certain, so that iterating it gives what `forEach` gives. */
export function isArray(sourceCode: SourceCode, expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (node.type === "ArrayExpression") return true;
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
    const { object, property } = node.callee;
    if (property.type !== "Identifier") return false;
    if (object.type === "Identifier" && (object.name === "Object" || object.name === "Array"))
      return true;
    return arrayMethods.has(property.name);
  }
  if (node.type !== "Identifier" || depth > 3) return false;
  const definition = variableAt(sourceCode, node.name, node)?.defs[0];
  if (definition === undefined) return false;
  if (
    definition.node.type === "VariableDeclarator" &&
    definition.parent?.type === "VariableDeclaration"
  ) {
    const { init } = definition.node;
    const isConst = definition.parent.kind === "const";
    return (
      isConst &&
      definition.node.id.type === "Identifier" &&
      init !== null &&
      isArray(sourceCode, init, depth + 1)
    );
  }
  const { name } = definition;
  return name.type === "Identifier" && name.typeAnnotation?.typeAnnotation.type === "TSArrayType";
}

/** The `return` statements of a callback, which a loop has as `continue`; undefined where one of them can't be one. */
function exits(sourceCode: SourceCode, callback: FunctionNode): readonly Node[] | undefined {
  const found: Node[] = [];
  const pending: { readonly node: Node; readonly inLoop: boolean }[] = [
    { node: callback.body, inLoop: false },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.type === "ReturnStatement") {
      // In a loop of its own `continue` would mean that one.
      if (node.argument !== null || next.inLoop) return undefined;
      found.push(node);
    }
    const inLoop = next.inLoop || isLoop(node);
    for (const child of childrenOf(node, sourceCode.visitorKeys)) {
      if (!isFunction(child)) pending.push({ node: child, inLoop });
    }
  }
  return found;
}

/** "file" of `(file) =>`; "[index, file]" and `.entries()` where the index is asked for. */
function loopHead(
  sourceCode: SourceCode,
  object: Node,
  callback: FunctionNode,
): string | undefined {
  const [item, index, ...others] = callback.params;
  const text = item === undefined ? undefined : itemText(sourceCode, item);
  if (text === undefined || others.length > 0) return undefined;
  const receiver = sourceCode.getText(object);
  const keyword = isParameterWritten(sourceCode, callback) ? "let" : "const";
  // Maps and sets have forEach too: values() gives of each what its forEach gives.
  if (index === undefined) {
    const iterable = isArray(sourceCode, object) ? receiver : `${receiver}.values()`;
    return `for (${keyword} ${text} of ${iterable}) `;
  }
  if (index.type !== "Identifier") return undefined;
  return `for (${keyword} [${index.name}, ${text}] of ${receiver}.entries()) `;
}

/** `["a", , "b"]`: forEach passes over what is left out, a loop comes to it. */
function hasHoles(object: Node): boolean {
  const node = unwrap(object);
  return node.type === "ArrayExpression" && node.elements.includes(null);
}

/**
 * Rewrites the whole statement as a loop.
 *
 * @returns false where a loop would do something else.
 */
export function forEachToLoop(
  plan: Plan,
  {
    call,
    object,
    callback,
  }: { call: TSESTree.CallExpression; object: Node; callback: FunctionNode },
): boolean {
  const { sourceCode } = plan;
  const statement = call.parent;
  if (statement.type !== "ExpressionStatement" || call.arguments.length !== 1) return false;
  if (object.type === "Super" || hasHoles(object) || !isMovable(sourceCode, callback)) return false;
  if (isHidden(sourceCode, callback, [object])) return false;
  const returns = exits(sourceCode, callback);
  const head = loopHead(sourceCode, object, callback);
  if (head === undefined || returns === undefined) return false;
  const { body } = callback;
  const isBlock = body.type === "BlockStatement";
  const [start] = statement.range;
  const bodyEnd = isBlock ? body.range[1] : endOfExpression(sourceCode, call, body);
  const bodyStart = isBlock ? body.range[0] : startOfExpression(sourceCode, callback, body);
  if (losesComments(sourceCode, statement.range, [[bodyStart, bodyEnd]])) return false;
  const edits: Edit[] = [
    { range: [start, bodyStart], text: guard(sourceCode, object) + head + (isBlock ? "" : "{ ") },
    { range: [bodyEnd, statement.range[1]], text: isBlock ? "" : "; }" },
    ...returns.map((node): Edit => ({ range: returnKeyword(node), text: "continue" })),
  ];
  plan.change(edits);
  plan.notes.add("The loop becomes for…of, and works on one item after the other.");
  return true;
}

function returnKeyword({ range: [start] }: Node): Edit["range"] {
  return [start, start + "return".length];
}

/** Behind the arrow, with parentheses around the body. */
function startOfExpression(sourceCode: SourceCode, callback: FunctionNode, body: Node): number {
  const arrow = sourceCode.getTokenBefore(body, { filter: ({ value }) => value === "=>" });
  const first = arrow === null ? null : sourceCode.getTokenAfter(arrow);
  return first?.range[0] ?? callback.body.range[0];
}

/** In front of what ends the call: its parenthesis, and a comma before it. */
function endOfExpression(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  body: Node,
): number {
  let end = body.range[1];
  let token = sourceCode.getTokenAfter(body);
  const last = sourceCode.getLastToken(call);
  while (token !== null && token !== last && token.value === ")") {
    end = token.range[1];
    token = sourceCode.getTokenAfter(token);
  }
  return end;
}
