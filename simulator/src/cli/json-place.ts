/** Where a text stops being JSON: engines tell it in different words, and some of them not at all. */

const token =
  /[ \t\r\n]*(?:("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/uy;
const space = /[ \t\r\n]*/y;

/** What may come next. */
type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "end";

/** The offset of the first character that cannot stand where it does; the text's length when it ends too early. */
export function jsonFailureOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  for (let offset = 0; ;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    if (match === null) return afterSpace(text, offset);
    const next = step(match[1] !== undefined, match[2] !== undefined, match[3], expected, open);
    if (next === undefined) return afterSpace(text, offset);
    expected = next;
    offset = token.lastIndex;
  }
}

function afterSpace(text: string, offset: number): number {
  space.lastIndex = offset;
  space.exec(text);
  return space.lastIndex;
}

/** What may follow a token, or undefined where it cannot stand. */
function step(
  isString: boolean,
  isScalar: boolean,
  mark: string | undefined,
  expected: Expected,
  open: string[],
): Expected | undefined {
  const wantsValue = expected === "value" || expected === "value or ]";
  const wantsKey = expected === "key" || expected === "key or }";
  const afterValue: Expected = open.length === 0 ? "end" : ", or end";
  if (isString && wantsKey) return ":";
  if (isString || isScalar) return wantsValue ? afterValue : undefined;
  switch (mark) {
    case "[":
    case "{":
      if (!wantsValue) return undefined;
      open.push(mark);
      return mark === "[" ? "value or ]" : "key or }";
    case ":":
      return expected === ":" ? "value" : undefined;
    case ",":
      if (expected !== ", or end") return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    default: {
      const opening = mark === "]" ? "[" : "{";
      const empty = mark === "]" ? "value or ]" : "key or }";
      if (open.at(-1) !== opening || (expected !== ", or end" && expected !== empty)) {
        return undefined;
      }
      open.pop();
      return open.length === 0 ? "end" : ", or end";
    }
  }
}
