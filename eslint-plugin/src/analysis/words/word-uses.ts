/** What becomes of the words of one file. */

/** What becomes of a word. A list is undefined where nothing does. */
export interface WordUses {
  /** Functions that use it, where nothing asynchronous stands between: calling them may call it. One list for each place. */
  readonly users: readonly (readonly string[])[] | undefined;
  /** What it is given to: variables, properties, subclasses, functions that return it. */
  readonly holders: ReadonlySet<string> | undefined;
  /** What is given the result of its call, or the instance that it constructs. */
  readonly results: ReadonlySet<string> | undefined;
  /** Classes that have it as a member. */
  readonly classes: ReadonlySet<string> | undefined;
}

interface Growing {
  users: (readonly string[])[] | undefined;
  holders: Set<string> | undefined;
  results: Set<string> | undefined;
  classes: Set<string> | undefined;
}

/** Of most words, which lead nowhere: one for all, since they are many. */
const nothing: Readonly<Growing> = {
  users: undefined,
  holders: undefined,
  results: undefined,
  classes: undefined,
};

/** Collects the uses of all words. */
export class UsesByWord {
  readonly #uses = new Map<string, Growing>();

  get all(): ReadonlyMap<string, WordUses> {
    return this.#uses;
  }

  add(word: string, kind: "holders" | "results" | "classes", name: string): void {
    const uses = this.#of(word);
    (uses[kind] ??= new Set()).add(name);
  }

  /** Notes that functions use a word; the same list stands for the same place. */
  addUsers(word: string, names: readonly string[]): void {
    if (names.length === 0) {
      if (!this.#uses.has(word)) this.#uses.set(word, nothing);
      return;
    }
    const uses = this.#of(word);
    if (uses.users?.at(-1) !== names) (uses.users ??= []).push(names);
  }

  #of(word: string): Growing {
    let uses = this.#uses.get(word);
    if (uses === undefined || uses === nothing) {
      uses = { ...nothing };
      this.#uses.set(word, uses);
    }
    return uses;
  }
}
