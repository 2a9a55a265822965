/** What runs without a call: generators and iterators of the project where they are iterated, what `using` disposes of. */
import { calleeOf, unwrap, wrapped, type FunctionNode, type Node } from "./ast.js";
import { disposeKey, iteratorKey, onlyValue } from "./constants.js";
import { resultOf } from "./resolve-call.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "./source-file.js";
import type { FunctionValue, Value } from "./values.js";

/** An expression that is iterated, or a name that is disposed of, and the functions that run for it. */
export interface Iteration {
  readonly node: Node;
  readonly run: readonly { readonly file: SourceFile; readonly node: FunctionNode }[];
}

/** `for (const line of store)`, `[...store]`, `for (const name of names)` where `names` is a generator's. */
export function iterations(resolver: Resolver, file: SourceFile): readonly Iteration[] {
  return iterated(file).flatMap((expression) => {
    const node = unwrap(expression);
    const run = [...keptGenerators(resolver, file, node), ...iterators(resolver, file, node)];
    return run.length === 0 ? [] : [{ node, run }];
  });
}

/** `using folder = new Temporary()`: at the end of its block, what its class says. */
export function disposals(resolver: Resolver, file: SourceFile): readonly Iteration[] {
  return file.nodes.calls.flatMap((call) => {
    const declarator = wrapped(call).parent;
    if (declarator?.type !== "VariableDeclarator" || declarator.parent.kind !== "using") return [];
    const run = resolver
      .valuesOf(file, call)
      .filter(hasOwnSymbols)
      .flatMap((value) => resolver.memberOf(value, disposeKey))
      .filter((value) => value.kind === "function");
    return run.length === 0 ? [] : [{ node: declarator.id, run }];
  });
}

function iterated(file: SourceFile): readonly Node[] {
  const looped = file.nodes.loops.flatMap((loop) =>
    loop.type === "ForOfStatement" && !loop.await ? [loop.right] : [],
  );
  const spread = file.nodes.spreads.flatMap((one) =>
    one.parent.type === "ObjectExpression" ? [] : [one.argument],
  );
  return [...looped, ...spread];
}

/** The generators behind a variable that holds what a call of one gave: they run step by step, here. */
function keptGenerators(
  resolver: Resolver,
  file: SourceFile,
  node: Node,
): readonly FunctionValue[] {
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const kept = variable === undefined ? undefined : onlyValue(variable);
  const call = kept === undefined ? undefined : unwrap(kept);
  if (call?.type !== "CallExpression") return [];
  return resolver
    .valuesOf(file, calleeOf(call))
    .filter((value) => value.kind === "function")
    .filter((value) => value.node.generator && !value.node.async);
}

/** The `[Symbol.iterator]` methods of what is iterated, and the `next` of what they return. */
function iterators(resolver: Resolver, file: SourceFile, node: Node): readonly FunctionValue[] {
  return resolver
    .valuesOf(file, node)
    .filter(hasOwnSymbols)
    .flatMap((value) => resolver.memberOf(value, iteratorKey))
    .flatMap((iterator) => {
      if (iterator.kind !== "function") return [];
      if (iterator.node.generator) return [iterator];
      const next = resultOf(resolver, iterator).flatMap((one) => resolver.memberOf(one, "next"));
      return [iterator, ...next.filter((one) => one.kind === "function")];
    });
}

function hasOwnSymbols(value: Value): boolean {
  return value.kind === "instance" || value.kind === "object" || value.kind === "made";
}
