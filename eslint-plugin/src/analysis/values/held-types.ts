/** Types of what holds others: `DatabaseSync[]`, `Map<string, DatabaseSync>`, `Record<string, DatabaseSync>`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";
import { valuesOfType } from "./resolve-type.js";
import type { Resolver } from "./resolve.js";
import { unknown, type HolderValue, type Value } from "./values.js";

interface HoldingType {
  readonly holds: HolderValue["holds"];
  /** Which type argument says what is held. */
  readonly argument: number;
}

const list: HoldingType = { holds: "list", argument: 0 };
const map: HoldingType = { holds: "map", argument: 1 };

/** The types of TypeScript's library that hold others; undefined: of what is taken out of it, nothing is said here. */
const holdingTypes: ReadonlyMap<string, HoldingType | undefined> = new Map([
  ["Array", list],
  ["ReadonlyArray", list],
  ["Set", list],
  ["ReadonlySet", list],
  ["Iterable", list],
  ["IterableIterator", list],
  ["Generator", list],
  ["Map", map],
  ["ReadonlyMap", map],
  ["WeakMap", map],
  ["Record", { holds: "record", argument: 1 }],
  ["WeakSet", undefined],
  ["Iterator", undefined],
]);

export function isHoldingType(name: string): boolean {
  return holdingTypes.has(name);
}

/** What is held by a type of TypeScript's library, or by what is made with such type arguments. */
export function heldByName(
  resolver: Resolver,
  file: SourceFile,
  name: string,
  typeArguments: readonly Node[],
): readonly Value[] {
  const type = holdingTypes.get(name);
  if (type === undefined) return unknown;
  return holder(type.holds, valuesOfType(resolver, file, typeArguments[type.argument]));
}

export function holder(holds: HolderValue["holds"], of: readonly Value[]): readonly Value[] {
  return of.length === 0 ? unknown : [{ kind: "holder", holds, of }];
}

/** `[DatabaseSync, string]`, `[db: DatabaseSync, name?: string]`. */
export function tuple(
  resolver: Resolver,
  file: SourceFile,
  { elementTypes }: TSESTree.TSTupleType,
): readonly Value[] {
  const elements = elementTypes.map((element) => {
    const named = element.type === "TSNamedTupleMember" ? element.elementType : element;
    return valuesOfType(
      resolver,
      file,
      named.type === "TSOptionalType" ? named.typeAnnotation : named,
    );
  });
  return elements.every((values) => values.length === 0) ? unknown : [{ kind: "array", elements }];
}

/** What the index signature of an object type says, where it is all that there is: `{ [name: string]: DatabaseSync }`. */
export function indexSignature(
  resolver: Resolver,
  file: SourceFile,
  members: readonly TSESTree.TypeElement[],
): readonly Value[] {
  const [only, ...others] = members;
  if (only?.type !== "TSIndexSignature" || others.length > 0) return unknown;
  return holder("record", valuesOfType(resolver, file, only.typeAnnotation?.typeAnnotation));
}
