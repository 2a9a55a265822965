/** The helpers that compilers put around a module so that `default` works. What they give is the module. */

/**
 * TypeScript (`__importDefault`, `__importStar`), esbuild (`__toESM`, `__toCommonJS`), Babel
 * (`_interopRequireDefault`, `_interopRequireWildcard`), SWC (`_interop_require_default`), Rollup (`_interopNamespace`,
 * `_interopDefaultLegacy`), bundlers that number them (`__toESM2`).
 */
const helper =
  /^_{0,2}(?:importDefault|importStar|toESM|toCommonJS|toModule|reExport|interop_?[rR]equire_?(?:[dD]efault|[wW]ildcard)|interopDefault(?:Legacy|Compat)?|interopNamespace(?:Default|Compat)?)\d*$/u;

export function isInteropHelper(name: string): boolean {
  return name.startsWith("_") && helper.test(name);
}

/** TypeScript's, Babel's, SWC's and esbuild's way to write an async function as a generator. */
const asyncHelper =
  /^_{1,2}(?:awaiter|async|asyncToGenerator|async_to_generator|wrapAsyncGenerator)\d*$/u;

/** Whether a generator handed to this helper runs as an async function. */
export function isAsyncHelper(name: string): boolean {
  return asyncHelper.test(name);
}
