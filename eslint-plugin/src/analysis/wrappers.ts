/** Functions that give back a function which calls the one that they were given: `once`, `memoize`, `deprecate`. */
import type { Value } from "./values.js";

/** Members of libraries of functions. */
const libraries = /^(?:lodash|lodash-es|underscore|es-toolkit)(?:\/(?:compat|function))?$/u;
const libraryWrappers = /^(?:once|memoize|ary|unary|negate|rearg|partial)$/u;

/** Packages that are such a function, by their default export or the one of their name. */
const packages =
  /^(?:lodash\.(?:once|memoize)|lodash(?:-es)?\/(?:once|memoize|unary|negate)(?:\.js)?|memoizee|memoize|memoize-one|mem|fast-memoize|onetime)$/u;

const platform = new Set([
  "node:util.deprecate",
  "node:perf_hooks.performance.timerify",
  "global.performance.timerify",
  "node:async_hooks.AsyncResource.bind",
  "node:async_hooks.AsyncLocalStorage.bind",
]);

/** Names that wrappers go by. */
export const wrapperName =
  /^(?:once|memoize\w*|mem|onetime|ary|unary|negate|rearg|partial|deprecate|timerify|bind)$/iu;

/** Whether a call of this function gives one that calls its first argument. */
export function isWrapper(value: Value): boolean {
  if (value.kind !== "api") return false;
  const path = value.path.join(".");
  if (platform.has(`${value.module}.${path}`)) return true;
  if (libraries.test(value.module)) return libraryWrappers.test(path);
  return packages.test(value.module) && (path === "" || wrapperName.test(path));
}
