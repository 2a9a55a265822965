/** Members that `Object.assign` gives to what a variable holds: `Object.assign(Store.prototype, { read() { … } })`. */
import type { TSESLint } from "@typescript-eslint/utils";
import {
  argumentsOf,
  calleeOf,
  classOf,
  plainKey,
  type CallNode,
  type ClassNode,
  type Node,
} from "../syntax/ast.js";
import { dotted } from "../syntax/names.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { Value } from "./values.js";

/** What is copied from: into what a variable holds, and into the `prototype` of that. */
export interface Mixins {
  readonly own: readonly Node[];
  readonly shared: readonly Node[];
}

/**
 * The values of a member that was mixed in.
 *
 * @param isShared whether into the `prototype` of what the variable holds, rather than into that itself.
 */
export function mixedIn(
  resolver: Resolver,
  file: SourceFile,
  variable: TSESLint.Scope.Variable,
  name: string,
  isShared: boolean,
): readonly Value[] {
  const { own, shared } = file.mixinsOf(variable);
  return (isShared ? shared : own)
    .flatMap((source) => resolver.valuesOf(file, source))
    .flatMap((value) => resolver.memberOf(value, name));
}

/** The mixins of a variable, by syntax alone. */
export function mixinsInto(variable: TSESLint.Scope.Variable): Mixins {
  const own: Node[] = [];
  const shared: Node[] = [];
  for (const { identifier } of variable.references) {
    own.push(...sourcesFor(identifier));
    shared.push(...sourcesFor(prototypeOf(identifier)));
  }
  return { own, shared };
}

function prototypeOf(identifier: Node): Node | undefined {
  const { parent } = identifier;
  return parent?.type === "MemberExpression" &&
    parent.object === identifier &&
    plainKey(parent.property, parent.computed) === "prototype"
    ? parent
    : undefined;
}

/** What a class mixes into its own objects, or into itself: `constructor() { Object.assign(this, helpers); }`. */
export function mixedIntoThis(
  resolver: Resolver,
  {
    file,
    node,
    isStatic,
  }: { readonly file: SourceFile; readonly node: ClassNode; readonly isStatic: boolean },
  name: string,
): readonly Value[] {
  return file.mixinsOfThis
    .filter((target) => {
      const place = classOf(target);
      return place?.node === node && place.isStatic === isStatic;
    })
    .flatMap(sourcesFor)
    .flatMap((source) => resolver.valuesOf(file, source))
    .flatMap((value) => resolver.memberOf(value, name));
}

/** Each `this` that a file mixes something into. */
export function targetsOfThis(calls: readonly CallNode[]): readonly Node[] {
  return calls.flatMap((call) => {
    const [target] = argumentsOf(call);
    return target?.type === "ThisExpression" && sourcesFor(target).length > 0 ? [target] : [];
  });
}

/** What a call of `Object.assign` copies from, whose target this is. */
function sourcesFor(target: Node | undefined): readonly Node[] {
  const call = target?.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== target) return [];
  return dotted(calleeOf(call)) === "Object.assign" ? call.arguments.slice(1) : [];
}
