/**
 * Which files of a project matter to which: by their texts, and by the words through which one leads to what blocks in
 * another. Only files that say something of interest are parsed for it, and nothing of their syntax is kept.
 */
import { givenFunctions, reexported } from "./handed-functions.js";
import type { ModuleWords, Relevance } from "./relevance.js";
import { called, reachWords, standsForApi } from "./reached-words.js";
import { importedModule, wholeModule, type WordFlow } from "./word-flow.js";
import { WordFilter } from "./word-filter.js";

export interface ReachFiles {
  textOf(path: string): string | undefined;
  resolve(specifier: string, from: string): string | undefined;
  /** The flow of words in a file; undefined for one that does not parse. */
  flowOf(path: string, text: string): WordFlow | undefined;
}

/** What the text of one file says. */
interface Look {
  readonly text: string;
  /** The words of the text; made when somebody asks. */
  words: WordFilter | undefined;
  /** The modules of the catalog that it names. */
  readonly modules: readonly ModuleWords[];
  /** The files of the project that it imports, by specifier. */
  readonly imports: ReadonlyMap<string, string>;
  /** Those of them that it may hand on as a whole; asked for when it matters. */
  handedOn: ReadonlySet<string> | undefined;
  /** Those of them that it hands functions to; asked for when it matters. */
  givenFunctions: ReadonlySet<string> | undefined;
  /** Whether it names anything that blocks; until it does, asked again when there are more modules to name. */
  names: { readonly value: boolean; readonly modules: number } | undefined;
  /** Whether it matters to the rules, as long as nothing more is known of what it imports. */
  matters:
    { readonly after: number; readonly toCalls: boolean; readonly toChains: boolean } | undefined;
  /** Whether types tell what is not imported. */
  isTyped: boolean;
  /** Whether a loop does nothing but await a call: then that call is looked into, wherever it leads. */
  waits: boolean | undefined;
  /** Whether others may get a module of the catalog, or what one gives, from it; asked for when it matters. */
  supplies: boolean | undefined;
}

interface Entry {
  readonly look: Look;
  readonly importers: Set<string>;
  /** Undefined until it is asked for; null where there is none. */
  flow: WordFlow | null | undefined;
  /** The words by which importers reach something that blocks. */
  readonly words: Map<string, number>;
  /** The same in the order in which it was found, so that each importer reads on where it left off. */
  readonly said: (readonly [word: string, how: number])[];
  /** All words of the file that lead to something that blocks. */
  readonly reached: Map<string, number>;
  /** How much of what each file that it imports has said was heard. */
  readonly heard: Map<string, number>;
  /** The modules of the catalog that it or anything it imports names: what they give may be called here. */
  readonly modules: Set<ModuleWords>;
  /** The words of how many of these were looked for among its own; undefined before it was looked at. */
  lookedUp: number | undefined;
}

const none: ReadonlyMap<string, number> = new Map();

const anyWay = ~0;

export class Reach {
  readonly #relevance: Relevance;
  readonly #files: ReachFiles;
  readonly #entries = new Map<string, Entry>();
  readonly #looks = new Map<string, Look>();
  readonly #pending = new Set<string>();
  /** How often words were brought from files to others: whenever there is something new to know. */
  #settled = 0;
  /** All modules of the catalog that any file names. */
  readonly #modules = new Set<ModuleWords>();

  /** Files to which functions are handed, by those that import them or through barrels. */
  readonly #given = new Set<string>();

  constructor(relevance: Relevance, files: ReachFiles) {
    this.#relevance = relevance;
    this.#files = files;
  }

