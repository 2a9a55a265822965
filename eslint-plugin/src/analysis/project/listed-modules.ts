/** The modules of which users list APIs themselves, also where these are files of the project. */
import path from "node:path";
import type { CatalogModule } from "../../catalog/types.js";

export class ListedModules {
  readonly #names: ReadonlySet<string>;
  /** Those that go by a path. */
  readonly #relative: readonly CatalogModule[];
  readonly #folder: string | undefined;
  readonly #resolve: (specifier: string, from: string) => string | undefined;
  #byPath: ReadonlyMap<string, string> | undefined;

  /** @param folder the folder from which relative names count. */
  constructor(
    apis: readonly CatalogModule[],
    folder: string | undefined,
    resolve: (specifier: string, from: string) => string | undefined,
  ) {
    this.#names = new Set(apis.map(({ module }) => module));
    this.#relative = apis.filter(({ module }) => isRelative(module));
    this.#folder = folder;
    this.#resolve = resolve;
  }

  /** The listed name of what a specifier means in a file: the specifier itself, or the path of the file that it leads to. */
  nameOf(specifier: string, from: string): string | undefined {
    if (this.#names.has(specifier)) return specifier;
    if (this.#relative.length === 0 || this.#folder === undefined) return undefined;
    const found = this.#resolve(specifier, from);
    return found === undefined ? undefined : this.#paths(this.#folder).get(found);
  }

  /** Words of which a text that calls one of the listed files' APIs has one. */
  get words(): readonly string[] {
    return this.#relative.flatMap(({ module, apis }) =>
      Object.keys(apis).map((name) => {
        const last = name.split(".").at(-1) ?? name;
        return last === "default" ? path.parse(module).name : last;
      }),
    );
  }

  /** Files may have come or gone. */
  forget(): void {
    this.#byPath = undefined;
  }

  #paths(folder: string): ReadonlyMap<string, string> {
    this.#byPath ??= new Map(
      this.#relative.flatMap(({ module }) => {
        const found = this.#resolve(module, path.join(folder, "file.js"));
        return found === undefined ? [] : [[found, module] as const];
      }),
    );
    return this.#byPath;
  }
}

/**
 * What a file writes for a module that is listed by its path from a folder: what it writes already, else the path from
 * where it lies. Packages go by their names everywhere.
 *
 * @param written the specifiers of the modules that the file loads.
 */
export function specifierOfListed(
  module: string,
  { folder, file, written }: { folder: string; file: string; written: readonly string[] },
): string {
  if (!isRelative(module) || written.includes(module)) return module;
  const here = path.dirname(file);
  const target = path.resolve(folder, module);
  const same = written.find(
    (one) =>
      isRelative(one) && withoutExtension(path.resolve(here, one)) === withoutExtension(target),
  );
  if (same !== undefined) return same;
  const found = path.relative(here, target).replaceAll(path.sep, "/");
  return isRelative(found) ? found : `./${found}`;
}

function isRelative(specifier: string): boolean {
  return /^\.\.?\//u.test(specifier);
}

function withoutExtension(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$/u, "");
}
