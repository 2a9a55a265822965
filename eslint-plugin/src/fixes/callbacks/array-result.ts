/** What is done with the result of `map` and its like: an iterator's methods work on no array. */
import { plainKey } from "../../analysis/syntax/ast.js";
import type { Node } from "../types.js";

/** Members of arrays, those of newer versions of JavaScript among them. */
const arrayMembers = new Set([
  ...Object.getOwnPropertyNames(Array.prototype),
  "findLast",
  "findLastIndex",
  "toReversed",
  "toSorted",
  "toSpliced",
  "with",
]);

/** False where a member of a call's result is used that arrays lack: `names.values().map(…).toArray()`. */
export function isUsedAsArray(call: Node): boolean {
  const { parent } = call;
  if (parent?.type !== "MemberExpression" || parent.object !== call) return true;
  const name = plainKey(parent.property, parent.computed);
  return name === undefined || arrayMembers.has(name) || /^\d+$/.test(name);
}
