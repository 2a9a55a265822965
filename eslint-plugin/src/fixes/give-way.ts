/** A loop that asks again and again, to one that lets others run in each round. */
import type { LoopNode, Node } from "../analysis/syntax/ast.js";
import { finished } from "./awaited.js";
import { makeAvailable } from "./imports/imports.js";
import { Plan } from "./plan.js";
import type { BusyLoop, Edit, SourceCode, Suggestion } from "./types.js";

/** `await setImmediate()` at the start of each round; none for a loop without a body of its own. */
export function giveWay(busyLoop: BusyLoop): readonly Suggestion[] {
  const { sourceCode, loop } = busyLoop;
  const turn = makeAvailable(
    { sourceCode, node: loop, beside: "node:timers/promises" },
    {
      module: "node:timers/promises",
      name: "setImmediate",
      alternatives: ["nextTurn", "setImmediateAsync"],
    },
  );
  if (turn === undefined) return [];
  const edit = editOf(sourceCode, loop, `${turn.expression}()`);
  const plan = new Plan(busyLoop, [edit, ...turn.edits]);
  plan.awaited.add(loop);
  const text =
    "Await setImmediate of node:timers/promises in each round: others run in between, and it still asks again and again.";
  const suggestion = finished(plan, loop, text, false);
  return suggestion === undefined ? [] : [suggestion];
}

function editOf(sourceCode: SourceCode, { body }: LoopNode, turn: string): Edit {
  const [first] = body.type === "BlockStatement" ? body.body : [body];
  // An await of what is there already gives way to nobody.
  if (first?.type === "ExpressionStatement" && first.expression.type === "AwaitExpression") {
    return { range: first.expression.argument.range, text: turn };
  }
  const statement = `await ${turn};`;
  if (body.type === "EmptyStatement") {
    const isApart = /\s/.test(sourceCode.text[body.range[0] - 1] ?? "");
    return { range: body.range, text: isApart ? statement : ` ${statement}` };
  }
  if (body.type !== "BlockStatement") {
    return { range: body.range, text: `{ ${statement} ${sourceCode.getText(body)} }` };
  }
  const [start] = body.range;
  const isBare = body.range[1] - start === 2;
  const space = first === undefined ? " " : spaceBefore(sourceCode, start + 1, first);
  return { range: [start + 1, start + 1], text: `${space}${statement}${isBare ? " " : ""}` };
}

/** What stands between the brace and the first statement, where that is nothing but white space. */
function spaceBefore(sourceCode: SourceCode, start: number, first: Node): string {
  const between = sourceCode.text.slice(start, first.range[0]);
  return /^\s+$/.test(between) ? between : " ";
}
