/**
 * The source of a workspace package whose `exports` or `main` point at files that nobody has built yet. Manifests and
 * tsconfig files tell where it lies; where they don't, it is looked for in the folders that people put it in.
 */
import fs from "node:fs";
import path from "node:path";
import { parseJsonWithComments } from "../syntax/json.js";

const sourceExtensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
const sourceFolders = ["src", "source", "lib", "."];

interface Manifest {
  readonly name?: unknown;
  readonly workspaces?: unknown;
  readonly exports?: unknown;
  readonly source?: unknown;
  readonly module?: unknown;
  readonly main?: unknown;
  readonly types?: unknown;
  readonly typings?: unknown;
}

/** Looks for packages upward from the folders that name them; what it found stays known until it forgets. */
export class PackageSources {
  readonly #manifests = new Map<string, Manifest | undefined>();
  /** The folders of packages by the folder that is asked from and their name: all folders on the way have one answer. */
  readonly #linked = new Map<string, string | undefined>();
  readonly #workspaces = new Map<string, string | undefined>();

  /** The source file that `specifier` means in a file of `folder`; undefined where no workspace package has it. */
  sourceOf(specifier: string, folder: string): string | undefined {
    const parts = /^((?:@[^/]+\/)?[^/@.#][^/]*)(\/.*)?$/u.exec(specifier);
    const name = parts?.[1];
    if (name === undefined) return undefined;
    const home = this.#linkedFolder(name, folder) ?? this.#workspaceFolder(name, folder);
    if (home === undefined || /[\\/]node_modules[\\/]/u.test(home)) return undefined;
    const manifest = this.#manifestIn(home);
    if (manifest === undefined) return undefined;
    const targets = targetsOf(manifest, `.${parts?.[2] ?? ""}`);
    return (
      firstOf(targets, (target) => sourceFile(path.join(home, target))) ??
      firstOf(targets, (target) => unbuilt(home, target))
    );
  }

  /** Forgets what was found, for when files have come or gone. */
  forget(): void {
    this.#manifests.clear();
    this.#linked.clear();
    this.#workspaces.clear();
  }

  #manifestIn(folder: string): Manifest | undefined {
    if (!this.#manifests.has(folder)) {
      const file = path.join(folder, "package.json");
      this.#manifests.set(folder, parseJsonWithComments<Manifest>(file));
    }
    return this.#manifests.get(folder);
  }

  /** The folder that `node_modules/<name>` is a link to, upward from a folder. */
  #linkedFolder(name: string, folder: string): string | undefined {
    return upward(this.#linked, name, folder, (here) => {
      const candidate = path.join(here, "node_modules", name);
      return fs.existsSync(path.join(candidate, "package.json"))
        ? fs.realpathSync(candidate)
        : undefined;
    });
  }

  /** The folder of a workspace with that name, where nothing has been installed yet. */
  #workspaceFolder(name: string, folder: string): string | undefined {
    return upward(this.#workspaces, name, folder, (here) => {
      const manifest = this.#manifestIn(here);
      const listed = manifest?.workspaces as
        { packages?: unknown } | readonly unknown[] | undefined;
      const globs: unknown = Array.isArray(listed)
        ? listed
        : (listed as { packages?: unknown } | undefined)?.packages;
      if (!Array.isArray(globs)) return undefined;
      const folders = globs.flatMap((glob) =>
        typeof glob === "string" ? expanded(here, glob) : [],
      );
      return folders.find((candidate) => this.#manifestIn(candidate)?.name === name);
    });
  }
}

