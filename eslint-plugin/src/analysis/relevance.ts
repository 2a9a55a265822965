/** A cheap look at a file's text: whether anything in it, or in what it imports, could block. Comes before parsing. */
import type { CatalogIndex } from "./catalog-index.js";

/** Clocks and shared memory, of which a busy wait needs one; and a loop without a body. */
const spins = /\bAtomics\b|\bwhile\s*\([^\n]*\)\s*(?:;|\{\s*\})/u;
const clock = /\bDate\b|\bperformance\b|\bhrtime\b|receiveMessageOnPort/u;
const loop = /\bwhile\b|\bfor\s*\(/u;

/** Loops that might spin on anything, or count far: looked at in the file that is linted. */
const anyLoop = /\bwhile\b|\bfor\s*\(\s*;|\bfor\s*\([^\n]*(?:\d[\d_]{3,}|\de\d)/u;

const imported =
  /(?:\bfrom|\bimport|\brequire|\bgetBuiltinModule|_require\w*)\s*\(?\s*["'`]([^"'`\n]+)["'`]/gu;

export class Relevance {
  readonly #names: RegExp;

  constructor(catalog: CatalogIndex, extraNames: readonly string[]) {
    const specifiers = catalog.specifiers
      .filter((name) => name !== "global")
      .map((name) => `["'\`]${escaped(name)}["'\`/]`);
    const globals = new Set(
      catalog.globals.map((path) => path.split(".")[0] ?? "").filter((name) => name !== "process"),
    );
    const parts = [
      "Sync",
      "loadEnvFile",
      "@blocking",
      ...specifiers,
      ...[...globals, ...extraNames].map((name) => `\\b${escaped(name)}\\b`),
    ];
    this.#names = new RegExp(parts.join("|"), "u");
  }

  /** Whether the text itself names anything that blocks. */
  names(text: string): boolean {
    return this.#names.test(text) || spins.test(text) || (clock.test(text) && loop.test(text));
  }

  /** Whether the text has loops that are worth a closer look. */
  loops(text: string): boolean {
    return anyLoop.test(text);
  }

  /** The specifiers of the modules that a text imports, by the look of it. */
  imports(text: string): readonly string[] {
    return [...new Set([...text.matchAll(imported)].flatMap((match) => match[1] ?? []))];
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
