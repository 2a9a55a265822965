/**
 * What an expression may stand for, as far as the analysis follows it. An expression has a list of values: several
 * where code chooses among them, none where nothing is known (and what is not known is harmless).
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ClassNode, FunctionNode, Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";

/** A member of a module that is not part of the analysed project, or of the globals (`module: "global"`). */
export interface ApiValue {
  readonly kind: "api";
  readonly module: string;
  /** From the module's namespace down, without the `default`s that interoperation puts in front. */
  readonly path: readonly string[];
}

export interface FunctionValue {
  readonly kind: "function";
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

export interface ClassValue {
  readonly kind: "class";
  readonly file: SourceFile;
  readonly node: ClassNode;
}

/** An object made by a class of the project. */
export interface InstanceValue {
  readonly kind: "instance";
  readonly file: SourceFile;
  readonly node: ClassNode;
  /** Where it was made, if that is known. */
  readonly made?: { readonly file: SourceFile; readonly call: TSESTree.NewExpression };
}

export interface ObjectValue {
  readonly kind: "object";
  readonly file: SourceFile;
  readonly node: TSESTree.ObjectExpression;
}

export interface ArrayValue {
  readonly kind: "array";
  readonly elements: readonly (readonly Value[])[];
}

/** What `new` gives of a constructor written as a function, and that function's `prototype`. */
export interface MadeValue {
  readonly kind: "made";
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

/** All exports of a file of the project. */
export interface NamespaceValue {
  readonly kind: "namespace";
  readonly file: SourceFile;
}

/** A `namespace` of TypeScript's: the object that its exports are members of. */
export interface ModuleBlockValue {
  readonly kind: "module-block";
  readonly file: SourceFile;
  readonly node: TSESTree.TSModuleDeclaration;
}

/** What is left of a value after `const { a, ...rest } = value`. */
export interface RestValue {
  readonly kind: "rest";
  readonly of: Value;
  readonly without: readonly string[];
}

export interface PromiseValue {
  readonly kind: "promise";
  readonly of: readonly Value[];
}

/** An object of which only the written type is known: an interface or a type literal. */
export interface TypedValue {
  readonly kind: "typed";
  readonly file: SourceFile;
  readonly members: readonly TSESTree.TypeElement[];
  readonly heritage: readonly Node[];
}

/** What holds others, by its written type: a list or set, a map, an object with an index signature. */
export interface HolderValue {
  readonly kind: "holder";
  readonly holds: "list" | "map" | "record";
  readonly of: readonly Value[];
}

/** A function of which only the written type is known: `open: () => DatabaseSync`, a method of an interface. */
export interface SignatureValue {
  readonly kind: "signature";
  readonly file: SourceFile;
  readonly returns: Node;
}

/** A type's name: an interface or an alias. What has that type is `of`. */
export interface TypeNameValue {
  readonly kind: "type-name";
  readonly of: readonly Value[];
}

export type Value =
  | TypeNameValue
  | ApiValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | MadeValue
  | ObjectValue
  | ArrayValue
  | NamespaceValue
  | ModuleBlockValue
  | RestValue
  | PromiseValue
  | TypedValue
  | SignatureValue
  | HolderValue;

/** Nothing is known. */
export const unknown: readonly Value[] = [];

export function api(module: string, path: readonly string[]): ApiValue {
  const start = path.findIndex((segment) => segment !== "default");
  return { kind: "api", module, path: start === -1 ? [] : path.slice(start) };
}

/** A global by the path of its members: `global("Atomics", "wait")`. */
export function global(...path: readonly string[]): ApiValue {
  return api("global", path);
}

/** Whether a value is exactly this member of this module. */
export function isApi(value: Value, module: string, path: string): boolean {
  return value.kind === "api" && value.module === module && value.path.join(".") === path;
}

/** More values than code written by people chooses among, and longer paths than it writes: there the list is cut off. */
const maximumValues = 50;
const maximumPath = 20;

/**
 * The different values among those given. Code that walks through what it knows nothing about (`node = node.left`,
 * `node = node.right`) would otherwise double the list at each step.
 */
export function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2 && (values[0]?.kind !== "api" || values[0].path.length <= maximumPath)) {
    return values;
  }
  const seen = new Set<unknown>();
  const kept: Value[] = [];
  for (const value of values) {
    if (kept.length >= maximumValues) break;
    const key = identityOf(value);
    if (key === undefined || seen.has(key)) continue;
    seen.add(key);
    kept.push(value);
  }
  return kept;
}

/** What two equal values have in common; undefined for one that is not worth keeping. */
function identityOf(value: Value): unknown {
  switch (value.kind) {
    case "api":
      return value.path.length > maximumPath
        ? undefined
        : `${value.module}\0${value.path.join("\0")}`;
    case "function":
    case "object":
    case "class":
    case "module-block":
      return value.node;
    default:
      return value;
  }
}

/** Of most APIs nothing is known of what they give; the catalog names those of which something is. */
export function isResult(value: Value): boolean {
  return value.kind === "api" && value.path.some((segment) => segment.endsWith("()"));
}

/** Whether a value says less than a written type may: an empty list, a new map, the result of an unknown call. */
export function isBare(value: Value): boolean {
  if (value.kind === "array") return value.elements.every((element) => element.length === 0);
  if (value.kind !== "api") return false;
  return isResult(value) || (value.module === "global" && value.path.at(-1) === "prototype");
}
