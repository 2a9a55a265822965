/** Copies of plain data whose columns can be handed to another thread. */

type Column = Int32Array | Float64Array | Uint8Array;

/**
 * A copy, and the buffers of its columns. A column that is a part of a longer buffer, as those of a trace that could
 * still grow are, has one of its own length in the copy; one that is there twice is copied once.
 */
export function compactCopy<Data>(data: Data): { copy: Data; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const known = new Map<object, unknown>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const copy = isColumn(value)
      ? value.slice()
      : Array.isArray(value)
        ? value.map(copyOf)
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
    if (isColumn(copy)) buffers.push(copy.buffer as ArrayBuffer);
    known.set(value, copy);
    return copy;
  };
  return { copy: copyOf(data) as Data, buffers };
}

function isColumn(value: unknown): value is Column {
  return (
    value instanceof Int32Array || value instanceof Float64Array || value instanceof Uint8Array
  );
}
