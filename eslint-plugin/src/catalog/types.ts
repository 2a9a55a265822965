/**
 * The shape of the catalog: what Unblock knows about APIs that block. Data only; `analysis/` interprets it.
 */

/** What a blocking call spends its time on. It decides the cure: `cpu` is real work, the others only wait. */
export type BlockingKind = "io" | "process" | "cpu" | "wait" | "dialog" | "database";

/** A range of durations in milliseconds, with where the figures come from. */
export interface CostRange {
  readonly lowMs: number;
  readonly typicalMs: number;
  readonly highMs: number;
  /** Where the figures come from: "Node 20, 1 kB file in the page cache, 2-core VM", a manual, a paper. */
  readonly basis: string;
  /** Absent: typical. `set` for what users say themselves. */
  readonly source?: "measured" | "set";
}

/** One number that a cost grows with. */
export interface CostFactor {
  /** 0-based index of the argument. */
  readonly argument: number;
  /** Read from an options object at that index; several names are synonyms, of which one is given: scrypt's N, cost. */
  readonly properties?: readonly string[];
  /** The value where the argument or the property is left out. Without it a missing value makes the formula useless. */
  readonly fallback?: number;
  /**
   * What the argument counts as where it is one of these constants, in small letters (the name of a digest). `fallback`
   * is then what any other value counts as, and one that is not known.
   */
  readonly values?: Readonly<Record<string, number>>;
  /** The value is divided by this factor's, and rounded up: the blocks of 32 bytes that a key of 64 takes. */
  readonly per?: CostFactor;
  /** `exponential`: the cost doubles with each unit (bcrypt's rounds). Linear otherwise. */
  readonly growth?: "linear" | "exponential";
}

/**
 * A cost that is computed from arguments, used when each of them is a known constant:
 * `typicalMs = perUnitMs * f1 * f2 * …`, where f is the value of a linear factor, and 2 to the power of the value of
 * an exponential one. `weights` multiply the time alike, and are not part of what is counted.
 */
export interface CostFormula {
  readonly factors: readonly CostFactor[];
  readonly weights?: readonly CostFactor[];
  readonly perUnitMs: number;
  /** What the product counts, for messages: "iterations", "ms", "blocks". */
  readonly unit: string;
  readonly basis: string;
}

/** An argument that ends the wait at the latest: the `timeout` of execSync, in milliseconds. */
export interface CostLimit {
  readonly argument: number;
  readonly property?: string;
}

/**
 * Which calls block, where only some do:
 * - `equals`: the argument (or its property) is this constant: XMLHttpRequest's `open(method, url, false)`.
 * - `number`: the argument is a number: createDiffieHellman(2048), which searches for a prime.
 * - `not`: the argument (or its property) is not this constant; a missing one counts as another value.
 * - `no-callback`: no argument is a function: jsonwebtoken's sign and verify.
 * - `not-object`: the argument is no object literal: execaSync({ cwd }) runs nothing, and gives a function that will.
 */
export type CallCondition =
  | {
      readonly is: "equals" | "not";
      readonly argument: number;
      readonly property?: string;
      readonly value: string | number | boolean;
    }
  | { readonly is: "number"; readonly argument: number }
  | { readonly is: "not-object"; readonly argument: number }
  | { readonly is: "no-callback" };

/** How a blocking API is written without blocking. */
export interface AsyncForm {
  /** Module specifier, with the `node:` prefix for built-in modules: "node:fs/promises". */
  readonly module: string;
  /** Path of members from the module's namespace: "readFile", "Dir.prototype.read" (a method of the same object). */
  readonly name: string;
  /**
   * - `promise`: returns a promise of the same result for the same arguments.
   * - `callback`: takes a Node callback as the last argument; `util.promisify` gives a promise of the same result.
   * - `promise-object`: a promise, or promisified, but its result has another shape; only a fixer of its own may use it.
   */
  readonly style: "promise" | "callback" | "promise-object";
  /** The call after the change still runs on libuv's pool of threads (fs, crypto, zlib): it takes a thread there. */
  readonly onThreadpool: boolean;
  /** What changes with it, or which calls may not be changed mechanically, in words for people. */
  readonly caveat?: string;
}

/** One API that blocks the thread that calls it. */
export interface BlockingApi {
  readonly kind: BlockingKind;
  readonly cost: CostRange;
  readonly formula?: CostFormula;
  readonly limit?: CostLimit;
  /** Absent where there is no asynchronous form; then `spawnBlocking` is what is left. */
  readonly asyncForm?: AsyncForm;
  /** True for a constructor (`new DatabaseSync(…)`) rather than a function. */
  readonly construct?: boolean;
  /** All must hold for a call to block. Absent: every call blocks. */
  readonly when?: readonly CallCondition[];
  /** Where it does not exist, of a built-in module's: "Node.js before 22". Absent: all supported versions have it. */
  readonly missingIn?: string;
  /** How sure it is that a call blocks for a time that matters; absent: definite. */
  readonly confidence?: "probable" | "possible";
}

/** What Unblock knows about one module, or about the globals (`module: "global"`). */
export interface CatalogModule {
  /** The specifier: "node:fs", "better-sqlite3", or "global" for what needs no import. */
  readonly module: string;
  /** Other specifiers of the same module: "fs" for "node:fs". */
  readonly aliases: readonly string[];
  /**
   * By path of members from the module's namespace: "readFileSync", "realpathSync.native", "Dir.prototype.readSync".
   * "default" is the export itself of a CommonJS module that is a function or a class (`module.exports = Database`), and
   * "default.prototype.exec" a method of its instances. A built-in module's default export is its namespace: the paths
   * do not say so again. A segment that ends in "()" is what the call gives: "createSyncFn()" is the function that
   * synckit's createSyncFn made, "default()" the one that `require("prompt-sync")()` made.
   */
  readonly apis: Readonly<Record<string, BlockingApi>>;
  /**
   * Classes of what calls give, by path of the function: `{ opendirSync: "Dir" }`. For a function that returns a promise
   * it is the class of what is awaited.
   */
  readonly instances?: Readonly<Record<string, string>>;
  /** Exports that look as if they blocked, and why they are not reported. By path. */
  readonly harmless?: Readonly<Record<string, string>>;
}
