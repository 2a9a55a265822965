/** What runs without a call: generators and iterators of the project where they are iterated, what `using` disposes of. */
import { calleeOf, unwrap, wrapped, type FunctionNode, type Node } from "../syntax/ast.js";
import { asyncDisposeKey, disposeKey, iteratorKey, onlyValue } from "../values/constants.js";
import { resultOf } from "../values/resolve-call.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { FunctionValue, Value } from "../values/values.js";

interface Run {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

/** What runs where an expression is iterated: `for (const line of store)`, `[...store]`, `names` that is a generator's. */
export function iterationAt(resolver: Resolver, file: SourceFile, node: Node): readonly Run[] {
  if (!isIterated(node)) return [];
  return [...keptGenerators(resolver, file, node), ...iterators(resolver, file, node)];
}

/**
 * What runs at the end of the block that a name is declared in: `using folder = new Temporary()`. `await using` asks for
 * `[Symbol.asyncDispose]` first, and runs `[Symbol.dispose]` where there is none.
 */
export function disposalAt(resolver: Resolver, file: SourceFile, node: Node): readonly Run[] {
  const declarator = node.parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id !== node) return [];
  const { kind } = declarator.parent;
  if (!isUsing(kind) || declarator.init === null) return [];
  return resolver
    .valuesOf(file, declarator.init)
    .filter(hasOwnSymbols)
    .filter((value) => kind === "using" || resolver.memberOf(value, asyncDisposeKey).length === 0)
    .flatMap((value) => resolver.memberOf(value, disposeKey))
    .filter((value) => value.kind === "function");
}

function isUsing(kind: string): boolean {
  return kind === "using" || kind === "await using";
}

/** The expressions of a file that are iterated, and the names in it that are disposed of. */
export function placesWithoutCalls({ nodes }: SourceFile): readonly Node[] {
  const looped = nodes.loops.flatMap((loop) =>
    loop.type === "ForOfStatement" ? [unwrap(loop.right)] : [],
  );
  const spread = nodes.spreads.map(({ argument }) => unwrap(argument));
  const disposed = nodes.calls.flatMap((call) => {
    const outer = wrapped(call);
    const awaited = outer.parent?.type === "AwaitExpression" ? wrapped(outer.parent) : outer;
    const declarator = awaited.parent;
    return declarator?.type === "VariableDeclarator" && isUsing(declarator.parent.kind)
      ? [declarator.id]
      : [];
  });
  return [...looped, ...spread, ...disposed];
}

function isIterated(node: Node): boolean {
  const outer = wrapped(node);
  const { parent } = outer;
  if (parent?.type === "ForOfStatement") return parent.right === outer && !parent.await;
  return parent?.type === "SpreadElement" && parent.parent.type !== "ObjectExpression";
}

/** The generators behind a variable that holds what a call of one gave: they run step by step, here. */
function keptGenerators(
  resolver: Resolver,
  file: SourceFile,
  node: Node,
): readonly FunctionValue[] {
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const kept = variable === undefined ? undefined : onlyValue(file, variable);
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
