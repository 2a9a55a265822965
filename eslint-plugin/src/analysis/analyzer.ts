/** The whole analysis over a set of files that don't change: rules and tools ask the same one. */
import type { CatalogIndex } from "./catalog-index.js";
import { BlockingApis } from "./blocking-api.js";
import { Effects } from "./effects.js";
import { factsOf, spinsOf, type FileFacts, type Tools } from "./facts.js";
import { findingsOf, type LocatedFinding } from "./findings.js";
import { Idleness } from "./idle.js";
import { Resolver, type ModuleFinder } from "./resolve.js";
import type { SourceFile } from "./source-file.js";

export class Analyzer {
  readonly tools: Tools;
  readonly effects: Effects;
  readonly #facts = new WeakMap<SourceFile, FileFacts>();
  readonly #findings = new WeakMap<SourceFile, readonly LocatedFinding[]>();

  constructor(catalog: CatalogIndex, modules: ModuleFinder) {
    const resolver = new Resolver(modules);
    this.tools = {
      resolver,
      apis: new BlockingApis(resolver, catalog),
      idleness: new Idleness(resolver),
    };
    this.effects = new Effects((file) => this.facts(file));
  }

  facts(file: SourceFile): FileFacts {
    let facts = this.#facts.get(file);
    if (facts === undefined) {
      facts = factsOf(this.tools, file);
      this.#facts.set(file, facts);
    }
    return facts;
  }

  /** Every finding of a file, of all confidences and contexts, in source order. */
  findings(file: SourceFile): readonly LocatedFinding[] {
    let findings = this.#findings.get(file);
    if (findings === undefined) {
      findings = findingsOf(this.facts(file), this.effects);
      // What was found in other files is remembered as effects of their functions.
      this.tools.resolver.forget();
      this.#findings.set(file, findings);
    }
    return findings;
  }

  /** The busy waits of a file that does nothing else of interest. */
  spins(file: SourceFile): readonly LocatedFinding[] {
    return findingsOf(spinsOf(this.tools, file), this.effects);
  }
}
