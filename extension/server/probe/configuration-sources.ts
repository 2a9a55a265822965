/** What an ESLint configuration is made of besides its own file: the workspace's own modules that it imports. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { createModuleFinder } from "eslint-plugin-unblock/analysis";

export interface ConfigurationSources {
  /** The configuration and what it imports from the workspace, by real paths. */
  readonly files: readonly string[];
  /** Packages of the workspace itself that it imports: whatever is in their folders may count. */
  readonly folders: readonly string[];
}

/** A configuration that imports more than this is no longer read on. */
const mostFiles = 200;
const mostCharacters = 1_000_000;

/** Imports, dynamic ones and `require`. One in a comment does no harm: a file more is watched. */
const specifiers =
  /\b(?:from|import|require)\b\s*\(?\s*(?<quote>["'])(?<specifier>[^"'\n]+)\k<quote>/gu;

const endings = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".json"];

/** Looks at the texts only, so that it works where the configuration can't be loaded, and for every kind of module. */
export function configurationSources(configuration: string): ConfigurationSources {
  const files = new Set<string>();
  const folders = new Set<string>();
  const finder = createModuleFinder();
  const waiting = [configuration];
  for (
    let file = waiting.pop();
    file !== undefined && files.size < mostFiles;
    file = waiting.pop()
  ) {
    const real = realPath(file);
    if (real === undefined || files.has(real)) continue;
    files.add(real);
    for (const specifier of importsOf(real)) {
      if (isRelative(specifier))
        waiting.push(...modulesAt(path.resolve(path.dirname(real), specifier)));
      else {
        const folder = workspacePackage(specifier, path.dirname(real));
        if (folder !== undefined) folders.add(folder);
        // A name of package.json's `imports`, an alias of tsconfig.json, the package's own name.
        const found = finder.resolve(specifier, real);
        if (found !== undefined) waiting.push(found);
      }
    }
  }
  return { files: [...files], folders: [...folders] };
}

function importsOf(file: string): readonly string[] {
  try {
    const text = readFileSync(file, "utf8");
    if (text.length > mostCharacters) return [];
    return [...text.matchAll(specifiers)].flatMap(({ groups }) => groups?.["specifier"] ?? []);
  } catch {
    return [];
  }
}

function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//u.test(specifier) || specifier === "." || specifier === "..";
}

/** Files that an import of that path may mean; TypeScript's are imported by the names of what they compile to. */
function modulesAt(wanted: string): readonly string[] {
  const written = wanted.replace(/\.(?<kind>[cm]?)js$/u, ".$<kind>ts");
  const candidates = [wanted, written, path.join(wanted, "index")].flatMap((base) =>
    endings.map((ending) => `${base}${ending}`),
  );
  return candidates.filter(isFile);
}

/** In one question: a file may go at any time. */
function isFile(candidate: string): boolean {
  try {
    return statSync(candidate).isFile();
  } catch {
    return false;
  }
}

/** The folder of a package that `node_modules` only links to, as those of a monorepo are; undefined for installed ones. */
function workspacePackage(specifier: string, from: string): string | undefined {
  const name = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? specifier;
  for (let folder = from; ; folder = path.dirname(folder)) {
    const real = realPath(path.join(folder, "node_modules", name));
    if (real !== undefined) {
      return real.split(path.sep).includes("node_modules") ? undefined : real;
    }
    if (path.dirname(folder) === folder) return undefined;
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}
