/**
 * Which files of a project matter to which: by their texts, and by the words through which one leads to what blocks in
 * another. Only files that say something of interest are parsed for it, and nothing of their syntax is kept.
 */
import { givenFunctions } from "./handed-functions.js";
import { type Relevance } from "./relevance.js";
import { called, reachWords } from "./reached-words.js";
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
  readonly filter: WordFilter;
  /** The files of the project that it imports, by specifier. */
  readonly imports: ReadonlyMap<string, string>;
  /** Those of them that it may hand on as a whole; asked for when it matters. */
  handedOn: ReadonlySet<string> | undefined;
  /** Those of them that it hands functions to; asked for when it matters. */
  givenFunctions: ReadonlySet<string> | undefined;
  names: boolean | undefined;
  /** Whether a loop does nothing but await a call: then that call is looked into, wherever it leads. */
  waits: boolean | undefined;
  /** Whether it may hand on a module of the catalog, by itself or through what it imports. */
  provides: boolean | undefined;
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
  /** How many of the words that got a meaning were looked for among its own; undefined before it was looked at. */
  lookedUp: number | undefined;
}

const none: ReadonlyMap<string, number> = new Map();

export class Reach {
  readonly #relevance: Relevance;
  readonly #files: ReachFiles;
  readonly #entries = new Map<string, Entry>();
  readonly #looks = new Map<string, Look>();
  readonly #pending = new Set<string>();
  /** Words that got a meaning because some file names the module that they belong to. */
  readonly #meaningful: string[] = [];

  constructor(relevance: Relevance, files: ReachFiles) {
    this.#relevance = relevance;
    this.#files = files;
  }

  /** Whether anything in a text may block, by itself or through what it imports. */
  matters(path: string, text: string): boolean {
    const look = this.#lookAt(path, text);
    this.#explore(look);
    if (this.#names(look)) return true;
    return [...look.imports.values()].some((imported) => this.#mentions(look, imported));
  }

  /** Whether what one file imports from another may matter to it. */
  follows(path: string, text: string, imported: string): boolean {
    const look = this.#lookAt(path, text);
    look.waits ??= this.#relevance.waits(text);
    if (look.waits) return true;
    this.#explore(look);
    this.#add(imported);
    this.#settle();
    const entry = this.#entries.get(imported);
    if (entry === undefined) return false;
    const provides = this.#provides(entry.look);
    if (this.#names(look) && (this.#names(entry.look) || provides)) return true;
    if (provides && this.#isHandedOn(path, look, imported)) return true;
    if (this.#mentions(look, imported) || this.#handsOn(path, look, imported)) return true;
    return this.#names(look) && this.#isGivenFunctions(path, look, imported);
  }

  /** Whether a file hands functions to another, which may call them at once. */
  #isGivenFunctions(path: string, look: Look, imported: string): boolean {
    look.givenFunctions ??= this.#filesOf(path, givenFunctions(look.text));
    return look.givenFunctions.has(imported);
  }

  #filesOf(path: string, specifiers: Iterable<string>): ReadonlySet<string> {
    return new Set([...specifiers].flatMap((one) => this.#files.resolve(one, path) ?? []));
  }

  #names(look: Look): boolean {
    look.names ??= this.#relevance.names(look.text);
    return look.names;
  }

  #provides(look: Look): boolean {
    if (look.provides === undefined) {
      // Cyclic imports end here.
      look.provides = false;
      look.provides =
        this.#relevance.provides(look.text) ||
        [...look.imports.values()].some((imported) => {
          const entry = this.#entries.get(imported);
          return entry !== undefined && this.#provides(entry.look);
        });
    }
    return look.provides;
  }

  #mentions(look: Look, imported: string): boolean {
    const words = this.#entries.get(imported)?.words ?? none;
    for (const word of words.keys()) {
      if (word === wholeModule || look.filter.mayHave(word)) return true;
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
    const look: Look = {
      text,
      filter: new WordFilter(text),
      imports,
      handedOn: undefined,
      givenFunctions: undefined,
      names: undefined,
      waits: undefined,
      provides: undefined,
    };
    this.#looks.set(path, look);
    // A module that has not been seen before gives meaning to words in any file.
    const words = this.#relevance.activate(text);
    if (words.length > 0) this.#giveMeaning(words);
    return look;
  }

  #giveMeaning(words: readonly string[]): void {
    this.#meaningful.push(...words);
    const mayHave = ({ filter }: Look): boolean => words.some((word) => filter.mayHave(word));
    for (const one of this.#looks.values()) {
      if (one.names === false && mayHave(one)) one.names = undefined;
    }
    for (const [path, { look }] of this.#entries) if (mayHave(look)) this.#pending.add(path);
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
      this.#entries.set(path, newEntry(look));
      this.#pending.add(path);
      paths.push(...look.imports.values());
    }
  }

  /** Brings words from files to those that import them, until nothing is new. */
  #settle(): void {
    if (this.#pending.size === 0) return;
    for (const path of this.#pending) {
      for (const imported of this.#entries.get(path)?.look.imports.values() ?? []) {
        this.#entries.get(imported)?.importers.add(path);
      }
    }
    for (const path of this.#pending) {
      this.#pending.delete(path);
      const entry = this.#entries.get(path);
      if (entry === undefined) continue;
      const before = entry.said.length;
      this.#update(path, entry);
      if (entry.said.length > before)
        for (const importer of entry.importers) this.#pending.add(importer);
    }
  }

  /** Adds what is new since the last time: in what a file imports, and in what its own words mean. */
  #update(path: string, entry: Entry): void {
    const { look } = entry;
    const inherited = this.#inherited(path, entry);
    const isNew = (entry.lookedUp ?? -1) < this.#meaningful.length;
    if (inherited.length === 0 && (!isNew || !this.#names(look))) return;
    if (entry.flow === undefined) entry.flow = this.#files.flowOf(path, look.text) ?? null;
    if (entry.flow === null) return;
    const { flow } = entry;
    if (isNew) inherited.push(...this.#ownWords(entry, flow));
    for (const word of reachWords(flow, entry.reached, inherited)) {
      if (flow.exported.has(word)) say(entry, word, entry.reached.get(word) ?? 0);
    }
  }

  /** The words of a file that block by themselves: all when it is first asked about, then those with a new meaning. */
  #ownWords(entry: Entry, { uses }: WordFlow): [string, number][] {
    const before = entry.lookedUp;
    entry.lookedUp = this.#meaningful.length;
    if (before !== undefined) {
      return this.#meaningful
        .slice(before)
        .flatMap((word) => (uses.has(word) ? [[word, called]] : []));
    }
    const isBlocking = this.#relevance.blockingWords(entry.look.text);
    const words: [string, number][] = [];
    for (const word of uses.keys()) if (isBlocking(word)) words.push([word, called]);
    // Modules that are a function themselves.
    if (isBlocking(wholeModule)) words.push([importedModule, called]);
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
        else if (look.filter.mayHave(word)) inherited.push([word, how]);
        if (isHandedOn) say(entry, word, how);
      }
    }
    return inherited;
  }
}

function newEntry(look: Look): Entry {
  return {
    look,
    importers: new Set(),
    flow: undefined,
    words: new Map(),
    said: [],
    reached: new Map(),
    heard: new Map(),
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