  /**
   * Whether anything in a text may block, by itself or through what it imports.
   *
   * @param isTyped whether type information tells what things are that come from no import.
   * @param chains whether also by calling functions of other files that block further down.
   */
  matters(path: string, text: string, isTyped: boolean, chains: boolean): boolean {
    const look = this.#lookAt(path, text);
    look.isTyped = isTyped;
    this.#explore(look);
    // Several rules ask about the same file.
    const after = this.#settled + this.#modules.size;
    if (look.matters?.after !== after) {
      const names = this.#names(path, look);
      const mentions = (how: number): boolean =>
        [...look.imports.values()].some((imported) => this.#mentions(look, imported, how));
      const toChains = names || mentions(anyWay);
      const toCalls = names || (toChains && mentions(standsForApi));
      look.matters = { after, toCalls, toChains };
    }
    return chains ? look.matters.toChains : look.matters.toCalls;
  }

  /**
   * Whether what one file imports from another may matter to it.
   *
   * @param isReturned whether the file returns what calls of the other give, which may be promises.
   * @param loosely whether it matters as well what the other does without blocking.
   */
  follows(
    path: string,
    text: string,
    imported: string,
    isReturned: boolean,
    loosely: boolean,
  ): boolean {
    const look = this.#lookAt(path, text);
    look.waits ??= this.#relevance.waits(text);
    if (look.waits) return true;
    this.#explore(look);
    this.#add(imported);
    this.#settle();
    const entry = this.#entries.get(imported);
    if (entry === undefined) return false;
    const names = this.#names(path, look);
    const isGiven =
      (names && this.#isGivenFunctions(path, look, imported)) ||
      (this.#given.has(path) && this.#reexports(path, look, imported));
    if (isGiven) this.#given.add(imported);
    if (isGiven || this.#mentions(look, imported)) return true;
    if (names && (isReturned || loosely)) return true;
    const supplies = this.#supplies(imported, entry.look);
    if (supplies && (names || this.#isHandedOn(path, look, imported))) return true;
    return this.#handsOn(path, look, imported);
  }

  /** Whether a file hands on what another exports, all of it or by name. */
  #reexports(path: string, look: Look, imported: string): boolean {
    return (
      this.#isHandedOn(path, look, imported) ||
      this.#filesOf(path, reexported(look.text)).has(imported)
    );
  }

  /** Whether a file hands functions to another, which may call them at once. */
  #isGivenFunctions(path: string, look: Look, imported: string): boolean {
    look.givenFunctions ??= this.#filesOf(path, givenFunctions(look.text));
    return look.givenFunctions.has(imported);
  }

  #filesOf(path: string, specifiers: Iterable<string>): ReadonlySet<string> {
    return new Set([...specifiers].flatMap((one) => this.#files.resolve(one, path) ?? []));
  }

  #names(path: string, look: Look): boolean {
    const modules = this.#modulesOf(path, look);
    if (look.names === undefined || (!look.names.value && look.names.modules < modules.size)) {
      const isThere = (word: string): boolean => word !== wholeModule && mayHave(look, word);
      const value =
        this.#relevance.names(look.text) ||
        look.modules.length > 0 ||
        [...modules].some(({ words }) => words.some(isThere));
      look.names = { value, modules: modules.size };
    }
    return look.names.value;
  }

  #modulesOf(path: string, look: Look): ReadonlySet<ModuleWords> {
    if (look.isTyped) return this.#modules;
    const own = this.#entries.get(path)?.modules;
    if (own !== undefined) return own;
    const modules = new Set([this.#relevance.listed, ...look.modules]);
    for (const imported of look.imports.values()) {
      for (const module of this.#entries.get(imported)?.modules ?? []) modules.add(module);
    }
    return modules;
  }

  /**
   * Whether others may get a module of the catalog from a file, or what such a module gives (a database that is open), be
   * it by itself or because it hands on what it imports.
   */
  #supplies(path: string, look: Look): boolean {
    if (look.supplies === undefined) {
      // Cyclic imports end here.
      look.supplies = false;
      look.supplies =
        look.modules.length > 0 ||
        this.#relevance.provides(look.text) ||
        [...look.imports.values()].some((imported) => {
          const entry = this.#entries.get(imported);
          return (
            entry !== undefined &&
            this.#supplies(imported, entry.look) &&
            this.#isHandedOn(path, look, imported)
          );
        });
    }
    return look.supplies;
  }

  #mentions(look: Look, imported: string, how = anyWay): boolean {
    const words = this.#entries.get(imported)?.words ?? none;
    for (const [word, ways] of words) {
      if ((ways & how) === 0) continue;
      if (word === wholeModule || mayHave(look, word)) return true;
    }
    return false;
  }

  #handsOn(path: string, look: Look, imported: string): boolean {
    if ((this.#entries.get(imported)?.words ?? none).size === 0) return false;
    return this.#isHandedOn(path, look, imported);
  }

  /** Whether a file may hand on another as a whole, whatever that says. */
  #isHandedOn(path: string, look: Look, imported: string): boolean {
    look.handedOn ??= this.#filesOf(
      path,
      this.#relevance.handedOn(look.text, [...look.imports.keys()]),
    );
    return look.handedOn.has(imported);
  }

  #lookAt(path: string, text: string): Look {
    const known = this.#looks.get(path);
    if (known?.text === text) return known;
    const imports = new Map<string, string>();
    for (const specifier of this.#relevance.imports(text)) {
      const found = this.#files.resolve(specifier, path);
      if (found !== undefined && found !== path) imports.set(specifier, found);
    }
    const modules = this.#relevance.modulesIn(text);
    for (const module of modules) this.#modules.add(module);
    const look: Look = {
      text,
      words: undefined,
      modules,
      imports,
      handedOn: undefined,
      givenFunctions: undefined,
      names: undefined,
      matters: undefined,
      isTyped: false,
      waits: undefined,
      supplies: undefined,
    };
    this.#looks.set(path, look);
    return look;
  }

  #explore(look: Look): void {
    for (const imported of look.imports.values()) this.#add(imported);
    this.#settle();
  }

  /** Adds a file and all that it imports. */
  #add(first: string): void {
    const paths = [first];
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      if (this.#entries.has(path)) continue;
      const text = this.#files.textOf(path);
      if (text === undefined) continue;
      const look = this.#lookAt(path, text);
      this.#entries.set(path, newEntry(look, [this.#relevance.listed, ...look.modules]));
      this.#pending.add(path);
      paths.push(...look.imports.values());
    }
  }

