/** The closure of a file's word flow: which of its words lead to something that blocks. */
import type { WordFlow } from "./word-flow.js";

/** How a word may lead to something that blocks: by being called, by what it holds, or by being an API itself. */
export const called = 1;
export const carries = 2;
/** An alias, what holds one, or a function that gives one: calls of functions that block further down are not among them. */
export const standsForApi = 4;

/**
 * Adds to the words of a file that may lead to something that blocks those that do so by what is new: words of the file
 * itself or of what it imports. Gives the words for which that changed anything.
 */
export function reachWords(
  flow: WordFlow,
  reached: Map<string, number>,
  from: Iterable<readonly [word: string, how: number]>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  const pending: (readonly [string, number])[] = [...from];
  for (const seed of flow.seeds) pending.push([seed, called]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [word, how] = next;
    const before = reached.get(word) ?? 0;
    if ((before | how) === before) continue;
    reached.set(word, before | how);
    changed.add(word);
    const uses = flow.uses.get(word);
    if (uses === undefined) continue;
    const added = how & ~before;
    if ((added & called) !== 0) {
      for (const names of uses.users ?? []) for (const name of names) pending.push([name, called]);
    }
    for (const name of uses.holders ?? []) pending.push([name, added]);
    for (const name of uses.classes ?? []) pending.push([name, carries]);
    if ((added & carries) !== 0) {
      for (const name of uses.results ?? []) pending.push([name, carries]);
    }
  }
  return changed;
}
