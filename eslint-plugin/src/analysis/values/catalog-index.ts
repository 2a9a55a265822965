/** The catalog as the analysis asks it: by module and path, whatever the module is called where it is imported. */
import { isBuiltin } from "node:module";
import type { BlockingApi, CatalogModule, CostRange } from "../../catalog/types.js";
import { api } from "./values.js";

/** Durations measured on the user's machine, by the API's full name: "node:fs.readFileSync". */
export type MeasuredCosts = Readonly<Record<string, CostRange>>;

interface IndexedModule {
  readonly apis: ReadonlyMap<string, BlockingApi>;
  readonly instances: ReadonlyMap<string, string>;
}

export class CatalogIndex {
  readonly #canonical = new Map<string, string>();
  readonly #modules = new Map<string, IndexedModule>();

  readonly #twins = new Map<string, BlockingApi>();

  /** `measured`: figures of the user's machine in place of typical ones, by the API's full name. */
  constructor(modules: readonly CatalogModule[], measured: MeasuredCosts = {}) {
    for (const listed of modules) {
      const module = { ...listed, apis: withMeasured(listed, measured) };
      this.#canonical.set(module.module, module.module);
      for (const entry of Object.values(module.apis)) this.#addTwin(entry);
      for (const alias of module.aliases) this.#canonical.set(alias, module.module);
      const known = this.#modules.get(module.module);
      this.#modules.set(module.module, {
        apis: new Map([...(known?.apis ?? []), ...byPath(module.apis)]),
        instances: new Map([...(known?.instances ?? []), ...byPath(module.instances ?? {})]),
      });
    }
  }

  #addTwin(entry: BlockingApi): void {
    if (entry.asyncForm === undefined) return;
    const { module, name } = entry.asyncForm;
    const key = module === "node:fs/promises" ? `node:fs.promises.${name}` : `${module}.${name}`;
    if (!this.#twins.has(key)) this.#twins.set(key, entry);
  }

  /** One name for each module: "node:fs" for "fs". */
  canonicalName(specifier: string): string {
    const known = this.#canonical.get(specifier);
    if (known !== undefined) return known;
    return !specifier.startsWith("node:") && isBuiltin(specifier) ? `node:${specifier}` : specifier;
  }

  /** What the catalog says about a member of a module: a function if called, a class if constructed. */
  blockingApi(module: string, path: readonly string[]): BlockingApi | undefined {
    return this.#modules.get(module)?.apis.get(path.join("."));
  }

  /** The class of what a call gives. */
  instanceOf(module: string, path: readonly string[]): readonly string[] | undefined {
    return this.#modules.get(module)?.instances.get(path.join("."))?.split(".");
  }

  /** Whether anything is known of a class's instances. */
  hasClass(module: string, path: readonly string[]): boolean {
    const prefix = `${[...path, "prototype"].join(".")}.`;
    return [...(this.#modules.get(module)?.apis.keys() ?? [])].some((key) =>
      key.startsWith(prefix),
    );
  }

  /** The blocking API whose asynchronous form this is: `readFileSync` for `promises.readFile` of node:fs. */
  synchronousTwin(module: string, path: readonly string[]): BlockingApi | undefined {
    return this.#twins.get(`${module}.${path.join(".")}`);
  }

  /**
   * Whether a call of this API gives a promise: it is the asynchronous form of a blocking one, and needs no promisifying.
   */
  givesPromise(module: string, path: readonly string[]): boolean {
    return this.synchronousTwin(module, path)?.asyncForm?.style === "promise";
  }

  /** Whether a specifier names a module of the catalog. */
  isKnown(specifier: string): boolean {
    return this.#canonical.has(specifier);
  }

  /** Each module with the last words of its members' names; without those in `…Sync`, which tell themselves. */
  moduleWords(): readonly {
    readonly specifiers: readonly string[];
    readonly words: readonly string[];
  }[] {
    return [...this.#modules].flatMap(([module, { apis }]) => {
      const words = lastWords([...apis.keys()].filter((path) => !tellsItself(path)));
      if (module === "global" || words.length === 0) return [];
      const specifiers = [...this.#canonical].flatMap(([name, canonical]) =>
        canonical === module ? [name] : [],
      );
      return [{ specifiers, words }];
    });
  }

  /** The globals by their first names, with the last words of what blocks in them. */
  globalWords(): ReadonlyMap<string, readonly string[]> {
    const byRoot = new Map<string, string[]>();
    for (const path of this.#modules.get("global")?.apis.keys() ?? []) {
      const root = path.split(".")[0] ?? "";
      if (root === "process") continue;
      byRoot.set(root, [...(byRoot.get(root) ?? []), ...lastWords([path])]);
    }
    return byRoot;
  }
}

/**
 * True where a name of the path ends in `Sync`; that of synckit's `createSyncFn` does not. Of a class's methods the own
 * name counts: `exec` is called where nobody names `DatabaseSync`, in other files than the one that opens the database.
 */
function tellsItself(path: string): boolean {
  const names = path.split(".prototype.").at(-1) ?? path;
  return names.split(".").some((name) => /Sync(?:\(\))?$/u.test(name));
}

/** `read` of "Dir.prototype.read", `exec` of "exec()"; "default" of what is the module itself. */
function lastWords(paths: readonly string[]): string[] {
  const words = paths.map((path) => {
    const parts = path.split(".").filter((part) => part !== "prototype" && part !== "");
    return (parts.at(-1) ?? "default").replace(/\(\)$/u, "") || "default";
  });
  return [...new Set(words)];
}

function withMeasured(
  { module, apis }: CatalogModule,
  measured: MeasuredCosts,
): Readonly<Record<string, BlockingApi>> {
  return Object.fromEntries(
    Object.entries(apis).map(([path, entry]) => {
      const range = measured[`${module}.${path}`];
      return [path, range === undefined ? entry : { ...entry, cost: range }];
    }),
  );
}

/** Keys as resolution writes them: without the `default` that a CommonJS export has in front. */
function byPath<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).map(([path, value]) => [
    api("", path.split(".")).path.join("."),
    value,
  ]);
}