  /** Brings words from files to those that import them, until nothing is new. */
  #settle(): void {
    if (this.#pending.size === 0) return;
    this.#settled += 1;
    for (const path of this.#pending) {
      for (const imported of this.#entries.get(path)?.look.imports.values() ?? []) {
        this.#entries.get(imported)?.importers.add(path);
      }
    }
    for (const path of this.#pending) {
      this.#pending.delete(path);
      const entry = this.#entries.get(path);
      if (entry === undefined) continue;
      const before = entry.said.length + entry.modules.size;
      this.#update(path, entry);
      if (entry.said.length + entry.modules.size > before)
        for (const importer of entry.importers) this.#pending.add(importer);
    }
  }

  /** Adds what is new since the last time: in what a file imports, and in what its own words mean. */
  #update(path: string, entry: Entry): void {
    const { look, modules } = entry;
    for (const imported of look.imports.values()) {
      for (const module of this.#entries.get(imported)?.modules ?? []) modules.add(module);
    }
    const inherited = this.#inherited(path, entry);
    const isNew = (entry.lookedUp ?? -1) < modules.size;
    if (inherited.length === 0 && (!isNew || !this.#names(path, look))) return;
    if (entry.flow === undefined) entry.flow = this.#files.flowOf(path, look.text) ?? null;
    if (entry.flow === null) return;
    const { flow } = entry;
    if (isNew) inherited.push(...this.#ownWords(entry, flow));
    entry.lookedUp = modules.size;
    for (const word of reachWords(flow, entry.reached, inherited)) {
      if (flow.exported.has(word)) say(entry, word, entry.reached.get(word) ?? 0);
    }
  }

  /** The words of a file that block by themselves: all when it is first asked about, then those of more modules. */
  #ownWords({ look, modules, lookedUp }: Entry, { uses }: WordFlow): [string, number][] {
    if (lookedUp !== undefined) {
      return [...modules]
        .slice(lookedUp)
        .flatMap((module) => module.words)
        .flatMap((word) =>
          word !== wholeModule && uses.has(word) ? [[word, called | standsForApi]] : [],
        );
    }
    const isBlocking = this.#relevance.blockingWords(look.text, look.modules, [...modules]);
    const words: [string, number][] = [];
    for (const word of uses.keys()) if (isBlocking(word)) words.push([word, called | standsForApi]);
    // Modules that are a function themselves.
    if (isBlocking(wholeModule)) words.push([importedModule, called | standsForApi]);
    return words;
  }

  /** The words that lead on in what a file imports, of those files that have more to say than when last asked. */
  #inherited(path: string, entry: Entry): [string, number][] {
    const { look, heard } = entry;
    const inherited: [string, number][] = [];
    for (const imported of new Set(look.imports.values())) {
      const said = this.#entries.get(imported)?.said ?? [];
      const news = said.slice(heard.get(imported) ?? 0);
      if (news.length === 0) continue;
      heard.set(imported, said.length);
      const isHandedOn = this.#handsOn(path, look, imported);
      for (const [word, how] of news) {
        if (word === wholeModule) inherited.push([importedModule, how]);
        else if (mayHave(look, word)) inherited.push([word, how]);
        if (isHandedOn) say(entry, word, how);
      }
    }
    return inherited;
  }
}

/** Whether a word may stand in a text: by accident also where it does not. */
function mayHave(look: Look, word: string): boolean {
  look.words ??= new WordFilter(look.text);
  return look.words.mayHave(word);
}

function newEntry(look: Look, modules: readonly ModuleWords[]): Entry {
  return {
    look,
    importers: new Set(),
    flow: undefined,
    words: new Map(),
    said: [],
    reached: new Map(),
    heard: new Map(),
    modules: new Set(modules),
    lookedUp: undefined,
  };
}

/** Notes that a word leads on in a further way. */
function say({ words, said }: Entry, word: string, how: number): void {
  const before = words.get(word) ?? 0;
  const added = how & ~before;
  if (added === 0) return;
  words.set(word, before | added);
  said.push([word, added]);
}
