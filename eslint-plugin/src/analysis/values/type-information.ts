/**
 * Values by TypeScript's types, where the parser offers a program: parameters, properties and results that syntax alone
 * does not tell. TypeScript is not imported: what is used of it is described here, and is the same from 4 to 6.
 */
import type { Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";
import { api, unknown, type Value } from "./values.js";

interface TypeSymbol {
  readonly escapedName: string;
  readonly flags: number;
  readonly parent?: TypeSymbol;
  readonly exports?: { has(name: string): boolean };
  readonly declarations?: readonly Declaration[];
}

interface Declaration {
  readonly name?: { getStart(): number };
  getSourceFile(): { readonly fileName: string };
}

interface Type {
  readonly flags: number;
  readonly objectFlags?: number;
  readonly types?: readonly Type[];
  getSymbol(): TypeSymbol | undefined;
}

interface TypeChecker {
  getTypeAtLocation(node: object): Type;
  getBaseConstraintOfType(type: Type): Type | undefined;
}

interface Services {
  readonly program: { getTypeChecker(): TypeChecker };
  readonly esTreeNodeToTSNodeMap: { get(node: Node): object | undefined };
}

/** ts.SymbolFlags.Class | Interface */
const classLike = 32 | 64;
/** ts.SymbolFlags.Function | Method */
const callable = 16 | 8192;
/** ts.SymbolFlags.ValueModule */
const moduleFlag = 512;
/** ts.ObjectFlags.Class | Interface | Reference: the type of an instance, not of the class itself. */
const instanceFlags = 1 | 2 | 4;

const installed = /.*\/node_modules\/(?:@types\/)?((?:@[^/]+\/)?[^/]+)\//u;

export interface TypeLookup {
  /** One name for a module: "node:fs" for "fs". */
  canonicalName(specifier: string): string;
  /** Whether the catalog knows a class of a module. */
  hasClass(module: string, path: readonly string[]): boolean;
  /** A file of the project. */
  fileAt(path: string): SourceFile | undefined;
}

/** What the type of an expression says about its value; nothing where the parser has no types. */
export function valuesByType(lookup: TypeLookup, file: SourceFile, node: Node): readonly Value[] {
  const type = typeOf(file, node);
  return type === undefined ? unknown : ofType(lookup, type);
}

/** Whether an expression is a promise by its type; false where the parser has no types. */
export function isPromiseByType(file: SourceFile, node: Node): boolean {
  const type = typeOf(file, node);
  return (type?.types ?? (type === undefined ? [] : [type])).some((one) => {
    const symbol = one.getSymbol();
    return (
      (symbol?.escapedName === "Promise" || symbol?.escapedName === "PromiseLike") &&
      symbol.parent === undefined
    );
  });
}

/** Whether the parser has offered types with a file. */
export function hasTypes(file: SourceFile): boolean {
  return servicesOf(file) !== undefined;
}

function servicesOf(file: SourceFile): Services | undefined {
  const services = file.services as Partial<Services> | null | undefined;
  return services?.program && services.esTreeNodeToTSNodeMap ? (services as Services) : undefined;
}

function typeOf(file: SourceFile, node: Node): Type | undefined {
  const services = servicesOf(file);
  if (services === undefined) return undefined;
  const tsNode = services.esTreeNodeToTSNodeMap.get(node);
  if (tsNode === undefined) return undefined;
  const checker = services.program.getTypeChecker();
  const type = checker.getTypeAtLocation(tsNode);
  // Of a type parameter, and of what is picked by one, the bound tells what there is at least.
  return checker.getBaseConstraintOfType(type) ?? type;
}

function ofType(lookup: TypeLookup, type: Type): readonly Value[] {
  if (type.types !== undefined) return type.types.flatMap((one) => ofType(lookup, one));
  const symbol = type.getSymbol();
  if (symbol === undefined) return unknown;
  const isInstance =
    (symbol.flags & classLike) !== 0 && ((type.objectFlags ?? 0) & instanceFlags) !== 0;
  if (!isInstance && (symbol.flags & (callable | moduleFlag | classLike)) === 0) return unknown;
  const origin = originOf(symbol);
  if (origin === undefined) return isInstance ? ownInstance(lookup, symbol) : unknown;
  const module = lookup.canonicalName(origin.module);
  const path = isInstance ? [...origin.path, "prototype"] : origin.path;
  return [api(module, knownPath(lookup, module, path))];
}

interface Origin {
  readonly module: string;
  readonly path: readonly string[];
}

/** The module outside the project that declares a symbol, and the path to it there. */
function originOf(symbol: TypeSymbol): Origin | undefined {
  const path: string[] = [];
  for (let inner: TypeSymbol | undefined = symbol; inner !== undefined; inner = inner.parent) {
    const name = inner.escapedName;
    if (name.startsWith('"')) {
      const module = packageOf(name.slice(1, -1));
      return module === undefined ? undefined : { module, path };
    }
    path.unshift(name);
    const { parent } = inner;
    const isMember = parent !== undefined && (parent.flags & classLike) !== 0;
    if (isMember && parent.exports?.has(name) !== true) path.unshift("prototype");
  }
  const [declaration] = symbol.declarations ?? [];
  const fileName = declaration?.getSourceFile().fileName;
  const module = fileName === undefined ? undefined : installed.exec(fileName)?.[1];
  // The built-in modules are declared by name; what else @types/node holds is global.
  if (module === undefined || module === "typescript" || module === "node") return undefined;
  return { module: scoped(module), path };
}

/** "fs" for `declare module "fs"`; the package's name for a file in node_modules; undefined for the project's own. */
function packageOf(name: string): string | undefined {
  if (!name.includes("/") || !/^(?:[A-Za-z]:)?\//u.test(name)) return name;
  const found = installed.exec(`${name}/`)?.[1];
  return found === undefined ? undefined : scoped(found);
}

/** "@scope/name" for the "scope__name" of @types. */
function scoped(name: string): string {
  return name.includes("__") ? `@${name.replace("__", "/")}` : name;
}

/**
 * Type declarations may give a package's main class a name of its own, in a namespace (BetterSqlite3.Database): the
 * catalog knows it as the default export.
 */
function knownPath(lookup: TypeLookup, module: string, path: readonly string[]): readonly string[] {
  const at = path.indexOf("prototype");
  if (at < 0 || lookup.hasClass(module, path.slice(0, at))) return path;
  const own = path.slice(at - 1, at);
  return lookup.hasClass(module, own) ? path.slice(at - 1) : path.slice(at);
}

/** An instance of a class of the project. */
function ownInstance(lookup: TypeLookup, symbol: TypeSymbol): readonly Value[] {
  return (symbol.declarations ?? []).flatMap((declaration): readonly Value[] => {
    const start = declaration.name?.getStart();
    const file =
      start === undefined ? undefined : lookup.fileAt(declaration.getSourceFile().fileName);
    const node = file?.nodes.classes.find((one) => one.id?.range[0] === start);
    return file === undefined || node === undefined ? [] : [{ kind: "instance", file, node }];
  });
}
