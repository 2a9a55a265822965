/** A loop that watches the clock, to a timer: `while (Date.now() < end) {}` to `await setTimeout(end - Date.now())`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type LoopNode, type Node } from "../analysis/syntax/ast.js";
import { finished } from "./awaited.js";
import { variableAt } from "./imports/bindings.js";
import { giveWay } from "./give-way.js";
import { isGlobal } from "./imports/imports.js";
import { moduleStyle } from "./imports/module-style.js";
import { Plan } from "./plan.js";
import { timerName } from "./timer.js";
import type { BusyLoop, Edit, SourceCode, Suggestion } from "./types.js";

/** What a loop waits for: until a clock passes `end`, or until `span` has passed since `start`. */
type Watch =
  | { readonly clock: Node; readonly end: Node }
  | { readonly clock: Node; readonly start: Node; readonly span: Node };

/** `Date.now()`, `performance.now()`, `new Date()`, `+new Date()`, `new Date().getTime()`: milliseconds. */
function isClock(sourceCode: SourceCode, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "UnaryExpression")
    return node.operator === "+" && isNewDate(sourceCode, node.argument);
  if (node.type === "NewExpression") return isNewDate(sourceCode, node);
  if (node.type !== "CallExpression" || node.arguments.length > 0 || node.optional) return false;
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  const { object, property } = callee;
  if (/^(getTime|valueOf)$/.test(property.name)) return isNewDate(sourceCode, object);
  if (object.type !== "Identifier" || property.name !== "now") return false;
  if (object.name === "Date") return isGlobal(sourceCode, "Date", object);
  return object.name === "performance";
}

function isNewDate(sourceCode: SourceCode, expression: Node): boolean {
  const node = unwrap(expression);
  const isDate =
    node.type === "NewExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "Date";
  return isDate && node.arguments.length === 0 && isGlobal(sourceCode, "Date", node);
}

function watchOf(sourceCode: SourceCode, test: Node): Watch | undefined {
  const node = unwrap(test);
  if (node.type !== "BinaryExpression") return undefined;
  const isLess = node.operator === "<" || node.operator === "<=";
  const isMore = node.operator === ">" || node.operator === ">=";
  if (!isLess && !isMore) return undefined;
  const small = unwrap(isLess ? node.left : node.right);
  const large = unwrap(isLess ? node.right : node.left);
  if (isClock(sourceCode, small)) return { clock: small, end: large };
  if (small.type !== "BinaryExpression" || small.operator !== "-") return undefined;
  if (!isClock(sourceCode, small.left)) return undefined;
  return { clock: small.left, start: small.right, span: large };
}

function isEmpty(body: Node): boolean {
  if (body.type === "EmptyStatement") return true;
  return body.type === "BlockStatement" && body.body.every(isEmpty);
}

/** The statement's declaration before it, of the one variable that it watches: `const end = Date.now() + ms;`. */
interface Declared {
  readonly statement: Node;
  readonly init: Node;
  /** The loop is all that reads it. */
  readonly isOnlyForLoop: boolean;
}

function declaredBefore(
  sourceCode: SourceCode,
  loop: LoopNode,
  watched: Node,
): Declared | undefined {
  const node = unwrap(watched);
  if (node.type !== "Identifier") return undefined;
  const variable = variableAt(sourceCode, node.name, node);
  const declarator = variable?.defs[0]?.node;
  if (
    variable === undefined ||
    declarator?.type !== "VariableDeclarator" ||
    declarator.init === null
  )
    return undefined;
  const statement = declarator.parent;
  const siblings =
    loop.parent.type === "BlockStatement" || loop.parent.type === "Program"
      ? (loop.parent.body as readonly Node[])
      : [];
  // Time passes between the two if anything stands between them.
  if (statement.declarations.length !== 1 || siblings[siblings.indexOf(loop) - 1] !== statement)
    return undefined;
  const reads = variable.references.filter((reference) => reference.identifier !== declarator.id);
  return { statement, init: declarator.init, isOnlyForLoop: reads.length === 1 };
}

