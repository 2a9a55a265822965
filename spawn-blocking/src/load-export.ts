/** Exports of modules, loaded in a thread. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export type Callable = (...args: unknown[]) => unknown;

/** @throws TypeError where the module has no such export, or it is no function; otherwise what the module throws. */
export function loadExport(url: string, name: string): Callable | Promise<Callable> {
  const required = requireModule(url);
  if (required !== undefined) return exportOf(required.module, url, name);
  return importModule(url).then((module) => exportOf(module, url, name));
}

/** Loaders, such as tsx, may do for `import` what they do not for `require`. */
const hasLoader = /(?:^|\s)(?:-r|--require|--import|--loader|--experimental-loader)\b/u.test(
  `${process.execArgv.join(" ")} ${process.env.NODE_OPTIONS ?? ""}`,
);

/** Where `import` may succeed, or says better what is wrong. */
const leftToImport: ReadonlySet<unknown> = new Set([
  "ERR_MODULE_NOT_FOUND",
  "ERR_REQUIRE_ASYNC_MODULE",
  "ERR_REQUIRE_CYCLE_MODULE",
  "ERR_REQUIRE_ESM",
  "MODULE_NOT_FOUND",
]);

/** What modules threw, which makes them throw it again, as under `import`; under `require`, Node 20.19 forgets it. */
const thrown = new Map<string, unknown>();

/**
 * Most modules can be required, ES modules too, and the first `import` in a thread costs it some milliseconds.
 *
 * @returns nothing where `import` has to try.
 */
function requireModule(url: string): { readonly module: unknown } | undefined {
  if (hasLoader || !url.startsWith("file:") || !/\.[cm]?js$/u.test(url)) return undefined;
  if (thrown.has(url)) throw thrown.get(url);
  const file = fileURLToPath(url);
  try {
    return { module: createRequire(file)(file) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError || leftToImport.has(codeOf(error))) return undefined;
    thrown.set(url, error);
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

async function importModule(url: string): Promise<unknown> {
  try {
    return (await import(url)) as unknown;
  } catch (error) {
    const module = isUnknownToLoader(error, url) ? requiredUnderLoader(url) : undefined;
    if (module === undefined) throw error;
    return module;
  }
}

/** On Node 20 a thread inherits of a loader (tsx) only what it does for `require`. */
function requiredUnderLoader(url: string): unknown {
  const file = fileURLToPath(url);
  for (const candidate of [file, file.replace(/\.([cm]?)js$/u, ".$1ts")]) {
    try {
      return createRequire(file)(candidate) as unknown;
    } catch {
      // What `import` said is what counts.
    }
  }
  return undefined;
}

/** The module itself is not found, or of a kind that takes a loader; not what it imports. */
function isUnknownToLoader(error: unknown, url: string): boolean {
  if (!(error instanceof Error) || !url.startsWith("file:")) return false;
  const { code, url: missing } = error as { readonly code?: unknown; readonly url?: unknown };
  if (code === "ERR_UNKNOWN_FILE_EXTENSION") return error.message.endsWith(fileURLToPath(url));
  return code === "ERR_MODULE_NOT_FOUND" && missing === url;
}

function exportOf(module: unknown, url: string, name: string): Callable {
  const named = memberOf(module, name);
  // What `import` makes of a CommonJS module has all names in its `default`; what `require` brings may be the default.
  const found = [named, memberOf(memberOf(module, "default"), name), name === "default" && module];
  const fn = found.find((one) => typeof one === "function");
  if (fn !== undefined) return fn as Callable;
  throw new TypeError(
    named === undefined
      ? `${url} has no export named "${name}"`
      : `the export "${name}" of ${url} is not a function`,
  );
}

function memberOf(value: unknown, name: string): unknown {
  return (value as Partial<Record<string, unknown>> | null | undefined)?.[name];
}
