/** How a new module beside a file is called, and how the file names it. */
import { moduleStyle, topLevelLoads, type ModuleStyle } from "../imports/module-style.js";
import { isTypeScript } from "../typescript.js";
import type { Origin } from "./types.js";

/** The ending of JavaScript that a compiler makes of TypeScript's. */
const compiled: Readonly<Record<string, string>> = {
  ".ts": ".js",
  ".tsx": ".js",
  ".mts": ".mjs",
  ".cts": ".cjs",
};

/** "render-report.worker.ts" for `renderReport` of a TypeScript file. */
export function wantedFile(filename: string, exportName: string, hasMarkup: boolean): string {
  const ending = endingOf(filename);
  const plain = hasMarkup ? ending : ending.replace(/^(\.[jt]s)x$/u, "$1");
  const kebab = exportName
    .replaceAll(/([a-z\d])([A-Z])/gu, "$1-$2")
    .replaceAll(/[^A-Za-z\d-]/gu, "-")
    .toLowerCase();
  return `${kebab.replaceAll(/^-+|-+$/gu, "") || "work"}.worker${plain}`;
}

export function endingOf(filename: string): string {
  return /\.[cm]?[jt]sx?$/u.exec(filename)?.[0] ?? "";
}

/**
 * The module system that Node.js loads a file by, whatever syntax it is written in; undefined where that can't be told,
 * or a component's file has no place of its own.
 */
export function loadedAs({
  sourceCode,
  filename,
  compiledTo,
}: Origin): ModuleStyle["system"] | undefined {
  const ending = endingOf(filename);
  if (ending === "") return undefined;
  const { system } = moduleStyle(sourceCode);
  if (system === "commonjs") return system;
  if (/\bimport\.meta\b/u.test(sourceCode.text)) return "esm";
  return /^\.c?tsx?$/u.test(ending) ? compiledTo : "esm";
}

/** The ways in which a file names another one beside it. */
export interface Specifiers {
  /** For `import` and `require`. */
  readonly load: string;
  /** For `new URL` and `require.resolve`, which find nothing without the ending. */
  readonly locate: string;
}

/** By the style in which the file writes its relative imports: compiled endings, TypeScript's own, or none. */
export function specifiersOf(origin: Origin, target: string): Specifiers {
  const { sourceCode, filename } = origin;
  const base = `./${target}`;
  const ending = endingOf(target);
  if (!isTypeScript(filename)) return { load: base, locate: base };
  const relative = topLevelLoads(sourceCode)
    .map(({ specifier }) => specifier)
    .filter((specifier) => /^\.\.?\//u.test(specifier));
  if (relative.some((specifier) => /\.[cm]?tsx?$/u.test(specifier))) {
    return { load: base, locate: base };
  }
  const stem = base.slice(0, base.length - ending.length);
  const asCompiled = stem + (compiled[ending] ?? ending);
  const hasNoEndings =
    relative.length > 0 && relative.every((specifier) => !/\.[cm]?jsx?$/u.test(specifier));
  if (!hasNoEndings) return { load: asCompiled, locate: asCompiled };
  // `require` finds files without their endings, save those that it knows nothing of. In modules it is a bundler that
  // does, by the names that they have.
  if (loadedAs(origin) === "esm") return { load: stem, locate: base };
  return ending === ".cts"
    ? { load: asCompiled, locate: asCompiled }
    : { load: stem, locate: stem };
}
