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
}

/**
 * A cost that grows with an argument: `typicalMs = argument * perUnitMs`, used when the argument is a known constant.
 * `argument` is the 0-based index; `property` reads it from an options object at that index.
 */
export interface CostFormula {
  readonly argument: number;
  readonly property?: string;
  readonly perUnitMs: number;
  /** The unit, for messages: "iterations", "ms", "bytes". */
  readonly unit: string;
  readonly basis: string;
}

/** How a blocking API is written without blocking. */
export interface AsyncForm {
  /** Module specifier, with the `node:` prefix for built-in modules: "node:fs/promises". */
  readonly module: string;
  /** Exported name: "readFile". */
  readonly name: string;
  /**
   * - `promise`: returns a promise of the same result for the same arguments.
   * - `callback`: takes a Node callback as the last argument; `util.promisify` gives a promise of the same result.
   * - `promise-object`: promisified, but its result has another shape; only a fixer of its own may use it.
   */
  readonly style: "promise" | "callback" | "promise-object";
  /** The call after the change still runs on libuv's pool of threads (fs, crypto, zlib): it takes a thread there. */
  readonly onThreadpool: boolean;
  /** Says which calls may not be changed mechanically, in words for the suggestion's text or the documentation. */
  readonly caveat?: string;
}

/** One API that blocks the thread that calls it. */
export interface BlockingApi {
  readonly kind: BlockingKind;
  readonly cost: CostRange;
  readonly formula?: CostFormula;
  /** Absent where there is no asynchronous form; then `spawnBlocking` is what is left. */
  readonly asyncForm?: AsyncForm;
  /** True for a constructor (`new DatabaseSync(…)`) rather than a function. */
  readonly construct?: boolean;
}

/** What Unblock knows about one module, or about the globals (`module: "global"`). */
export interface CatalogModule {
  /** The specifier: "node:fs", "better-sqlite3", or "global" for what needs no import. */
  readonly module: string;
  /** Other specifiers of the same module: "fs" for "node:fs". */
  readonly aliases: readonly string[];
  /**
   * By path of members from the module's namespace: "readFileSync", "realpathSync.native", "default.prototype.exec".
   * A module's default export is the namespace itself for built-in modules.
   */
  readonly apis: Readonly<Record<string, BlockingApi>>;
}
