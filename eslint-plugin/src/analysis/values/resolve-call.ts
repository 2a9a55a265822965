/** What calls and constructions give. */
import type { TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  isFunction,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { valueAtKey, valuesOfListMethod } from "./collections.js";
import { constantString } from "./constants.js";
import { required } from "./exports.js";
import { isInteropHelper } from "./interop.js";
import { dotted } from "../syntax/names.js";
import { valuesOfType } from "./resolve-type.js";
import type { Resolver } from "./resolve.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import { api, isApi, isResult, unknown, type FunctionValue, type Value } from "./values.js";
import { isWrapper, wrappedArguments } from "./wrappers.js";

export function valuesOfConstruction(constructors: readonly Value[]): readonly Value[] {
  return constructors.flatMap((value): readonly Value[] => {
    if (value.kind === "class") return [{ kind: "instance", file: value.file, node: value.node }];
    if (value.kind === "function") return [{ kind: "made", file: value.file, node: value.node }];
    if (value.kind === "api") return [api(value.module, [...value.path, "prototype"])];
    return unknown;
  });
}

export function valuesOfCall(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
): readonly Value[] {
  const callee = calleeOf(call);
  const [first] = call.arguments;
  if (first !== undefined && isInteropHelper(callee)) {
    return resolver.valuesOf(file, first);
  }
  if (callee.type === "MemberExpression") {
    const values = ofMethod(resolver, file, call, callee);
    if (values.length > 0) return values;
  }
  const loaded = loadedModule(resolver, file, call, callee);
  if (loaded !== undefined) return loaded;
  const callees = resolver.valuesOf(file, callee);
  if (first !== undefined && callees.some(isWrapper)) {
    return resolver
      .valuesOf(file, first)
      .filter((value) => value.kind === "function" || value.kind === "api");
  }
  return callees.flatMap((value) => [
    ...resultOf(resolver, value),
    ...(value.kind === "function" ? wrappedBy(resolver, file, call, value) : unknown),
  ]);
}

/** The functions that a function of the project is given, and calls in the one that it gives back. */
function wrappedBy(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  callee: FunctionValue,
): readonly Value[] {
  if (!call.arguments.some((one) => isFunction(one) || mayBeNamed(one))) return unknown;
  return wrappedArguments(callee, call.arguments.length).flatMap((index) => {
    const given = call.arguments.slice(0, index + 1);
    const argument = given[index];
    if (argument === undefined || given.some((one) => one.type === "SpreadElement")) return unknown;
    return resolver
      .valuesOf(file, argument)
      .filter((value) => value.kind === "function" || value.kind === "api");
  });
}

function mayBeNamed(node: Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression";
}

/** What a call of this value gives. */
export function resultOf(resolver: Resolver, callee: Value): readonly Value[] {
  if (callee.kind === "api") {
    const instance = resolver.modules.instanceOf(callee.module, callee.path);
    if (instance !== undefined) return [api(callee.module, [...instance, "prototype"])];
    // A built-in module is no function: `fs_default()` is webpack's way to its default export.
    if (callee.path.length === 0 && callee.module.startsWith("node:")) return [callee];
    // A result has a name of its own, so that nobody takes it for the function.
    const called = callee.path.at(-1) ?? "default";
    return called.endsWith("()()()")
      ? unknown
      : [api(callee.module, [...callee.path.slice(0, -1), `${called}()`])];
  }
  if (callee.kind === "function") return resultOfFunction(resolver, callee.file, callee.node);
  if (callee.kind === "signature") return valuesOfType(resolver, callee.file, callee.returns);
  return unknown;
}

function resultOfFunction(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
): readonly Value[] {
  if (node.generator) return unknown;
  return resolver.once(
    node,
    () => {
      const values = ownReturns(file, node).flatMap((returned) =>
        resolver.valuesOf(file, returned),
      );
      if (node.returnType !== undefined && values.every(isResult)) {
        return [...values, ...valuesOfType(resolver, file, node.returnType.typeAnnotation)];
      }
      if (!node.async || values.length === 0) return values;
      return [
        {
          kind: "promise",
          of: values.flatMap((value) => (value.kind === "promise" ? value.of : [value])),
        },
      ];
    },
    "result",
  );
}

/** `require("fs")`, `process.getBuiltinModule("fs")`, `createRequire(…)("fs")`: the module that a call loads. */
function loadedModule(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  callee: Node,
): readonly Value[] | undefined {
  const [first] = call.arguments;
  if (first === undefined) return undefined;
  if (!resolver.valuesOf(file, callee).some(loadsModules)) return undefined;
  const specifier = constantString(file, first);
  return specifier === undefined
    ? unknown
    : resolver.moduleNamed(file, specifier).flatMap((value) => required(resolver, value));
}

function loadsModules(value: Value): boolean {
  return (
    isApi(value, "global", "require") ||
    isApi(value, "global", "module.require") ||
    isApi(value, "global", "__require") ||
    isApi(value, "global", "process.mainModule.require") ||
    isApi(value, "global", "require.main.require") ||
    isApi(value, "global", "process.getBuiltinModule") ||
    isApi(value, "node:process", "getBuiltinModule") ||
    isApi(value, "node:module", "createRequire()")
  );
}

/** Calls of methods that give back what they were given: `.bind`, `.then`, `Promise.all`, interop helpers. */
function ofMethod(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
): readonly Value[] {
  const name = plainKey(callee.property, callee.computed);
  const [first] = call.arguments;
  if (name === undefined) return unknown;
  if (first !== undefined && isWebpackDefault(callee)) {
    return resolver.valuesOf(file, first);
  }
  if (name === "bind") {
    const target = resolver.valuesOf(file, callee.object);
    return target.filter((value) => value.kind === "function" || value.kind === "api");
  }
  if (name === "then") {
    const isOwn = resolver.valuesOf(file, callee).some((value) => value.kind === "function");
    return isOwn ? unknown : ofThen(resolver, file, call);
  }
  if (name === "get") return valueAtKey(resolver, file, call, callee.object);
  const listed = valuesOfListMethod(resolver, file, callee.object, name);
  if (listed.length > 0) return listed;
  const object = unwrap(callee.object);
  if (object.type !== "Identifier" || file.variableOf(object) !== undefined) return unknown;
  if (object.name === "Promise") return ofPromise(resolver, file, name, first);
  if (object.name === "Object" && first !== undefined) {
    if (name === "assign") {
      return call.arguments.flatMap((argument) => resolver.valuesOf(file, argument));
    }
    // What stands on the prototype can be reached through what is made with it.
    if (name === "freeze" || name === "seal" || name === "create") {
      return resolver.valuesOf(file, first);
    }
  }
  return unknown;
}

/** Of webpack's `__webpack_require__.n(module)` a call gives the module, which is what its value is here. */
function isWebpackDefault(callee: TSESTree.MemberExpression): boolean {
  return dotted(callee) === "__webpack_require__.n";
}

/** `import("fs").then((fs) => fs.promises)`: a promise of what the reaction returns. */
function ofThen(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
): readonly Value[] {
  const [reaction] = call.arguments;
  if (reaction === undefined) return unknown;
  const of = resolver.valuesOf(file, reaction).flatMap((value) => resultOf(resolver, value));
  return of.length === 0
    ? unknown
    : [
        {
          kind: "promise",
          of: of.flatMap((value) => (value.kind === "promise" ? value.of : [value])),
        },
      ];
}

function ofPromise(
  resolver: Resolver,
  file: SourceFile,
  name: string,
  first: Node | undefined,
): readonly Value[] {
  if (first === undefined) return unknown;
  const values = resolver.valuesOf(file, first);
  if (name === "resolve") return values.length === 0 ? unknown : [{ kind: "promise", of: values }];
  if (name !== "all") return unknown;
  return values.flatMap((value): readonly Value[] => {
    if (value.kind !== "array") return unknown;
    const elements = value.elements.map((element) =>
      element.flatMap((one) => (one.kind === "promise" ? one.of : [one])),
    );
    return [{ kind: "promise", of: [{ kind: "array", elements }] }];
  });
}
