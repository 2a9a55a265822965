/** Functions that give back a function which calls the one that they were given: `once`, `memoize`, `deprecate`. */
import {
  enclosingFunction,
  isFunction,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "./ast.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "./source-file.js";
import type { FunctionValue, Value } from "./values.js";

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

/**
 * The places of the parameters that a function of the project calls in the function that it gives back:
 * `const timed = (run) => (...args) => { …; return run(...args); }`.
 */
export function wrappedParameters({ file, node }: FunctionValue): readonly number[] {
  if (node.async || node.generator || node.params.length === 0) return [];
  const closures = ownReturns(file, node).map((one) => closureOf(file, one));
  if (!closures.some((one) => one !== undefined)) return [];
  return node.params.flatMap((parameter, index) => {
    const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    if (name.type !== "Identifier") return [];
    const variable = file.declaredBy(node).find((one) => one.identifiers.includes(name));
    const isCalled = (variable?.references ?? []).some(({ identifier }) => {
      const around = isCallee(identifier) ? enclosingFunction(identifier) : undefined;
      return around !== undefined && closures.includes(around);
    });
    return isCalled ? [index] : [];
  });
}

/** The function that is returned: written there, or declared before under a name. */
function closureOf(file: SourceFile, returned: Node): FunctionNode | undefined {
  const node = unwrap(returned);
  if (isFunction(node)) return node;
  const [definition] = node.type === "Identifier" ? (file.variableOf(node)?.defs ?? []) : [];
  const declared = definition?.node;
  if (declared === undefined) return undefined;
  if (declared.type === "FunctionDeclaration") return declared;
  const initial = declared.type === "VariableDeclarator" ? declared.init : null;
  return initial !== null && isFunction(initial) ? initial : undefined;
}

/** `run(…)`, `run.call(this, …)`, `run.apply(this, args)`. */
function isCallee(name: Node): boolean {
  let callee = name;
  const member = name.parent;
  if (member?.type === "MemberExpression" && member.object === name) {
    if (!/^(?:call|apply)$/u.test(plainKey(member.property, member.computed) ?? "")) return false;
    callee = member;
  }
  return callee.parent?.type === "CallExpression" && callee.parent.callee === callee;
}
