/** Functions that give back a function which calls the one that they were given: `once`, `memoize`, `deprecate`. */
import type { TSESTree } from "@typescript-eslint/utils";
import {
  enclosingFunction,
  isFunction,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { arrayMethods } from "../execution/callbacks.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "../syntax/source-file.js";
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
 * The places of the arguments that a function of the project calls in the function that it gives back:
 * `const timed = (run) => (...args) => { …; return run(...args); }`, and of
 * `const pipe = (...steps) => (value) => steps.reduce((result, step) => step(result), value)` all.
 *
 * @param count how many arguments it is given.
 */
export function wrappedArguments({ file, node }: FunctionValue, count: number): readonly number[] {
  if (node.async || node.generator || node.params.length === 0) return [];
  const closures = ownReturns(file, node).map((one) => closureOf(file, one));
  if (!closures.some((one) => one !== undefined)) return [];
  return node.params.flatMap((parameter, index) => {
    const isRest = parameter.type === "RestElement";
    const name =
      parameter.type === "AssignmentPattern"
        ? parameter.left
        : isRest
          ? parameter.argument
          : parameter;
    if (name.type !== "Identifier") return [];
    const isCalled = referencesOf(file, node, name).some((reference) => {
      const calls = isRest ? callsElements(file, reference) : isCallee(reference);
      const around = calls ? enclosingFunction(reference) : undefined;
      return around !== undefined && closures.includes(around);
    });
    if (!isCalled) return [];
    return isRest ? Array.from({ length: count - index }, (_, at) => index + at) : [index];
  });
}

function referencesOf(
  file: SourceFile,
  declaring: Node,
  name: TSESTree.Identifier,
): readonly Node[] {
  const variable = file.declaredBy(declaring).find((one) => one.identifiers.includes(name));
  return (variable?.references ?? []).map(({ identifier }) => identifier);
}

/** `steps.forEach((step) => step())`, `for (const step of steps) step()`, `steps[0]()`. */
function callsElements(file: SourceFile, list: Node): boolean {
  const { parent } = list;
  if (parent?.type === "ForOfStatement" && parent.right === list) {
    const declaration = parent.left.type === "VariableDeclaration" ? parent.left : undefined;
    const [declarator] = declaration?.declarations ?? [];
    return (
      declarator?.id.type === "Identifier" &&
      referencesOf(file, declarator, declarator.id).some(isCallee)
    );
  }
  if (parent?.type !== "MemberExpression" || parent.object !== list) return false;
  if (parent.computed) return isCallee(parent);
  const call = parent.parent;
  const method = plainKey(parent.property, false);
  if (call.type !== "CallExpression" || call.callee !== parent || method === undefined)
    return false;
  const [callback] = call.arguments;
  if (!arrayMethods.has(method) || callback === undefined || !isFunction(callback)) return false;
  const element = callback.params[method.startsWith("reduce") ? 1 : 0];
  return element?.type === "Identifier" && referencesOf(file, callback, element).some(isCallee);
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
