/** How deeply a document may nest: what walks it by recursion, a copy too, must not exhaust the stack. */

/** Deeper nesting of steps, or of anything else, is refused. */
export const maxDepth = 64;

/** Whether a JSON value nests deeper than `maxDepth`. Walks level by level, so that no value is too deep for it. */
export function nestsTooDeeply(document: unknown): boolean {
  let level: readonly unknown[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
