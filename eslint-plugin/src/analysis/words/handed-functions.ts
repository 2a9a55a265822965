/** A look at a text: which of the modules that it imports it hands functions to, which may be called there at once. */

/** What an import or a `require` binds: a clause or a pattern, and the specifier. */
const binding =
  /\bimport\s+([^;"'()]*?)\s*from\s*["']([^"'\n]+)|(?:const|let|var|,)\s*(\{[^}]*\}|[\w$]+)\s*=\s*(?:[\w$.]+\(\s*)*require\w*\(\s*["'`]([^"'`\n]+)/gu;

/**
 * A call by the words of its callee: `name(`, `a.b?.c(`, `(0, a.b)(`. Looked for from the beginning of a word alone: a
 * source map at the end is one long line of them, and would be gone through from each of its characters.
 */
const call = /(?<![\w$])([\w$]+(?:\s*\??\.\s*#?[\w$]+)*)\s*(?:\)\s*)?(?:\?\.\s*)?\(/gu;

/** What a variable is made from: `lock = new Lock`, `client = await connect`. */
const made = /(?<![\w$])([\w$]+)\s*=\s*(?:await\s+|new\s+)*([\w$]+)/gu;

/** A class that extends another hands its methods to it. */
const extended = /\bextends\s+([\w$.]+)/gu;

const functionLiteral = /^[^;]*?(?:=>|\bfunction\b)/u;

/** How far behind the bracket of a call a function is looked for, in characters. */
const nearby = 200;

const word = /[\w$]+/gu;

/** The specifiers of the modules of which something is called with a function, or a class is extended. */
export function givenFunctions(text: string): ReadonlySet<string> {
  const callees = new Set<string>();
  for (const { 0: whole, 1: callee = "", index } of text.matchAll(call)) {
    const start = index + whole.length;
    if (!functionLiteral.test(text.slice(start, start + nearby))) continue;
    for (const [one] of callee.matchAll(word)) callees.add(one);
  }
  for (const [, parent = ""] of text.matchAll(extended)) {
    for (const [one] of parent.matchAll(word)) callees.add(one);
  }
  for (const [, variable = "", origin = ""] of text.matchAll(made)) {
    if (callees.has(variable)) callees.add(origin);
  }
  const specifiers = new Set<string>();
  for (const match of text.matchAll(binding)) {
    const bound = match[1] ?? match[3] ?? "";
    const specifier = match[2] ?? match[4] ?? "";
    for (const [one] of bound.matchAll(word)) if (callees.has(one)) specifiers.add(specifier);
  }
  return specifiers;
}

/** `export * from "a"`, `export { once } from "a"`. */
const handedOn = /\bexport\s*(?:\*|\{[^}]*\})[^;"']{0,200}?\bfrom\s*["']([^"'\n]+)/gu;

/** The specifiers of the modules of which a text exports something as its own. */
export function reexported(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(handedOn)].flatMap(([, specifier]) => specifier ?? []));
}
