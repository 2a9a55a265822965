/** Calls that reach an API of the catalog. */
import type { BlockingApi } from "../../catalog/types.js";
import {
  argumentsOf,
  calleeOf,
  isFunction,
  plainKey,
  unwrap,
  type CallNode,
  type Node,
} from "../syntax/ast.js";
import type { CatalogIndex } from "./catalog-index.js";
import { conditionsHold, type Arguments } from "../cost.js";
import { roleOfArgument } from "../execution/execution.js";
import type { CallbackRole } from "../execution/callbacks.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { isApi, type ApiValue, type Value } from "./values.js";

/** A call that reaches an API which blocks. */
export interface ApiCall {
  readonly call: CallNode;
  readonly module: string;
  readonly path: readonly string[];
  readonly entry: BlockingApi;
  /** What the API gets: not the arguments of the call itself for `.call`, `Reflect.apply` and callbacks. */
  readonly arguments: Arguments;
  /**
   * `call`: written as a call of the API. `indirect`: through `.call`, `.apply`, `Reflect.apply`. `reference`: handed
   * to something that calls it, such as `files.map(readFileSync)`.
   */
  readonly form: "call" | "indirect" | "reference";
  /** When it runs, for a reference. */
  readonly role: CallbackRole;
}

/** The full name of an API: "node:fs.readFileSync", "Atomics.wait", "better-sqlite3.prototype.exec". */
export function apiName(module: string, path: readonly string[]): string {
  if (module === "global") return path.join(".");
  return path.length === 0 ? module : `${module}.${path.join(".")}`;
}

export class BlockingApis {
  readonly #resolver: Resolver;
  readonly #catalog: CatalogIndex;

  constructor(resolver: Resolver, catalog: CatalogIndex) {
    this.#resolver = resolver;
    this.#catalog = catalog;
  }

  /** The blocking API that a call reaches; undefined if it reaches none. */
  reachedBy(file: SourceFile, call: CallNode): ApiCall | undefined {
    return this.#direct(file, call) ?? this.#indirect(file, call) ?? this.#reference(file, call);
  }

  #direct(file: SourceFile, call: CallNode): ApiCall | undefined {
    const given = argumentsOf(call);
    for (const value of this.#resolver.valuesOf(file, calleeOf(call))) {
      const entry = this.#entry(value);
      if (
        entry === undefined ||
        (entry.entry.construct === true) !== (call.type === "NewExpression")
      ) {
        continue;
      }
      if (!conditionsHold(file, entry.entry, given)) continue;
      return { call, ...entry, arguments: given, form: "call", role: "inline" };
    }
    return undefined;
  }

  /** `readFileSync.call(fs, path)`, `readFileSync.apply(fs, [path])`. */
  #indirect(file: SourceFile, call: CallNode): ApiCall | undefined {
    const callee = calleeOf(call);
    if (call.type !== "CallExpression" || callee.type !== "MemberExpression") return undefined;
    const name = plainKey(callee.property, callee.computed);
    if (name !== "call" && name !== "apply") return undefined;
    // Function.prototype.call.call(readFileSync, fs, path): what is called is the first argument.
    const isUncurried = this.#resolver
      .valuesOf(file, callee.object)
      .some((value) => isApi(value, "global", "Function.prototype.call"));
    const [first, ...others] = call.arguments;
    const called = isUncurried && name === "call" ? first : callee.object;
    if (called === undefined) return undefined;
    for (const value of this.#resolver.valuesOf(file, called)) {
      const entry = this.#entry(value);
      if (entry === undefined || entry.entry.construct === true) continue;
      const given = name === "apply" ? listed(others[0]) : others.slice(isUncurried ? 1 : 0);
      if (!conditionsHold(file, entry.entry, given)) continue;
      return { call, ...entry, arguments: given, form: "indirect", role: "inline" };
    }
    return undefined;
  }

  /** `files.map(readFileSync)`, `Reflect.apply(readFileSync, undefined, [path])`, `promise.then(readFileSync)`. */
  #reference(file: SourceFile, call: CallNode): ApiCall | undefined {
    for (const [index, argument] of argumentsOf(call).entries()) {
      const node = unwrap(argument);
      if (!mayBeFunction(node)) continue;
      for (const value of this.#resolver.valuesOf(file, node)) {
        const entry = this.#entry(value);
        if (entry === undefined || entry.entry.construct === true) continue;
        const role = roleOfArgument(this.#resolver, file, call, index);
        if (role === undefined || role === "off") continue;
        const callee = calleeOf(call);
        const isApply =
          callee.type === "MemberExpression" &&
          callee.object.type === "Identifier" &&
          callee.object.name === "Reflect";
        const given = isApply ? listed(argumentsOf(call)[2]) : [];
        if (!conditionsHold(file, entry.entry, given)) continue;
        const form = isApply ? "indirect" : "reference";
        return { call, ...entry, arguments: given, form, role };
      }
    }
    return undefined;
  }

  #entry(
    value: Value,
  ): { module: string; path: readonly string[]; entry: BlockingApi } | undefined {
    if (value.kind !== "api") return undefined;
    const entry = this.#catalog.blockingApi(value.module, value.path) ?? this.#ofMember(value);
    return entry === undefined ? undefined : { module: value.module, path: value.path, entry };
  }

  /** The globals' own prototypes: what `new XMLHttpRequest()` gives is found by its class alone. */
  #ofMember(value: ApiValue): BlockingApi | undefined {
    return value.module === "global" && value.path[0] === "process"
      ? this.#catalog.blockingApi("node:process", value.path.slice(1))
      : undefined;
  }
}

/** The elements of an array literal. */
function listed(node: Node | undefined): readonly Node[] {
  if (node?.type !== "ArrayExpression") return [];
  return node.elements.filter((element) => element !== null);
}

/** Whether an argument may be a function that is named here and written elsewhere. */
export function mayBeFunction(node: Node): boolean {
  return (
    !isFunction(node) &&
    (node.type === "Identifier" ||
      node.type === "MemberExpression" ||
      node.type === "CallExpression")
  );
}
