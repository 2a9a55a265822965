/**
 * What the structured clone algorithm makes of a value, by its type, where the parser offers a program. Only what is
 * certain counts: of a union each member has to be refused, and what is optional or of unknown type may be harmless.
 */
import type { Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";

/** What is used of TypeScript's types, which is the same from version 4 to 6 (the numbers of `TypeFlags` are not). */
interface Type {
  readonly types?: readonly Type[];
  /** "any", "string", "undefined", "symbol", … */
  readonly intrinsicName?: string;
  isUnion(): boolean;
  isIntersection(): boolean;
  isTypeParameter(): boolean;
  getConstraint(): Type | undefined;
  getCallSignatures(): readonly { getReturnType(): Type }[];
  getConstructSignatures(): readonly unknown[];
  getProperties(): readonly TypeSymbol[];
  getBaseTypes(): readonly Type[] | undefined;
  getSymbol(): TypeSymbol | undefined;
}

interface TypeSymbol {
  readonly name: string;
  readonly flags: number;
  readonly declarations?: readonly { getSourceFile(): { readonly fileName: string } }[];
}

interface Checker {
  getTypeAtLocation(node: object): Type;
  getTypeOfSymbolAtLocation(symbol: TypeSymbol, node: object): Type;
  getTypeArguments(type: Type): readonly Type[];
  typeToString(type: Type): string;
}

interface Services {
  readonly program: {
    getTypeChecker(): Checker;
    isSourceFileDefaultLibrary(file: object): boolean;
  };
  readonly esTreeNodeToTSNodeMap: { get(node: Node): object | undefined };
}

/** ts.SymbolFlags */
const Flags = { class: 32, method: 8192, accessor: 98_304, optional: 16_777_216 } as const;

const nullish = new Set(["undefined", "null", "void"]);

/** Types of TypeScript's libraries that hold others: they are cloned with these. */
const containers = new Set(["Array", "Map", "ReadonlyArray", "ReadonlyMap", "ReadonlySet", "Set"]);

/** Classes of the platform whose instances can't be cloned, or come out empty. */
const refused = new Set([
  ...["AbortController", "AbortSignal", "Event", "EventTarget", "FinalizationRegistry", "FormData"],
  ...["Headers", "Promise", "Request", "Response", "URL", "URLSearchParams", "WeakMap", "WeakRef"],
  ...["AsyncGenerator", "Generator", "WeakSet", "WebSocket", "Worker"],
]);

/** Those of Node's classes that it can clone, and those that only a list of transferables sends. */
const cloned = new Set([
  ...["Blob", "BlockList", "Buffer", "CryptoKey", "FileHandle", "File", "Histogram", "KeyObject"],
  ...["IntervalHistogram", "MessagePort", "ReadableStream", "RecordableHistogram"],
  ...["SocketAddress", "TransformStream", "WritableStream", "X509Certificate"],
]);

/** Objects within objects are looked into so far. */
const MAX_DEPTH = 4;

/** What a value is that can't be sent, to be read after "is"; undefined where it may be sent, or nothing is known. */
export function unsendableByType(
  file: SourceFile,
  node: Node,
  role: "argument" | "result" | "items",
): string | undefined {
  const services = servicesOf(file);
  const tsNode = services?.esTreeNodeToTSNodeMap.get(node);
  if (services === undefined || tsNode === undefined) return undefined;
  const look = new Look(services, tsNode);
  const type = look.checker.getTypeAtLocation(tsNode);
  if (role === "items") return look.items(type);
  return look.describe(role === "result" ? look.awaited(type) : type);
}

/** The same of what a function returns, or what its promise gives. */
export function unsendableReturn(file: SourceFile, fn: Node): string | undefined {
  const services = servicesOf(file);
  const tsNode = services?.esTreeNodeToTSNodeMap.get(fn);
  if (services === undefined || tsNode === undefined) return undefined;
  const look = new Look(services, tsNode);
  const [signature, ...overloads] = look.checker.getTypeAtLocation(tsNode).getCallSignatures();
  if (signature === undefined || overloads.length > 0) return undefined;
  return look.describe(look.awaited(signature.getReturnType()));
}

function servicesOf(file: SourceFile): Services | undefined {
  const services = file.services as Partial<Services> | null | undefined;
  return services?.program && services.esTreeNodeToTSNodeMap ? (services as Services) : undefined;
}

interface Refusal {
  /** The properties that lead to it. */
  readonly path: string;
  readonly what: string;
}

class Look {
  readonly checker: Checker;
  readonly #services: Services;
  readonly #node: object;
  readonly #seen = new Set<Type>();

  constructor(services: Services, node: object) {
    this.#services = services;
    this.checker = services.program.getTypeChecker();
    this.#node = node;
  }

  describe(type: Type): string | undefined {
    const refusal = this.#refusalOf(type, 0);
    if (refusal === undefined) return undefined;
    const { path, what } = refusal;
    return path === "" ? what : `a value in which '${path}' is ${what}`;
  }

  /** Of the items of a map, which may come from any iterable: what iterates is not sent itself. */
  items(type: Type): string | undefined {
    const isContainer = containers.has(type.getSymbol()?.name ?? "") || this.#isTuple(type);
    return isContainer ? this.describe(type) : undefined;
  }

  /** What a thread waits for, before it sends it. */
  awaited(type: Type): Type {
    const isPromise = type.getSymbol()?.name === "Promise" && this.#isOfPlatform(type.getSymbol());
    return (isPromise ? this.checker.getTypeArguments(type)[0] : undefined) ?? type;
  }

  #refusalOf(type: Type, depth: number): Refusal | undefined {
    if (depth > MAX_DEPTH || this.#seen.has(type)) return undefined;
    this.#seen.add(type);
    try {
      return this.#look(type, depth);
    } finally {
      this.#seen.delete(type);
    }
  }

  #look(type: Type, depth: number): Refusal | undefined {
    if (type.isUnion()) return this.#ofUnion(type.types ?? [], depth);
    if (type.isIntersection()) return this.#ofIntersection(type.types ?? [], depth);
    if (type.isTypeParameter()) {
      const constraint = type.getConstraint();
      return constraint === undefined ? undefined : this.#refusalOf(constraint, depth);
    }
    if (type.intrinsicName === "symbol" || this.checker.typeToString(type).startsWith("unique sym"))
      return here("a symbol");
    if (type.intrinsicName !== undefined) return undefined;
    if (type.getConstructSignatures().length > 0) return here("a class");
    if (type.getCallSignatures().length > 0) return here("a function");
    return this.#ofObject(type, depth);
  }

  #ofUnion(types: readonly Type[], depth: number): Refusal | undefined {
    const values = types.filter(({ intrinsicName }) => !nullish.has(intrinsicName ?? ""));
    const refusals = values.map((one) => this.#refusalOf(one, depth));
    return refusals.includes(undefined) ? undefined : refusals[0];
  }

  /** A branded string is a string, whatever its brand says. */
  #ofIntersection(types: readonly Type[], depth: number): Refusal | undefined {
    const isPrimitive = types.some(
      (one) => one.getSymbol() === undefined && one.getProperties().length > 0,
    );
    if (isPrimitive || types.some(({ intrinsicName }) => intrinsicName !== undefined))
      return undefined;
    return types.map((one) => this.#refusalOf(one, depth)).find((one) => one !== undefined);
  }

  #ofObject(type: Type, depth: number): Refusal | undefined {
    const symbol = type.getSymbol();
    if (this.#isTuple(type)) return this.#inside(this.checker.getTypeArguments(type), depth);
    // Literals of strings and numbers have none.
    if (symbol === undefined) return undefined;
    if (containers.has(symbol.name) && this.#isOfPlatform(symbol)) {
      return this.#inside(this.checker.getTypeArguments(type), depth);
    }
    if (this.#isOfPlatform(symbol)) return this.#ofPlatform(type, symbol);
    if ((symbol.flags & Flags.class) !== 0) {
      if (this.#isError(type)) return undefined;
      const isMore = type.getProperties().some(isCode) || hasPrivateNames(type);
      if (isMore) {
        const name = this.checker.typeToString(type);
        return here(`an instance of ${name}, which arrives as a plain object without its methods`);
      }
    }
    return this.#ofProperties(type, depth);
  }

  #inside(types: readonly Type[], depth: number): Refusal | undefined {
    for (const one of types) {
      const refusal = this.#refusalOf(one, depth + 1);
      if (refusal !== undefined) return { ...refusal, path: joined("[]", refusal.path) };
    }
    return undefined;
  }

  #ofProperties(type: Type, depth: number): Refusal | undefined {
    for (const property of type.getProperties()) {
      const { name, flags } = property;
      // Keys that are symbols are not sent.
      if ((flags & Flags.optional) !== 0 || name.startsWith("__@")) continue;
      const value = this.checker.getTypeOfSymbolAtLocation(property, this.#node);
      const refusal = this.#refusalOf(value, depth + 1);
      if (refusal === undefined) continue;
      return { ...refusal, path: joined(name, refusal.path) };
    }
    return undefined;
  }

  #ofPlatform(type: Type, symbol: TypeSymbol): Refusal | undefined {
    const { name } = symbol;
    if (name === "Promise") return here("a promise, which can be awaited before");
    if (refused.has(name)) return here(`an instance of ${name}`);
    if (!this.#isOfNode(symbol) || cloned.has(name)) return undefined;
    const hasMethods = type.getProperties().some(({ flags }) => (flags & Flags.method) !== 0);
    return hasMethods && !this.#isError(type) && !this.#isView(type)
      ? here(`an instance of ${name}`)
      : undefined;
  }

  #isTuple(type: Type): boolean {
    return (type as { target?: { hasRestElement?: boolean } }).target?.hasRestElement !== undefined;
  }

  #isError(type: Type): boolean {
    const symbol = type.getSymbol();
    if (symbol?.name === "Error" && this.#isOfPlatform(symbol)) return true;
    return (type.getBaseTypes() ?? []).some((base) => this.#isError(base));
  }

  /** A typed array, as Node's Buffer is. */
  #isView(type: Type): boolean {
    return type.getProperties().some(({ name }) => name === "BYTES_PER_ELEMENT");
  }

  /** Declared by TypeScript's own libraries, or by @types/node. */
  #isOfPlatform(symbol: TypeSymbol | undefined): boolean {
    return (
      this.#isOfNode(symbol) ||
      (symbol?.declarations ?? []).some((one) =>
        this.#services.program.isSourceFileDefaultLibrary(one.getSourceFile()),
      )
    );
  }

  #isOfNode(symbol: TypeSymbol | undefined): boolean {
    return (symbol?.declarations ?? []).some((one) =>
      /\/node_modules\/(?:@types\/node|undici-types)\//u.test(one.getSourceFile().fileName),
    );
  }
}

function joined(first: string, rest: string): string {
  return rest === "" || rest.startsWith("[") ? first + rest : `${first}.${rest}`;
}

function here(what: string): Refusal {
  return { path: "", what };
}

/** A method or an accessor, which stays on the prototype. */
function isCode({ flags }: TypeSymbol): boolean {
  return (flags & (Flags.method | Flags.accessor)) !== 0;
}

/** TypeScript keeps `#name` under a name of its own making. */
function hasPrivateNames(type: Type): boolean {
  return type.getProperties().some(({ name }) => name.startsWith("__#"));
}
