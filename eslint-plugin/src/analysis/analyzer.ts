/** The whole analysis over a set of files that don't change: rules and tools ask the same one. */
import type { CatalogIndex } from "./values/catalog-index.js";
import { BlockingApis } from "./values/blocking-api.js";
import { Effects } from "./effects.js";
import { FileFacts, type Tools } from "./facts.js";
import { findingsOf, type Asked, type LocatedFinding } from "./findings.js";
import { Idleness } from "./loops/idle.js";
import { methodsOf } from "./values/receivers.js";
import { Resolver, type ModuleFinder } from "./values/resolve.js";
import type { SourceFile } from "./syntax/source-file.js";

export class Analyzer {
  readonly tools: Tools;
  readonly effects: Effects;
  readonly #facts = new WeakMap<SourceFile, FileFacts>();
  /** The file that was asked about last. */
  #asked: SourceFile | undefined;

  constructor(catalog: CatalogIndex, modules: ModuleFinder) {
    const resolver = new Resolver(modules);
    this.tools = {
      resolver,
      apis: new BlockingApis(resolver, catalog),
      idleness: new Idleness(resolver),
    };
    this.effects = new Effects(
      (file) => this.facts(file),
      (receiver, name) => methodsOf(resolver, receiver, name),
    );
  }

  facts(file: SourceFile): FileFacts {
    let facts = this.#facts.get(file);
    if (facts === undefined) {
      facts = new FileFacts(this.tools, file);
      this.#facts.set(file, facts);
    }
    return facts;
  }

  /** The findings of a file in some contexts, of all confidences, in source order. */
  findings(file: SourceFile, asked: Asked): readonly LocatedFinding[] {
    // What was found in other files is remembered as effects of their functions; several rules ask about the same file.
    if (file !== this.#asked) this.tools.resolver.forget();
    this.#asked = file;
    return findingsOf(this.facts(file), this.effects, asked);
  }

  /** The busy waits of a file that does nothing else of interest. */
  spins(file: SourceFile): readonly LocatedFinding[] {
    return findingsOf(this.facts(file), this.effects, { contexts: new Set(), chains: false });
  }
}
