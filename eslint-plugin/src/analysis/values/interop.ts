/** The helpers that compilers put around a module so that `default` works. What they give is the module. */
import { lastName, unwrap, type Node } from "../syntax/ast.js";

/**
 * TypeScript (`__importDefault`, `__importStar`), esbuild (`__toESM`, `__toCommonJS`), Babel
 * (`_interopRequireDefault`, `_interopRequireWildcard`), SWC (`_interop_require_default`), Rollup (`_interopNamespace`,
 * `_interopDefaultLegacy`), bundlers that number them (`__toESM2`).
 */
const helper =
  /^_{0,2}(?:importDefault|importStar|toESM|toCommonJS|toModule|reExport|interop_?[rR]equire_?(?:[dD]efault|[wW]ildcard)|interopDefault(?:Legacy|Compat)?|interopNamespace(?:Default|Compat)?)\d*$/u;

export function isInteropHelper(callee: Node): boolean {
  const name = helperName(callee);
  return name.startsWith("_") && helper.test(name);
}

/** What a helper is called: of `_helper.default` (Babel's, from a package) and `_helper._` (SWC's) what comes before. */
function helperName(callee: Node): string {
  const name = lastName(callee);
  const isWhole = callee.type === "MemberExpression" && (name === "default" || name === "_");
  return isWhole ? lastName(callee.object) : name;
}

/** TypeScript's, Babel's, SWC's and esbuild's way to write an async function as a generator. */
const asyncHelper =
  /^_{1,2}(?:awaiter|async|asyncToGenerator|async_to_generator|wrapAsyncGenerator)\d*$/u;

/** Whether a generator handed to this helper runs as an async function; of `_asyncToGenerator2.default` too. */
export function isAsyncHelper(callee: Node): boolean {
  return asyncHelper.test(helperName(callee));
}

/** `regeneratorRuntime`, `_regenerator["default"]`, `_regenerator()`: the object that Babel's generators go by. */
const regenerator = /regenerator/iu;

/** Whether a call hands on the generator that it is given: `_regenerator.mark(function callee() { … })`. */
export function isGeneratorMark(callee: Node): boolean {
  return isOfRegenerator(callee, ["mark", "m"]);
}

/**
 * The index of the function that runs the steps of a generator that a compiler took apart: of `__generator(this,
 * function (_a) { … })` (TypeScript), `_ts_generator` (SWC), `_regenerator.wrap(function (_context) { … }, …)` (Babel).
 */
export function stepsArgument(callee: Node): number | undefined {
  if (/^_{1,2}(?:ts_)?generator\d*$/u.test(helperName(callee))) return 1;
  return isOfRegenerator(callee, ["wrap", "w"]) ? 0 : undefined;
}

function isOfRegenerator(callee: Node, names: readonly string[]): boolean {
  if (callee.type !== "MemberExpression" || !names.includes(lastName(callee))) return false;
  const object = unwrap(callee.object);
  const base = object.type === "CallExpression" ? unwrap(object.callee) : object;
  if (regenerator.test(lastName(base))) return true;
  return base.type === "MemberExpression" && regenerator.test(lastName(base.object));
}
