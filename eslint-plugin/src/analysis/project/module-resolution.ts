/** Which file a specifier means: relative paths, tsconfig `paths`, package `exports` and `imports`, workspaces. */
import fs from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import enhancedResolve, { type Resolver } from "enhanced-resolve";
import type { DebugLog } from "./debug.js";
import { Folders } from "./folders.js";
import { PackageSources } from "./package-source.js";

/** A compiled name may stand for a source file beside it. */
const extensionAlias = {
  ".js": [".ts", ".tsx", ".js", ".jsx"],
  ".jsx": [".tsx", ".jsx"],
  ".mjs": [".mts", ".mjs"],
  ".cjs": [".cts", ".cjs"],
};

const extensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

/** How long the file system's answers are kept, in milliseconds: long enough for one run, short enough for an editor. */
const cacheMs = 4000;

const installed = /[\\/]node_modules[\\/]/u;

export class ModuleResolution {
  readonly #followPackages: boolean;
  readonly #log: DebugLog;
  readonly #fileSystem = new enhancedResolve.CachedInputFileSystem(fs, cacheMs);
  readonly #folders = new Folders(extensionAlias, extensions);
  readonly #packages = new PackageSources();
  readonly #resolvers = new Map<string | undefined, Resolver>();
  readonly #configs = new Map<string, string | undefined>();
  readonly #answers = new Map<string, string | undefined>();

  constructor(followPackages: boolean, log: DebugLog) {
    this.#followPackages = followPackages;
    this.#log = log;
  }

  /**
   * The absolute path of the file that a specifier means; undefined for built-in modules, for installed packages
   * (unless they are followed), for what is not JavaScript or TypeScript, and for what does not exist.
   */
  resolve(specifier: string, from: string): string | undefined {
    if (isBuiltin(specifier) || !path.isAbsolute(from)) return undefined;
    const folder = path.dirname(from);
    const key = `${folder}\0${specifier}`;
    if (!this.#answers.has(key)) this.#answers.set(key, this.#look(specifier, folder));
    return this.#answers.get(key);
  }

  /** Forgets what was found, for when files have come or gone. */
  forget(): void {
    this.#answers.clear();
    this.#configs.clear();
    this.#fileSystem.purge();
    this.#folders.forget();
    this.#packages.forget();
  }

  #look(specifier: string, folder: string): string | undefined {
    // A relative path stays in its package: it is the project's own code, wherever that lies.
    const isOwn = /^\.\.?(?:\/|$)/u.test(specifier);
    if (isOwn) {
      const near = this.#folders.fileNamed(path.join(folder, specifier));
      if (near !== undefined) return this.#accepted(near, isOwn);
    }
    const config = this.#configFor(folder);
    const found =
      this.#resolveWith(config, specifier, folder) ??
      (config === undefined ? undefined : this.#resolveWith(undefined, specifier, folder)) ??
      this.#packages.sourceOf(specifier, folder);
    if (found === undefined && isOwn) {
      this.#log.leftOut(path.join(folder, specifier), "there is no such file");
    }
    return this.#accepted(found, isOwn);
  }

  #accepted(found: string | undefined, isOwn: boolean): string | undefined {
    if (found === undefined || !extensions.includes(path.extname(found))) return undefined;
    if (found.endsWith(".d.ts")) return undefined;
    return installed.test(found) && !isOwn && !this.#followPackages ? undefined : found;
  }

  #resolveWith(config: string | undefined, specifier: string, folder: string): string | undefined {
    let resolver = this.#resolvers.get(config);
    if (resolver === undefined) {
      resolver = enhancedResolve.ResolverFactory.createResolver({
        fileSystem: this.#fileSystem,
        useSyncFileSystemCalls: true,
        extensions,
        extensionAlias,
        conditionNames: ["node", "import", "require"],
        mainFields: ["module", "main"],
        ...(config === undefined ? {} : { tsconfig: { configFile: config } }),
      });
      this.#resolvers.set(config, resolver);
    }
    try {
      const found = resolver.resolveSync({}, folder, specifier);
      return found === false ? undefined : found;
    } catch (error) {
      // enhanced-resolve throws for what is not found and for what it can't read on the way: nothing is known then.
      this.#sayUnreadable(error, config);
      return undefined;
    }
  }

  /** Names the manifest or tsconfig file that could not be read, if that is what the resolver has thrown. */
  #sayUnreadable(error: unknown, config: string | undefined): void {
    // "Not found" comes with the details of the search.
    if (!(error instanceof Error) || "details" in error) return;
    const [, manifest, reason] = /^(.+) \(\w+ description file\): (.+)/su.exec(error.message) ?? [];
    const file = manifest ?? config;
    if (file !== undefined) this.#log.leftOut(file, reason ?? error.message);
  }

  /** The nearest tsconfig.json or jsconfig.json upward from a folder. */
  #configFor(folder: string): string | undefined {
    if (this.#configs.has(folder)) return this.#configs.get(folder);
    const here = ["tsconfig.json", "jsconfig.json"]
      .map((name) => path.join(folder, name))
      .find((candidate) => fs.existsSync(candidate));
    const above = path.dirname(folder);
    const config = here ?? (above === folder ? undefined : this.#configFor(above));
    this.#configs.set(folder, config);
    return config;
  }
}
