/** A cheap look at a file's text: whether anything in it could block, and what it imports. Comes before parsing. */
import type { CatalogIndex } from "../values/catalog-index.js";
import { wholeModule } from "./word-flow.js";

/** Clocks and shared memory, of which a busy wait needs one; and a loop without a body. */
const spins = /\bAtomics\b|\bwhile\s*\([^\n]*\)\s*(?:;|\{\s*\})/u;
const clock = /\bDate\b|\bperformance\b|\bhrtime\b|receiveMessageOnPort/u;
/** Loops that may end by a clock: all but those that step through something. */
const openLoop =
  /\bwhile\b|\bfor\s*\([^\n;]*;[^\n;]*;\s*\)|\bfor\s*\([^\n]*(?:\bDate\b|\bperformance\b|\bhrtime\b|\bnow\b)/u;

/** Loops that might spin on anything, or count far: looked at in the file that is linted. */
const anyLoop = /\bwhile\b|\bfor\s*\(\s*;|\bfor\s*\([^\n]*(?:\d[\d_]{3,}|\de\d)/u;

/** Loops that only wait for one call: what it awaits may be there already. */
const awaitingLoop =
  /\bwhile\s*\([^\n]*\)\s*(?:\{\s*)?await\s+[\w$.]+\([^()\n]*\)\s*;?\s*(?:\}|\n|$)/u;

const synchronous = /Sync\b|loadEnvFile|@blocking/u;
const synchronousWord = /Sync$|^loadEnvFile$/u;

const imported =
  /(?:\bfrom|\bimport|\brequire|\bgetBuiltinModule|_require\w*)\s*\(?\s*["'`]([^"'`\n]+)["'`]/gu;

/** A module bound to one name, by a default or namespace import or a `require` and what compilers wrap it in. */
const bound =
  /\bimport\s+(?:([\w$]+)\s*(?:,[^;"']*)?|\*\s*as\s+([\w$]+)\s*)from\s*["']([^"'\n]+)|(?:const|let|var|,)\s+([\w$]+)\s*=\s*(?:[\w$.]+\(\s*)*require\w*\(\s*["'`]([^"'`\n]+)["'`]\s*\)+\s*(?=[;,\n])/gu;
/** What is taken of a module is named: named imports, destructured or member-wise requires. */
const picked =
  /\bimport\s*(?:type\s*)?\{[^}]*\}\s*from\s*["']([^"'\n]+)|\}\s*=\s*(?:await\s+)?(?:[\w$.]+\(\s*)*(?:require\w*|import)\s*\(\s*["'`]([^"'`\n]+)|\b(?:require\w*|import)\s*\(\s*["'`]([^"'`\n]+)["'`]\s*\)+\s*\??\./gu;

/** A module of the catalog by the words under which its members are called, those in `…Sync` aside. */
export interface ModuleWords {
  readonly specifiers: readonly string[];
  readonly words: readonly string[];
}

export class Relevance {
  readonly #bySpecifier = new Map<string, ModuleWords>();
  readonly #isKnown: (specifier: string) => boolean;
  readonly #specifiers: RegExp;
  readonly #byGlobal = new Map<string, readonly string[]>();
  readonly #globals: RegExp;
  readonly #extra: RegExp;
  /** Words that count in any file: of what users list of the project's own files. */
  readonly listed: ModuleWords;

  /** @param listedWords what users list of the project's own files, which any file may import. */
  constructor(
    catalog: CatalogIndex,
    extraNames: readonly string[],
    listedWords: readonly string[],
  ) {
    this.#isKnown = (specifier) => catalog.isKnown(specifier);
    for (const module of catalog.moduleWords()) {
      for (const name of module.specifiers) this.#bySpecifier.set(name, module);
    }
    for (const [root, words] of catalog.globalWords()) this.#byGlobal.set(root, words);
    this.#specifiers = anyOf([...this.#bySpecifier.keys()], "[\"'`](", ")[\"'`/]", "gu");
    // Called or handed on, and no member of something else, unless of the global object.
    this.#globals = anyOf(
      [...this.#byGlobal.keys()],
      "(?<![\\w$.]|\\bfunction\\s)(?:(?:window|globalThis|self|global|top|parent|frames)\\??\\.)?(",
      ")\\s*(?:[.(,);]|\\?\\.)",
      "gu",
    );
    this.#extra = anyOf(extraNames, "\\b(", ")\\b", "u");
    this.listed = { specifiers: [], words: listedWords };
  }

  /** Whether the text itself names anything that blocks. */
  names(text: string): boolean {
    if (synchronous.test(text) || spins.test(text) || this.#extra.test(text)) return true;
    if (clock.test(text) && openLoop.test(text)) return true;
    this.#globals.lastIndex = 0;
    return this.#globals.test(text);
  }

  /**
   * Which of the words of a text call something that blocks.
   *
   * @param named the modules of the catalog that the text itself names.
   * @param reached those that it or anything it imports names.
   */
  blockingWords(
    text: string,
    named: readonly ModuleWords[],
    reached: readonly ModuleWords[],
  ): (word: string) => boolean {
    const words = new Set(reached.flatMap((module) => module.words));
    // Only where the module itself is named may the whole of it be what blocks.
    words.delete(wholeModule);
    for (const module of named) for (const word of module.words) words.add(word);
    // Without this the search would go on where the last one ended.
    this.#globals.lastIndex = 0;
    for (const match of text.matchAll(this.#globals)) {
      if (declares(text, match[1] ?? "")) continue;
      for (const word of this.#byGlobal.get(match[1] ?? "") ?? []) words.add(word);
    }
    return (word) => synchronousWord.test(word) || words.has(word);
  }

  /** Whether the text has loops that are worth a closer look. */
  loops(text: string): boolean {
    return anyLoop.test(text);
  }

  /** Whether the text has loops that do nothing but await a call, which may be of another file's function. */
  waits(text: string): boolean {
    return awaitingLoop.test(text);
  }

  /** The specifiers of the modules that a text imports, by the look of it. */
  imports(text: string): readonly string[] {
    return [...new Set([...text.matchAll(imported)].flatMap((match) => match[1] ?? []))];
  }

  /** Whether the text may hand on a module of the catalog as a whole: `export const io = { fs }`. */
  provides(text: string): boolean {
    const known = this.imports(text).filter((specifier) => this.#isKnown(specifier));
    return known.length > 0 && this.handedOn(text, known).length > 0;
  }

  /** Those of the modules imported that the text may hand on as a whole: `export *`, `exports.a = require("a")`. */
  handedOn(text: string, specifiers: readonly string[]): readonly string[] {
    const seen = new Map<string, number>();
    for (const match of text.matchAll(imported)) {
      const name = match[1] ?? "";
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    const settle = (specifier: string): void => {
      seen.set(specifier, (seen.get(specifier) ?? 0) - 1);
    };
    for (const match of text.matchAll(picked)) settle(match[1] ?? match[2] ?? match[3] ?? "");
    const given = givenNames(text);
    for (const match of text.matchAll(bound)) {
      const name = match[1] ?? match[2] ?? match[4] ?? "";
      if (!given.has(name)) settle(match[3] ?? match[5] ?? "");
    }
    return specifiers.filter((specifier) => (seen.get(specifier) ?? 0) > 0);
  }

  /** The modules of the catalog that a text names. */
  modulesIn(text: string): readonly ModuleWords[] {
    const found: ModuleWords[] = [];
    for (const match of text.matchAll(this.#specifiers)) {
      const module = this.#bySpecifier.get(match[1] ?? "");
      if (module === undefined || found.includes(module)) continue;
      if (module.words.some((word) => word === wholeModule || text.includes(word)))
        found.push(module);
    }
    return found;
  }
}

/** Where a name is given to something else, as a whole: neither called there nor asked for a member. */
const givenName =
  /(?:\bexports(?:\.[\w$]+)*\s*=|:|\breturn|\bdefault|\.\.\.|\bexports,|=>)\s*([\w$]+)(?![\w$]|\s*(?:[.([:]|\?\.))/gu;
const exportedNames = /\bexport\s*\{([^}]*)\}|\bexports\s*=\s*\{([^}]*)\}/gu;
const listedName = /[\w$]+(?![\w$]|\s*(?:[.([:]|\?\.))/gu;

/** The names that a text gives to something else, by the look of it. */
function givenNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(givenName)) names.add(match[1] ?? "");
  for (const match of text.matchAll(exportedNames)) {
    for (const [name] of (match[1] ?? match[2] ?? "").matchAll(listedName)) names.add(name);
  }
  return names;
}

/** Whether a text seems to declare a name, as a variable or as a parameter. */
function declares(text: string, name: string): boolean {
  return new RegExp(
    `\\b(?:function|class|const|let|var)\\s+${name}\\b|[({,]\\s*${name}\\s*[,)}=:]`,
    "u",
  ).test(text);
}

function anyOf(words: readonly string[], before: string, after: string, flags: string): RegExp {
  // Without any word it matches nothing.
  return words.length === 0
    ? /(?!)/gu
    : new RegExp(`${before}${words.map(escaped).join("|")}${after}`, flags);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
