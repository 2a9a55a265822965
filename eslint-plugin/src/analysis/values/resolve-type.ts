/** What a written type says about a value: `typeof fs`, `fs.Dir`, an interface with such members. Needs no checker. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../syntax/ast.js";
import { exportedValues } from "./exports.js";
import { heldByName, holder, indexSignature, isHoldingType, tuple } from "./held-types.js";
import { resultOf, valuesOfConstruction } from "./resolve-call.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { unknown, type Value } from "./values.js";

/** Types that stand for what they wrap. */
const transparent = new Set(["Readonly", "Partial", "Required", "NonNullable", "Pick", "Omit"]);

type Derive = (resolver: Resolver, values: readonly Value[]) => readonly Value[];

/** Types of TypeScript's library that say what one gets from what they are given. */
const derivedTypes: Readonly<Record<string, Derive>> = {
  ReturnType: (resolver, values) => values.flatMap((value) => resultOf(resolver, value)),
  InstanceType: (_, values) => valuesOfConstruction(values),
  Awaited: (_, values) =>
    values.flatMap((value) => (value.kind === "promise" ? value.of : [value])),
};

/** The values that a type describes. */
export function valuesOfType(
  resolver: Resolver,
  file: SourceFile,
  type: Node | undefined,
): readonly Value[] {
  if (type === undefined) return unknown;
  return resolver.once(type, () => ofType(resolver, file, type));
}

function ofType(resolver: Resolver, file: SourceFile, type: Node): readonly Value[] {
  switch (type.type) {
    case "TSTypeQuery":
      return type.exprName.type === "TSImportType"
        ? importType(resolver, file, type.exprName)
        : ofName(resolver, file, type.exprName);
    case "TSImportType":
      return valuesOfConstruction(importType(resolver, file, type));
    case "TSTypeReference":
      return ofReference(resolver, file, type);
    case "TSInterfaceHeritage":
    case "TSClassImplements":
      return instances(ofName(resolver, file, type.expression));
    case "TSInterfaceDeclaration":
      return typed(resolver, file, type.body.body, type.extends);
    case "TSTypeLiteral":
      return typed(resolver, file, type.members, []);
    case "TSTypeAliasDeclaration":
      return valuesOfType(resolver, file, type.typeAnnotation);
    case "TSUnionType":
    case "TSIntersectionType":
      return type.types.flatMap((one) => valuesOfType(resolver, file, one));
    case "TSIndexedAccessType":
      return indexedType(resolver, file, type);
    case "TSArrayType":
      return holder("list", valuesOfType(resolver, file, type.elementType));
    case "TSTupleType":
      return tuple(resolver, file, type);
    case "TSMappedType":
      return holder("record", valuesOfType(resolver, file, type.typeAnnotation));
    case "TSFunctionType":
    case "TSMethodSignature":
    case "TSDeclareFunction":
    case "TSEmptyBodyFunctionExpression":
      return type.returnType === undefined
        ? unknown
        : [{ kind: "signature", file, returns: type.returnType.typeAnnotation }];
    case "TSTypeOperator":
      return valuesOfType(resolver, file, type.typeAnnotation);
    default:
      return unknown;
  }
}

function typed(
  resolver: Resolver,
  file: SourceFile,
  members: readonly TSESTree.TypeElement[],
  heritage: readonly Node[],
): readonly Value[] {
  const held = heritage.length > 0 ? unknown : indexSignature(resolver, file, members);
  return held.length > 0 ? held : [{ kind: "typed", file, members, heritage }];
}

function ofReference(
  resolver: Resolver,
  file: SourceFile,
  type: TSESTree.TSTypeReference,
): readonly Value[] {
  const typeArguments = type.typeArguments?.params ?? [];
  const [argument] = typeArguments;
  if (type.typeName.type === "Identifier" && file.variableOf(type.typeName) === undefined) {
    if (transparent.has(type.typeName.name)) return valuesOfType(resolver, file, argument);
    if (type.typeName.name === "Promise" || type.typeName.name === "PromiseLike") {
      const of = valuesOfType(resolver, file, argument);
      return of.length === 0 ? unknown : [{ kind: "promise", of }];
    }
    if (isHoldingType(type.typeName.name)) {
      return heldByName(resolver, file, type.typeName.name, typeArguments);
    }
    const derived = derivedTypes[type.typeName.name];
    if (derived !== undefined) return derived(resolver, valuesOfType(resolver, file, argument));
  }
  return instances(ofName(resolver, file, type.typeName));
}

/** `(typeof fs)["statSync"]`, `Services["store"]`. */
function indexedType(
  resolver: Resolver,
  file: SourceFile,
  { objectType, indexType }: TSESTree.TSIndexedAccessType,
): readonly Value[] {
  const { literal } = indexType.type === "TSLiteralType" ? indexType : { literal: undefined };
  if (literal?.type !== "Literal" || typeof literal.value !== "string") return unknown;
  const { value: name } = literal;
  return valuesOfType(resolver, file, objectType).flatMap((value) =>
    resolver.memberOf(value, name),
  );
}

/** A class's name, as a type, stands for its instances; an alias for what it names. */
function instances(named: readonly Value[]): readonly Value[] {
  return named.flatMap((value) =>
    value.kind === "type-name" ? value.of : valuesOfConstruction([value]),
  );
}

function ofName(resolver: Resolver, file: SourceFile, name: Node): readonly Value[] {
  if (name.type === "TSQualifiedName") {
    return ofName(resolver, file, name.left).flatMap((value) =>
      resolver.memberOf(value, name.right.name),
    );
  }
  if (name.type === "MemberExpression") return resolver.valuesOf(file, name);
  if (name.type !== "Identifier") return unknown;
  return resolver.valuesOf(file, name);
}

/** `typeof import("node:fs")`, `import("node:fs").Dir`. */
function importType(
  resolver: Resolver,
  file: SourceFile,
  type: TSESTree.TSImportType,
): readonly Value[] {
  const { source } = type;
  if (source.type !== "Literal" || typeof source.value !== "string") return unknown;
  let values = resolver.moduleNamed(file, source.value);
  const path: string[] = [];
  for (let name: Node | null = type.qualifier; name !== null;) {
    if (name.type === "TSQualifiedName") {
      path.unshift(name.right.name);
      name = name.left;
    } else {
      if (name.type === "Identifier") path.unshift(name.name);
      break;
    }
  }
  for (const segment of path) {
    values = values.flatMap((value) =>
      value.kind === "namespace"
        ? exportedValues(resolver, value.file, segment)
        : resolver.memberOf(value, segment),
    );
  }
  return values;
}
