/** `files.filter(test)` and `files.flatMap(list)`: all items at once, and what each gives is joined in order. */
import type { FunctionNode } from "../../analysis/syntax/ast.js";
import { isUsedAsArray } from "./array-result.js";
import { asyncKeyword } from "../async/async-function.js";
import type { CallbackCall } from "./callback.js";
import { isParameterWritten } from "./loop-callback.js";
import { guard } from "../async/parentheses.js";
import type { Plan } from "../plan.js";
import { endsAlways, returnsOf } from "../async/promise-result.js";
import type { Node, SourceCode } from "../types.js";

/** `(await Promise.all(files.map(async (file) => (await test(file)) ? [file] : []))).flat()` */
export function filterAtOnce(plan: Plan, { call, callback }: CallbackCall): boolean {
  const [item] = callback.params;
  // A type predicate would not narrow any more.
  if (item?.type !== "Identifier" || callback.returnType !== undefined) return false;
  if (isParameterWritten(plan.sourceCode, callback)) return false;
  const tests = valuesOf(plan.sourceCode, callback);
  if (tests === undefined) return false;
  for (const test of tests) {
    if (test.type === "Literal") {
      plan.change([{ range: test.range, text: test.value ? `[${item.name}]` : "[]" }]);
      continue;
    }
    const [open, close] = bindsLoosely(test) ? ["(", ")"] : ["", ""];
    plan.wrap(test, open, `${close} ? [${item.name}] : []`);
  }
  return flattened(plan, call, callback);
}

/** `(await Promise.all(folders.map(async (folder) => …))).flat()` */
export function flatMapAtOnce(plan: Plan, { call, callback }: CallbackCall): boolean {
  return callback.returnType === undefined && flattened(plan, call, callback);
}

function flattened(plan: Plan, call: CallbackCall["call"], callback: FunctionNode): boolean {
  const { callee } = call;
  if (callee.type !== "MemberExpression" || callee.computed || !isUsedAsArray(call)) return false;
  plan.change([asyncKeyword(callback), { range: callee.property.range, text: "map" }]);
  plan.wrap(call, `${guard(plan.sourceCode, call)}(await Promise.all(`, ")).flat()");
  return true;
}

/** All that a callback may give; undefined where it may end without. */
function valuesOf(sourceCode: SourceCode, { body }: FunctionNode): readonly Node[] | undefined {
  if (body.type !== "BlockStatement") return [body];
  const returned = returnsOf(sourceCode, body);
  return endsAlways(body) && !returned.includes(null)
    ? returned.filter((value) => value !== null)
    : undefined;
}

function bindsLoosely({ type }: Node): boolean {
  return (
    type === "ConditionalExpression" ||
    type === "AssignmentExpression" ||
    type === "ArrowFunctionExpression" ||
    type === "SequenceExpression"
  );
}
