/** `files.forEach((file) => { … })` to `for (const file of files) { … }`. */
import type { TSESTree } from "@typescript-eslint/utils";
import {
  childrenOf,
  isClass,
  isFunction,
  unwrap,
  type FunctionNode,
  type Node,
} from "../analysis/ast.js";
import { variableAt } from "./bindings.js";
import type { Plan } from "./plan.js";
import { guard } from "./parentheses.js";
import type { Edit, SourceCode } from "./types.js";

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
function isArray(sourceCode: SourceCode, expression: Node, depth = 0): boolean {
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

/** What a callback's body may not hold if it is to become the body of a loop. */
function fitsLoop(sourceCode: SourceCode, callback: FunctionNode): boolean {
  const pending: Node[] = [callback.body];
  const isArrow = callback.type === "ArrowFunctionExpression";
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "ReturnStatement") return false;
    if (node.type === "VariableDeclaration" && node.kind === "var") return false;
    if (
      !isArrow &&
      (node.type === "ThisExpression" || (node.type === "Identifier" && node.name === "arguments"))
    ) {
      return false;
    }
    // Functions in the body keep their own returns; one that uses `this` of a non-arrow callback is an arrow.
    if (isFunction(node) || isClass(node)) {
      if (!isArrow && sourceCode.getText(node).includes("this")) return false;
      continue;
    }
    pending.push(...childrenOf(node, sourceCode.visitorKeys));
  }
  return true;
}

/** "file" of `(file) =>`; "[index, file]" and `.entries()` where the index is asked for. */
function loopHead(
  sourceCode: SourceCode,
  object: Node,
  callback: FunctionNode,
): string | undefined {
  const [item, index, ...others] = callback.params;
  const isSimple = (parameter: Node): boolean =>
    parameter.type === "Identifier" ||
    parameter.type === "ObjectPattern" ||
    parameter.type === "ArrayPattern";
  if (item === undefined || others.length > 0 || !isSimple(item)) return undefined;
  const receiver = sourceCode.getText(object);
  const keyword = isWritten(sourceCode, callback) ? "let" : "const";
  // Maps and sets have forEach too: values() gives of each what its forEach gives.
  const itemText = textOf(sourceCode, item);
  if (index === undefined) {
    const iterable = isArray(sourceCode, object) ? receiver : `${receiver}.values()`;
    return `for (${keyword} ${itemText} of ${iterable}) `;
  }
  if (index.type !== "Identifier") return undefined;
  return `for (${keyword} [${index.name}, ${itemText}] of ${receiver}.entries()) `;
}

/** A parameter without its type, which a loop's variable may not have. */
function textOf(sourceCode: SourceCode, parameter: Node): string {
  if (parameter.type === "Identifier") return parameter.name;
  const annotation = "typeAnnotation" in parameter ? parameter.typeAnnotation : undefined;
  const [start, end] = parameter.range;
  return sourceCode.text.slice(start, annotation?.range[0] ?? end).trimEnd();
}

function isWritten(sourceCode: SourceCode, callback: FunctionNode): boolean {
  const variables = sourceCode.getDeclaredVariables?.(callback) ?? [];
  return variables.some(({ references }) => references.some((reference) => reference.isWrite()));
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
  if (object.type === "Super" || !fitsLoop(sourceCode, callback)) return false;
  if (callback.type === "FunctionExpression" && callback.id !== null) return false;
  const head = loopHead(sourceCode, object, callback);
  if (head === undefined) return false;
  const { body } = callback;
  const isBlock = body.type === "BlockStatement";
  const [start] = statement.range;
  const bodyEnd = isBlock ? body.range[1] : endOfExpression(sourceCode, call, body);
  const bodyStart = isBlock ? body.range[0] : startOfExpression(sourceCode, callback, body);
  // Comments between the parts would be lost.
  const isCommented = sourceCode
    .getAllComments()
    .some(
      ({ range: [from, to] }) =>
        (from >= start && to <= bodyStart) || (from >= bodyEnd && to <= statement.range[1]),
    );
  if (isCommented) return false;
  const edits: Edit[] = [
    { range: [start, bodyStart], text: guard(sourceCode, object) + head + (isBlock ? "" : "{ ") },
    { range: [bodyEnd, statement.range[1]], text: isBlock ? "" : "; }" },
  ];
  plan.change(edits);
  plan.notes.add("The loop becomes for…of, and works on one item after the other.");
  return true;
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
