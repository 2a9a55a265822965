/** A set of files that are analysed together: their texts, which imports which, and what is known of them. */
import fs from "node:fs";
import { catalog as builtInCatalog } from "../../catalog/index.js";
import { Analyzer } from "../analyzer.js";
import { CatalogIndex } from "../values/catalog-index.js";
import { toFinding, type LocatedFinding } from "../findings.js";
import { ListedModules } from "./listed-modules.js";
import { ModuleResolution } from "./module-resolution.js";
import { ParsedFiles } from "../syntax/parsed-files.js";
import {
  defaultContexts,
  type ParseError,
  type Project,
  type ProjectOptions,
} from "./project-types.js";
import { DebugLog } from "./debug.js";
import { Profiler } from "../profile.js";
import { Reach } from "../words/reach.js";
import { Relevance } from "../words/relevance.js";
import { SourceFile } from "../syntax/source-file.js";
import type { ExecutionContext, FileAnalysis, FunctionProfile } from "../types.js";
import { spawnBlockingPackage } from "../threads/spawn-call.js";
import { hasTypes, isPromiseByType, valuesByType } from "../values/type-information.js";
import type { Value } from "../values/values.js";
import { wordFlowOf, type WordFlow } from "../words/word-flow.js";
import type { Node } from "../syntax/ast.js";

/** How often files on disk are looked at again, in milliseconds, where nobody tells of changes. */
const freshMs = 1000;

/** Longer files, in characters, are bundles and generated code: parsing them would take most of a second each time. */
const longestImport = 500_000;

export class AnalysisProject implements Project {
  readonly #options: ProjectOptions;
  readonly #catalog: CatalogIndex;
  readonly #relevance: Relevance;
  readonly #modules: ModuleResolution;
  readonly #listed: ListedModules;
  readonly #overlays = new Map<string, string>();
  readonly #parsed: ParsedFiles;
  readonly #log = new DebugLog();
  readonly #texts = new Map<
    string,
    { readonly text: string | undefined; readonly version: string }
  >();
  #reach: Reach;
  #analyzer: Analyzer;
  #checkedAt = 0;
  /** Whether profiles are being made. */
  #profiles = false;