/** The milliseconds of `Date.now() + ms`. */
function spanOf(sourceCode: SourceCode, init: Node): Node | undefined {
  const node = unwrap(init);
  if (node.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  // Adding to a Date object joins texts.
  const isNumber = (side: Node): boolean =>
    isClock(sourceCode, side) && side.type !== "NewExpression";
  if (isNumber(node.left)) return node.right;
  return isNumber(node.right) ? node.left : undefined;
}

/** The time to wait, as an expression, and the declaration that is no longer needed. */
function waitFor(
  sourceCode: SourceCode,
  loop: LoopNode,
  watch: Watch,
): { readonly text: string; readonly unused?: Node } | undefined {
  if ("end" in watch) {
    const declared = declaredBefore(sourceCode, loop, watch.end);
    const span = declared === undefined ? undefined : spanOf(sourceCode, declared.init);
    if (declared !== undefined && span !== undefined) {
      const text = sourceCode.getText(span);
      return declared.isOnlyForLoop ? { text, unused: declared.statement } : { text };
    }
    if (watch.clock.type === "NewExpression") return undefined;
    return { text: `${operand(sourceCode, watch.end)} - ${sourceCode.getText(watch.clock)}` };
  }
  const declared = declaredBefore(sourceCode, loop, watch.start);
  if (declared !== undefined && isClock(sourceCode, declared.init)) {
    const text = sourceCode.getText(watch.span);
    return declared.isOnlyForLoop ? { text, unused: declared.statement } : { text };
  }
  if (watch.clock.type === "NewExpression") return undefined;
  const passed = `(${sourceCode.getText(watch.clock)} - ${operand(sourceCode, watch.start)})`;
  return { text: `${operand(sourceCode, watch.span)} - ${passed}` };
}

/** The text of an operand of "-", in parentheses unless it binds more tightly. */
function operand(sourceCode: SourceCode, node: Node): string {
  const text = sourceCode.getText(node);
  return /^(Identifier|Literal|MemberExpression|CallExpression)$/.test(unwrap(node).type)
    ? text
    : `(${text})`;
}

/** True where nothing in the loop but the clock's passing can end it, and nothing else happens in it. */
function testOf(loop: LoopNode): TSESTree.Expression | undefined {
  if (loop.type === "WhileStatement" || loop.type === "DoWhileStatement") {
    return isEmpty(loop.body) ? loop.test : undefined;
  }
  if (loop.type !== "ForStatement" || loop.init !== null || loop.update !== null) return undefined;
  return isEmpty(loop.body) ? (loop.test ?? undefined) : undefined;
}

/** The timer in place of a loop that watches the clock; one that waits for something else gives way in each round. */
export function busyWaitSuggestions(busyLoop: BusyLoop): readonly Suggestion[] {
  const timers = inPlaceOfClock(busyLoop);
  return timers.length === 0 && busyLoop.waitsForOthers === true ? giveWay(busyLoop) : timers;
}

function inPlaceOfClock(busyLoop: BusyLoop): readonly Suggestion[] {
  const { sourceCode, loop } = busyLoop;
  const test = testOf(loop);
  const watch = test === undefined ? undefined : watchOf(sourceCode, test);
  if (watch === undefined) return [];
  const isCommented = sourceCode.getCommentsInside(loop as never).length > 0;
  const wait = isCommented ? undefined : waitFor(sourceCode, loop, watch);
  const name = wait === undefined ? undefined : timerName(sourceCode, loop);
  if (wait === undefined || name === undefined) return [];
  const edits: Edit[] = [
    { range: loop.range, text: `await ${name.expression}(${wait.text})${end(sourceCode, loop)}` },
    ...name.edits,
  ];
  if (wait.unused !== undefined) edits.push(removal(sourceCode, wait.unused, loop));
  const plan = new Plan(busyLoop, edits);
  plan.awaited.add(loop);
  const text = "Await a timer: setTimeout of node:timers/promises.";
  const suggestion = finished(plan, loop, text, true);
  return suggestion === undefined ? [] : [suggestion];
}

/** A semicolon, in the file's style or because the next line would go on this one. */
function end(sourceCode: SourceCode, loop: LoopNode): string {
  const last = sourceCode.getLastToken(loop)?.value;
  const next = sourceCode.getTokenAfter(loop)?.value ?? "";
  const needed = last === ";" || /^[([`+*/,.-]/.test(next);
  return needed ? ";" : moduleStyle(sourceCode).semicolon;
}

/** Removes a statement with the space behind it; comments there stay. */
function removal(sourceCode: SourceCode, statement: Node, next: Node): Edit {
  const comment = sourceCode.getCommentsBefore(next as never)[0];
  return { range: [statement.range[0], comment?.range[0] ?? next.range[0]], text: "" };
}
