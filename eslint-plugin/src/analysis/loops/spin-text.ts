/** A cheap look at a loop's text: whether it may spin, or count far. */
import { lastName, type LoopNode } from "../syntax/ast.js";

const clock = /\bAtomics\b|\bDate\b|\bperformance\b|\bhrtime\b|receiveMessageOnPort|existsSync/u;
const manyRounds = /\d[\d_]{3,}|\de\d/u;

/** Whether a loop of an imported file is worth a closer look; at those of a linted one the look is taken anyway. */
export function maySpin(loop: LoopNode, fileText: string): boolean {
  if (loop.type === "ForInStatement" || loop.type === "ForOfStatement") return false;
  const text = fileText.slice(...loop.range);
  if (loop.type === "ForStatement") {
    const head = fileText.slice(loop.range[0], loop.body.range[0]);
    return clock.test(loop.update === null ? text : head) || manyRounds.test(head);
  }
  if (clock.test(text)) return true;
  const name = lastName(loop.test.type === "UnaryExpression" ? loop.test.argument : loop.test);
  const changed = new RegExp(`${name.replaceAll("$", "\\$")}\\s*(?:[-+*/|&]?=[^=]|\\+\\+|--)`, "u");
  return name !== "" && !changed.test(text) && !/\b(?:break|return|throw)\b/u.test(text);
}
