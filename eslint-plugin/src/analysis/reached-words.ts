/** The closure of a file's word flow: which of its words lead to something that blocks. */
import type { WordFlow } from "./word-flow.js";

/** How a word may lead to something that blocks: by being called, or by what it holds. */
export const called = 1;
export const carries = 2;

/** The words of a file that may lead to something that blocks, given those that do so from the start. */
export function reachedWords(
  flow: WordFlow,
  from: Iterable<readonly [word: string, how: number]>,
): ReadonlyMap<string, number> {
  const reached = new Map<string, number>();
  const pending: (readonly [string, number])[] = [...from];
  for (const seed of flow.seeds) pending.push([seed, called]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [word, how] = next;
    const before = reached.get(word) ?? 0;
    if ((before | how) === before) continue;
    reached.set(word, before | how);
    const uses = flow.uses.get(word);
    if (uses === undefined) continue;
    const added = how & ~before;
    if ((added & called) !== 0) for (const name of uses.users) pending.push([name, called]);
    for (const name of uses.holders) pending.push([name, added]);
    for (const name of uses.classes) pending.push([name, carries]);
    if ((added & carries) !== 0) for (const name of uses.results) pending.push([name, carries]);
  }
  return reached;
}
