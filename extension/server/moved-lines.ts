/**
 * Where lines of a text stand after it was edited: what both texts begin and end with tells, and the edit lies between.
 * Lines count from 1; one within the edit keeps its number, as far as there is such a line.
 */
export function movedLines(before: string, after: string): (line: number) => number {
  const old = before.split("\n");
  const now = after.split("\n");
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)) {
    sameAtEnd++;
  }
  return (line) => {
    if (line <= same) return line;
    if (line > old.length - sameAtEnd) return line + now.length - old.length;
    return Math.min(line, now.length);
  };
}
