/** What blocks when a function is called: in its own code, and through what it calls. */
import type { BlockingSite, FileFacts, Target } from "./facts.js";
import type { Host } from "./execution.js";
import type { SourceFile } from "./source-file.js";
import { nameOf } from "./names.js";
import { tagOf } from "./tags.js";
import type { ChainLink } from "./types.js";

/** One thing that blocks, and the calls that lead to it. */
export interface Effect {
  readonly site: BlockingSite;
  /** From the call in the function asked about down to the blocking call; empty for the function's own. */
  readonly chain: readonly ChainLink[];
}

/** How many things a function is said to block on: who calls it is told the nearest of them. */
const maximumEffects = 20;

/** Answers what blocks when a function runs. Cyclic calls end. */
export class Effects {
  readonly #facts: (file: SourceFile) => FileFacts;
  readonly #known = new WeakMap<Host, readonly Effect[]>();
  readonly #underway: Host[] = [];
  /** The lowest index of `#underway` that a cycle came back to; what hangs on it is not known for good. */
  #cycle = Infinity;

  constructor(facts: (file: SourceFile) => FileFacts) {
    this.#facts = facts;
  }

  /** What blocks when a call runs its target, nearest first. Async targets are asked about on their own. */
  ofTarget(target: Target): readonly Effect[] {
    return this.#ofHost(target.file, target.host);
  }

  #ofHost(file: SourceFile, host: Host): readonly Effect[] {
    const known = this.#known.get(host);
    if (known !== undefined) return known;
    const tag = tagOf(file, host);
    if (tag !== undefined) {
      const effects = tag === "blocking" ? [{ site: taggedSite(file, host), chain: [] }] : [];
      this.#known.set(host, effects);
      return effects;
    }
    const depth = this.#underway.indexOf(host);
    if (depth >= 0) {
      this.#cycle = Math.min(this.#cycle, depth);
      return [];
    }
    const place = this.#underway.push(host) - 1;
    const effects = this.#collect(file, host);
    this.#underway.pop();
    if (this.#cycle >= place) {
      this.#cycle = Infinity;
      this.#known.set(host, effects);
    }
    return effects;
  }

  #collect(file: SourceFile, host: Host): readonly Effect[] {
    const found: Effect[] = [];
    for (const action of this.#facts(file).actions) {
      if (action.placement.on !== "call" || action.placement.host !== host) continue;
      if (action.does === "block") {
        found.push({ site: action.site, chain: [] });
        continue;
      }
      const at = file.rangeOf(action.node);
      for (const target of action.targets) {
        for (const effect of this.ofTarget(target)) {
          found.push({ site: effect.site, chain: linked(target, at, effect) });
        }
      }
    }
    return nearest(found);
  }
}

/** A function that says of itself that it blocks; how long, it does not say. */
function taggedSite(file: SourceFile, host: Host): BlockingSite {
  return {
    file,
    node: host,
    api: `${nameOf(host)} (marked @blocking)`,
    kind: "io",
    confidence: "definite",
    estimate: {
      lowMs: 1,
      typicalMs: 10,
      highMs: 1000,
      source: "typical",
      basis: "its documentation says that it blocks, not how long; an assumption",
    },
    remedy: "spawn-blocking",
    cause: { tag: "blocking" },
  };
}

/** The chain of an effect as the caller sees it: the call of the target, then the rest. */
export function linked(target: Target, at: ChainLink["at"], effect: Effect): readonly ChainLink[] {
  const rest =
    effect.chain.length > 0
      ? effect.chain
      : [{ name: effect.site.api, at: effect.site.file.rangeOf(effect.site.node) }];
  return [{ name: target.name, at }, ...rest];
}

/** One effect for each blocking place, by its shortest chain. */
function nearest(effects: readonly Effect[]): readonly Effect[] {
  const bySite = new Map<BlockingSite["node"], Effect>();
  for (const effect of effects) {
    const other = bySite.get(effect.site.node);
    if (other === undefined || effect.chain.length < other.chain.length) {
      bySite.set(effect.site.node, effect);
    }
  }
  return [...bySite.values()]
    .sort((a, b) => a.chain.length - b.chain.length)
    .slice(0, maximumEffects);
}
