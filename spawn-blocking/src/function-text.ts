/** Functions as text: how they are read on the event loop, and made again in a thread. */

/** A text that makes no function. */
export class FunctionTextError extends Error {}

type AnyFunction = (...args: never[]) => unknown;

/** Texts of functions that were read before: a program sends the same few again and again. */
const texts = new WeakMap<AnyFunction, string>();

/** The text of a function, or undefined where there is none to send (native and bound functions). */
export function textOf(fn: AnyFunction): string | undefined {
  const known = texts.get(fn);
  if (known !== undefined) return known;
  const text = Function.prototype.toString.call(fn);
  if (text.endsWith("{ [native code] }")) return undefined;
  texts.set(fn, text);
  return text;
}

/** What Istanbul's counters count in: nothing is kept. */
const IGNORED_COUNTS = "{ get: () => 0, set: () => true }";

/**
 * Names that compilers and test tools put into functions, with a stand-in for each: esbuild's keep-names (also tsx and
 * vitest) wraps nested functions in `__name`, Istanbul counts statements, functions and branches in `cov_…()`.
 */
function helpers(text: string): string {
  let source = "";
  if (text.includes("__name")) {
    source +=
      'const __name = (fn, value) => Object.defineProperty(fn, "name", { value, configurable: true });';
  }
  for (const counter of new Set(text.match(/\bcov_\w+(?=\(\))/g))) {
    source +=
      `const ${counter} = () => { const counts = new Proxy({}, ${IGNORED_COUNTS}); ` +
      "return { s: counts, f: counts, b: new Proxy({}, { get: () => counts }) }; };";
  }
  return source;
}

/**
 * Makes a function of its text, in the global scope and in strict mode, as modules are; a text that strict mode refuses
 * is made without.
 *
 * @throws FunctionTextError where the text is no function outside its class or its file.
 */
export function functionOf(text: string): (...args: unknown[]) => unknown {
  // A method's text ("run(a) {…}") is an expression only inside an object literal.
  const forms = [`(${text}\n)`, `Object.values({${text}\n})[0]`];
  let error: unknown;
  for (const form of forms) {
    for (const mode of ['"use strict";', ""]) {
      try {
        // On one line, so that line numbers in stacks are those within the function. An indirect eval, since
        // `import()` works in it, which in node:vm is experimental.
        const source = `(() => {${mode}${helpers(text)}return ${form};})()\n//# sourceURL=spawnBlocking`;
        const made: unknown = (0, eval)(source);
        if (typeof made === "function") return made as (...args: unknown[]) => unknown;
      } catch (thrown) {
        if (!(thrown instanceof SyntaxError)) throw thrown;
        error ??= thrown;
      }
    }
  }
  const why = error instanceof Error ? `: ${error.message}` : "";
  throw new FunctionTextError(
    `the function can't be made again from its text in another thread${why}`,
  );
}