  constructor(options: ProjectOptions) {
    this.#options = options;
    this.#parsed = new ParsedFiles(options.parser, options.parserOptions ?? {}, this.#log);
    this.#catalog = new CatalogIndex(
      [...builtInCatalog, ...(options.apis ?? [])],
      options.measured,
    );
    this.#modules = new ModuleResolution(options.followPackages ?? false, this.#log);
    this.#listed = new ListedModules(options.apis ?? [], options.folder, (specifier, from) =>
      this.#modules.resolve(specifier, from),
    );
    this.#relevance = new Relevance(this.#catalog, [spawnBlockingPackage], this.#listed.words);
    this.#reach = this.#newReach();
    this.#analyzer = this.#newAnalyzer();
  }

  /** Returns whether anything that was found out so far may change with it. */
  setOverlay(path: string, text: string | undefined): boolean {
    if (this.#overlays.get(path) === text) return false;
    if (text === undefined) this.#overlays.delete(path);
    else this.#overlays.set(path, text);
    const known = this.#texts.get(path);
    // Nobody has asked for it: while somebody types, what is known of other files stays.
    if (known === undefined) return false;
    if (known.text === (text ?? this.#read(path))) {
      this.#texts.set(path, { text: known.text, version: this.#versionOf(path) });
      return false;
    }
    this.#forget(path);
    return true;
  }

  /** Files on disk came, went or changed just now. */
  recheck(paths: readonly string[]): void {
    for (const path of paths) this.#forgetText(path);
    this.#forgetRelations();
  }

  analyze(path: string, text?: string): FileAnalysis | { readonly parseError: ParseError } {
    this.freshen();
    if (text !== undefined && text !== this.#textOf(path)) this.setOverlay(path, text);
    const file = this.#fileAt(path);
    if (file === undefined) {
      return { parseError: { message: `can't read ${path}`, line: 1, column: 0 } };
    }
    if (!(file instanceof SourceFile)) return { parseError: file };
    const contexts = this.#options.contexts ?? defaultContexts;
    const findings = this.findings(file, contexts).filter((one) => contexts.includes(one.context));
    return {
      path,
      functions: this.profiles(file, findings, contexts),
      findings: findings.map(toFinding),
    };
  }

  /** What the functions of a file do that run on the event loop in one of the contexts. */
  profiles(
    file: SourceFile,
    findings: readonly LocatedFinding[],
    contexts: readonly ExecutionContext[],
  ): readonly FunctionProfile[] {
    // What is awaited on the way takes time too, whether or not anything blocks there.
    this.#profiles = true;
    try {
      return new Profiler(this.#analyzer, this.#catalog, contexts).profilesOf(file, findings);
    } finally {
      this.#profiles = false;
      this.#analyzer.tools.resolver.forget();
    }
  }

  /**
   * The findings of a file in some contexts, with their syntax; none for one whose text can't hold any.
   *
   * @param chains whether also the calls of functions that block further down.
   */
  findings(
    file: SourceFile,
    contexts: readonly ExecutionContext[],
    chains = true,
  ): readonly LocatedFinding[] {
    const { path, text } = file;
    this.#parsed.trim();
    const typed = hasTypes(file);
    const mattersTo = (withChains: boolean): boolean =>
      this.#reach.matters(path, text, typed, withChains);
    if (mattersTo(chains)) {
      // Imported files are analysed without types: with them this one would say more than they do.
      if (!typed) this.#parsed.offer(file);
      return this.#analyzer.findings(file, { contexts: new Set(contexts), chains });
    }
    return this.#relevance.loops(text) || mattersTo(true) ? this.#analyzer.spins(file) : [];
  }

  /** What an expression of a file may stand for. */
  valuesOf(file: SourceFile, expression: Node): readonly Value[] {
    return this.#analyzer.tools.resolver.valuesOf(file, expression);
  }

  /** Drops what has changed on disk since it was read. Looks at most once in a while. */
  freshen(): void {
    const now = Date.now();
    if (now - this.#checkedAt < (this.#options.recheckMs ?? freshMs)) return;
    this.#checkedAt = now;
    for (const [path, { version }] of this.#texts) {
      if (this.#versionOf(path) !== version) this.#forget(path);
    }
  }

  #newReach(): Reach {
    return new Reach(this.#relevance, {
      textOf: (path) => this.#importedText(path),
      resolve: (specifier, from) => this.#modules.resolve(specifier, from),
      flowOf: (path, text) => {
        const file = this.#parsed.syntaxOf(path, text);
        return file instanceof SourceFile ? flowOf(file) : undefined;
      },
    });
  }

  #newAnalyzer(): Analyzer {
    return new Analyzer(this.#catalog, {
      find: (specifier, from) => this.#find(specifier, from),
      listed: (specifier, from) => this.#listed.nameOf(specifier, from.path),
      instanceOf: (module, path) => this.#catalog.instanceOf(module, path),
      isPromise: isPromiseByType,
      givesPromise: (module, path) => this.#catalog.givesPromise(module, path),
      byType: (file, node) =>
        valuesByType(
          {
            canonicalName: (specifier) => this.#catalog.canonicalName(specifier),
            hasClass: (module, path) => this.#catalog.hasClass(module, path),
            fileAt: (path) => this.#otherFile(path, file),
          },
          file,
          node,
        ),
    });
  }

  #find(specifier: string, from: SourceFile): SourceFile | string | undefined {
    // Known by its name, wherever it lies: as a workspace it would be one more folder of the project.
    if (specifier === spawnBlockingPackage) return specifier;
    const path = this.#modules.resolve(specifier, from.path);
    if (path === undefined) {
      return specifier.startsWith(".") || specifier.startsWith("/")
        ? undefined
        : this.#catalog.canonicalName(specifier);
    }
    return this.#otherFile(path, from, from.returnedImports.has(specifier));
  }

  /** A file that another leads to, if anything in it could matter. */
  #otherFile(path: string, from: SourceFile, isReturned = false): SourceFile | undefined {
    if (path === from.path) return from;
    // What is sent to another thread has to be looked at, whether it blocks or not.
    const isFollowed =
      from.mentionsPool ||
      this.#reach.follows(from.path, from.text, path, isReturned, this.#profiles);
    const isSmall = this.#importedText(path) !== undefined;
    const file = isFollowed && isSmall ? this.#fileAt(path) : undefined;
    return file instanceof SourceFile ? file : undefined;
  }

  #fileAt(path: string): SourceFile | ParseError | undefined {
    const text = this.#textOf(path);
    return text === undefined ? undefined : this.#parsed.fileOf(path, text);
  }

  /** The text of a file that others import; none for one that is too long to be looked into for their sake. */
  #importedText(path: string): string | undefined {
    const text = this.#textOf(path);
    if (text === undefined || text.length <= longestImport) return text;
    this.#log.leftOut(path, `longer than ${String(longestImport)} characters`);
    return undefined;
  }

  #textOf(path: string): string | undefined {
    const known = this.#texts.get(path);
    if (known !== undefined) return known.text;
    const version = this.#versionOf(path);
    const text = this.#overlays.get(path) ?? this.#read(path);
    this.#texts.set(path, { text, version });
    return text;
  }

  #read(path: string): string | undefined {
    if (this.#options.readFile !== undefined) return this.#options.readFile(path);
    try {
      return fs.readFileSync(path, "utf8");
    } catch (error) {
      // Missing, unreadable, a folder: to the analysis all the same.
      this.#log.leftOut(path, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** Changes whenever the text may have: by overlay, else by time and size on disk. */
  #versionOf(path: string): string {
    const overlay = this.#overlays.get(path);
    if (overlay !== undefined) return `overlay ${overlay}`;
    if (this.#options.readFile !== undefined) return `text ${this.#options.readFile(path) ?? ""}`;
    try {
      const stats = fs.statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? "missing" : `${String(stats.mtimeMs)} ${String(stats.size)}`;
    } catch {
      // A folder on the way is none, or may not be entered; links that go in circles.
      return "unreadable";
    }
  }

  /** What is known of one file is woven into what is known of others: all of it goes, parsed files stay. */
  #forget(path: string): void {
    this.#forgetText(path);
    this.#forgetRelations();
  }

  #forgetText(path: string): void {
    this.#texts.delete(path);
    this.#parsed.forget(path);
  }

  #forgetRelations(): void {
    this.#modules.forget();
    this.#listed.forget();
    this.#reach = this.#newReach();
    this.#analyzer = this.#newAnalyzer();
  }
}

function flowOf({ ast, visitorKeys, text }: SourceFile): WordFlow {
  return wordFlowOf(ast, visitorKeys, text);
}