function firstOf<T>(
  values: readonly T[],
  find: (value: T) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The folders of a workspaces pattern, which may end in `/*` or `/**`. */
function expanded(root: string, glob: string): readonly string[] {
  const parent = /^(.*)\/\*{1,2}$/u.exec(glob)?.[1];
  if (parent === undefined) return [path.join(root, glob)];
  try {
    return fs
      .readdirSync(path.join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(root, parent, entry.name));
  } catch {
    // No such folder: the pattern names nothing.
    return [];
  }
}

/** What is found for a name in a folder or the nearest one above that has it. */
function upward(
  known: Map<string, string | undefined>,
  name: string,
  folder: string,
  look: (folder: string) => string | undefined,
): string | undefined {
  const asked: string[] = [];
  let found: string | undefined;
  for (let here = folder; found === undefined; here = path.dirname(here)) {
    const key = `${here}\0${name}`;
    if (known.has(key)) {
      found = known.get(key);
      break;
    }
    asked.push(key);
    found = look(here);
    if (path.dirname(here) === here) break;
  }
  for (const key of asked) known.set(key, found);
  return found;
}

/** The paths that a manifest gives for a subpath, likelier sources first. */
function targetsOf(manifest: Manifest, subpath: string): readonly string[] {
  const { exports } = manifest;
  if (exports !== undefined && exports !== null) return exportTargets(exports, subpath);
  if (subpath !== ".") return [subpath];
  const fields = [
    manifest.source,
    manifest.module,
    manifest.main,
    manifest.types,
    manifest.typings,
  ];
  return [...fields.filter((field) => typeof field === "string"), "./index.js"];
}

function exportTargets(exports: unknown, subpath: string): readonly string[] {
  const isMap =
    typeof exports === "object" &&
    exports !== null &&
    Object.keys(exports).some((key) => key.startsWith("."));
  if (!isMap) return subpath === "." ? leaves(exports) : [];
  const map = exports as Readonly<Record<string, unknown>>;
  if (subpath in map) return leaves(map[subpath]);
  // The longest pattern wins, as Node.js has it.
  const patterns = Object.keys(map)
    .filter((key) => key.includes("*"))
    .sort((a, b) => b.indexOf("*") - a.indexOf("*"));
  for (const pattern of patterns) {
    const [before = "", after = ""] = pattern.split("*");
    if (!subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    if (subpath.length < before.length + after.length) continue;
    const middle = subpath.slice(before.length, subpath.length - after.length);
    return leaves(map[pattern]).map((target) => target.replaceAll("*", middle));
  }
  return [];
}

/** Every path below a target's conditions, in order. */
function leaves(target: unknown): readonly string[] {
  if (typeof target === "string") return [target];
  if (Array.isArray(target)) return target.flatMap(leaves);
  return typeof target === "object" && target !== null ? Object.values(target).flatMap(leaves) : [];
}

/** The file itself, if it is there and is code. */
function sourceFile(file: string): string | undefined {
  const isCode = sourceExtensions.includes(path.extname(file)) && !file.endsWith(".d.ts");
  return isCode && fs.existsSync(file) ? file : undefined;
}

/** The source of a built file: where tsconfig has it, or in a folder that is called so. */
function unbuilt(home: string, target: string): string | undefined {
  const bare = path.posix
    .normalize(target.replaceAll("\\", "/"))
    .replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, "");
  const candidates = [...byConfig(home, bare), ...byFolder(bare)];
  return firstOf(candidates, (candidate) =>
    firstOf(sourceExtensions, (extension) => sourceFile(path.join(home, candidate + extension))),
  );
}

/** `rootDir` in place of `outDir`. */
function byConfig(home: string, bare: string): readonly string[] {
  const config = parseJsonWithComments<{
    compilerOptions?: { rootDir?: unknown; outDir?: unknown; declarationDir?: unknown };
  }>(path.join(home, "tsconfig.json"));
  const { rootDir, outDir, declarationDir } = config?.compilerOptions ?? {};
  if (typeof rootDir !== "string") return [];
  return [outDir, declarationDir].flatMap((folder) => {
    const built = typeof folder === "string" ? path.posix.normalize(`${folder}/`) : undefined;
    return built !== undefined && bare.startsWith(built)
      ? [path.posix.join(rootDir, bare.slice(built.length))]
      : [];
  });
}

/** `dist/esm/index` as `src/esm/index`, then `src/index`. */
function byFolder(bare: string): readonly string[] {
  const segments = bare.split("/");
  return segments.slice(1).flatMap((_, index) => {
    const rest = segments.slice(index + 1).join("/");
    return sourceFolders.map((folder) => path.posix.join(folder, rest));
  });
}
