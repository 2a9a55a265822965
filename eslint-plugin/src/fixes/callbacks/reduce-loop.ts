/** `files.reduce((total, file) => total + statSync(file).size, 0)` to a loop, one item after the other. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type FunctionNode } from "../../analysis/syntax/ast.js";
import { isFree } from "../imports/bindings.js";
import type { CallbackCall } from "./callback.js";
import { isHidden, itemText, loopCallback, losesComments } from "./loop-callback.js";
import { moduleStyle } from "../imports/module-style.js";
import type { Plan } from "../plan.js";
import { indentOf, resultPlace } from "../async/result-place.js";
import type { Node, SourceCode } from "../types.js";

export function reduceLoop(plan: Plan, { call, object, callback }: CallbackCall): boolean {
  const { sourceCode } = plan;
  const [total, item, index, ...others] = callback.params;
  const initial = call.arguments[1];
  const parts = loopCallback(sourceCode, callback);
  const place = resultPlace(sourceCode, call);
  if (parts === undefined || place === undefined || place.kind === "body") return false;
  if (total?.type !== "Identifier" || item === undefined || others.length > 0) return false;
  if (initial === undefined || !isNew(initial) || isHidden(sourceCode, callback, [object]))
    return false;
  const itemName = itemText(sourceCode, item);
  const type = plan.isTyped ? typeOf(sourceCode, call, total, initial) : "";
  if (itemName === undefined || type === undefined) return false;
  if (index !== undefined && index.type !== "Identifier") return false;
  const isSame = place.kind === "declare" && place.name.name === total.name;
  if (!isSame && !isFree(sourceCode, total.name, place.statement)) return false;
  if (isSame && place.name.typeAnnotation !== undefined) return false;
  const range = isSame ? place.statement.range : call.range;
  const kept = [object.range, initial.range, parts.value.range];
  if (parts.before !== undefined) kept.push([...parts.before]);
  if (losesComments(sourceCode, range, kept)) return false;

  const { outer, step } = indentOf(sourceCode, place.statement);
  const { newline, semicolon: end } = moduleStyle(sourceCode);
  const line = (depth: number, text: string): string => newline + outer + step.repeat(depth) + text;
  const items = plan.take(...object.range);
  const value = plan.take(...parts.value.range);
  const before = parts.before === undefined ? "" : line(1, plan.take(...parts.before));
  // What the callback only adds to needs no other value: `map[file] = …; return map;`
  const isKept = value === total.name;
  const keyword = isKept && !isWritten(sourceCode, callback, total) ? "const" : "let";
  const head =
    index === undefined
      ? `for (const ${itemName} of ${items}) {`
      : `for (const [${index.name}, ${itemName}] of ${items}.entries()) {`;
  const loop =
    `${keyword} ${total.name}${type} = ${sourceCode.getText(initial)}${end}` +
    line(0, head) +
    before +
    (isKept ? "" : line(1, `${total.name} = ${value}${end}`)) +
    line(0, "}");
  plan.notes.add("reduce becomes a loop, which works on one item after the other.");
  if (isSame) {
    plan.change([{ range: place.statement.range, text: loop }]);
    return true;
  }
  const [start] = place.statement.range;
  plan.change([
    { range: [start, start], text: loop + line(0, "") },
    { range: call.range, text: total.name },
  ]);
  return true;
}

/** A value that is made here, so that it does not matter whether it is evaluated before the array. */
function isNew(initial: Node): boolean {
  const node = unwrap(initial);
  switch (node.type) {
    case "Literal":
      return true;
    case "ArrayExpression":
      return node.elements.length === 0;
    case "ObjectExpression":
      return node.properties.length === 0;
    case "NewExpression":
      return node.arguments.length === 0 && node.callee.type === "Identifier";
    default:
      return false;
  }
}

/** ": Type" of the variable; empty where its first value tells, undefined where nothing does. */
function typeOf(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  total: TSESTree.Identifier,
  initial: Node,
): string | undefined {
  if (total.typeAnnotation !== undefined) return sourceCode.getText(total.typeAnnotation);
  const [given] = call.typeArguments?.params ?? [];
  if (given !== undefined) return `: ${sourceCode.getText(given)}`;
  if (initial.type.startsWith("TS")) return "";
  return initial.type === "Literal" && initial.value !== null ? "" : undefined;
}

function isWritten(
  sourceCode: SourceCode,
  callback: FunctionNode,
  parameter: TSESTree.Identifier,
): boolean {
  const variables = sourceCode.getDeclaredVariables?.(callback) ?? [];
  return variables.some(
    ({ identifiers, references }) =>
      identifiers.includes(parameter) && references.some((reference) => reference.isWrite()),
  );
}
