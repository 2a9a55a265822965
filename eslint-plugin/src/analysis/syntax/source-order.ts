/** Lists of nodes in source order, of which parts are found without going through the whole. */
import type { Node } from "./ast.js";

type Placed = Pick<Node, "range">;

/** The nodes of a list in source order that start within another. */
export function startingWithin<Item extends Placed>(
  sorted: readonly Item[],
  { range }: Placed,
): readonly Item[] {
  return sorted.slice(firstFrom(sorted, range[0]), firstFrom(sorted, range[1]));
}

/** The index of the first node that starts at an offset or behind it. */
function firstFrom(sorted: readonly Placed[], offset: number): number {
  return firstIndex(sorted.length, (index) => (sorted[index]?.range[0] ?? Infinity) >= offset);
}

/** The first index below a count at which something holds that holds at all later ones too; the count where it never does. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
