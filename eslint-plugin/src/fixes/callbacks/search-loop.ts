/**
 * `files.some((file) => existsSync(file))` to a loop in front of the statement: `some`, `every`, `find` and `findIndex`
 * stop at the first hit, and so does the loop, in the same order.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { freeName } from "../imports/bindings.js";
import { moduleStyle } from "../imports/module-style.js";
import type { Plan } from "../plan.js";
import { indentOf, resultPlace } from "../async/result-place.js";
import type { Node } from "../types.js";

/** What is searched, as text: the items, their name, and the test of one. */
export interface Search {
  readonly call: TSESTree.CallExpression;
  readonly method: string;
  /** Behind `of`: "files", "files.entries()". */
  readonly items: string;
  /** Behind `const`: "file", "[index, file]". */
  readonly item: string;
  /** Statements before the test. */
  readonly before?: string;
  readonly test: string;
  /** The test binds more tightly than "!". */
  readonly isTight: boolean;
  /** What a hit gives: "file" for find, "index" for findIndex. */
  readonly hit?: string | undefined;
}

/** Which test ends the search, what a hit gives, and what is given where there is none. */
const searches: Readonly<
  Record<string, { negated?: true; hit?: string; none: string; name: string } | undefined>
> = {
  some: { hit: "true", none: "false", name: "found" },
  every: { negated: true, hit: "false", none: "true", name: "isEvery" },
  find: { none: "undefined", name: "found" },
  findIndex: { none: "-1", name: "foundIndex" },
};

export function isSearch(method: string): boolean {
  return searches[method] !== undefined;
}

/** Plans the loop; false where there is no place for it. */
export function searchLoop(plan: Plan, search: Search): boolean {
  const { sourceCode } = plan;
  const { call, method } = search;
  const kind = searches[method];
  const place = resultPlace(sourceCode, call);
  const hit = kind?.hit ?? search.hit;
  if (kind === undefined || place === undefined || hit === undefined) return false;
  const { statement } = place;
  const { outer, step } = indentOf(sourceCode, statement);
  const { newline, semicolon: end } = moduleStyle(sourceCode);
  const line = (depth: number, text: string): string => newline + outer + step.repeat(depth) + text;
  const test = kind.negated === true ? negated(search) : search.test;
  const head = (depth: number): string =>
    `for (const ${search.item} of ${search.items}) {` +
    (search.before === undefined ? "" : line(depth + 1, search.before));
  plan.notes.add("The search becomes a loop, which stops at the first hit as before.");
  if (place.kind === "return" || place.kind === "body") {
    const isBody = place.kind === "body";
    const depth = isBody ? 1 : 0;
    const text = [
      isBody ? `{${line(1, "")}` : "",
      head(depth),
      line(depth + 1, `if (${test}) return ${hit}${end}`),
      line(depth, "}"),
      line(depth, `return ${kind.none}${end}`),
      isBody ? line(0, "}") : "",
    ];
    plan.change([{ range: statement.range, text: text.join("") }]);
    return true;
  }
  const isDeclared = place.kind === "declare";
  const type = plan.isTyped && method === "find" ? typeOfHit(plan, call) : "";
  if (type === undefined) return false;
  if (type !== "" && (!isDeclared || place.name.typeAnnotation !== undefined)) return false;
  // What is known of a constant is known in functions too, unlike what is known of a variable.
  if (plan.isTyped && isDeclared && isUsedInOtherFunctions(plan, place.statement)) return false;
  const name = isDeclared
    ? place.name.name
    : freeName(sourceCode, call, kind.name, [`${kind.name}One`]);
  const none = kind.none === "undefined" ? "" : ` = ${kind.none}`;
  const loop =
    `let ${name}${type}${none}${end}` +
    line(0, head(0)) +
    line(1, `if (${test}) {`) +
    line(2, `${name} = ${hit}${end}`) +
    line(2, `break${end}`) +
    line(1, "}") +
    line(0, "}");
  if (isDeclared) {
    plan.change([{ range: statement.range, text: loop }]);
  } else {
    const [start] = statement.range;
    plan.change([
      { range: [start, start], text: loop + line(0, "") },
      { range: call.range, text: name },
    ]);
  }
  return true;
}

function negated({ test, isTight }: Search): string {
  return isTight ? `!${test}` : `!(${test})`;
}

/** ": (typeof files)[number] | undefined"; undefined for items that have no name. */
function typeOfHit({ sourceCode }: Plan, { callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type !== "MemberExpression") return undefined;
  const items = sourceCode.getText(callee.object);
  return /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(items)
    ? `: (typeof ${items})[number] | undefined`
    : undefined;
}

function isUsedInOtherFunctions(plan: Plan, declaration: Node): boolean {
  const variables = plan.sourceCode.getDeclaredVariables?.(declaration) ?? [];
  return variables.some(({ references, scope }) =>
    references.some(({ from }) => from.variableScope !== scope.variableScope),
  );
}
