/** CPU profiles for tests: written as the stacks that were seen, outermost function first. */

interface Seen {
  /** "name file:line", from the outermost function to the innermost; none: idle. */
  readonly stack: readonly string[];
  readonly ms: number;
}

/** A document as V8 writes it, with a sample each millisecond. */
export function sampled(seen: readonly Seen[]): unknown {
  const nodes = [node(1, "(root)", "", -1)];
  const known = new Map([["", 1]]);
  const idOf = (stack: readonly string[]): number => {
    const key = stack.join("|");
    const found = known.get(key);
    if (found !== undefined) return found;
    const parent = idOf(stack.slice(0, -1));
    const id = nodes.length + 1;
    known.set(key, id);
    const [name, url, line] = (stack.at(-1) ?? "").split("@");
    nodes.push(node(id, name ?? "", url ?? "", Number(line ?? 0) - 1));
    nodes[parent - 1]?.children.push(id);
    return id;
  };
  const samples = seen.flatMap(({ stack, ms }) =>
    Array.from({ length: ms }, () => idOf(stack.length === 0 ? ["(idle)"] : stack)),
  );
  return { nodes, startTime: 0, endTime: 0, samples, timeDeltas: samples.map(() => 1000) };
}

function node(id: number, functionName: string, url: string, lineNumber: number) {
  return {
    id,
    callFrame: { functionName, url, lineNumber, columnNumber: 0, scriptId: "0" },
    hitCount: 0,
    children: [] as number[],
  };
}
