/** What blocks when a function is called: in its own code, and through what it calls. */
import type { Target } from "./execution/call-targets.js";
import { isInside, type ClassNode, type Node } from "./syntax/ast.js";
import type { Action, BlockingSite, CallingAction, FileFacts } from "./facts.js";
import type { Host } from "./execution/execution.js";
import { isMemoised } from "./execution/memoised.js";
import { callsParent, ownMethodCalled, type Receiver } from "./values/receivers.js";
import type { SourceFile } from "./syntax/source-file.js";
import { nameOf } from "./syntax/names.js";
import { tagOf } from "./syntax/tags.js";
import type { ChainLink } from "./types.js";
import type { FunctionValue } from "./values/values.js";

/** One thing that blocks, and the calls that lead to it. */
export interface Effect {
  readonly site: BlockingSite;
  /** From the call in the function asked about down to the blocking call; empty for the function's own. */
  readonly chain: readonly ChainLink[];
  /** The function on the way that keeps what it found for good, so that this happens once in all. */
  readonly once?: Pick<Target, "file" | "host"> | undefined;
}

/** How many things a function is said to block on: who calls it is told the nearest of them. */
const maximumEffects = 20;

/** A function on the way down, and the calls that lead to it. */
interface Step {
  readonly file: SourceFile;
  readonly host: Host;
  readonly path: readonly ChainLink[];
  readonly skipped: Target["skipped"];
  readonly asked: Target["asked"];
  readonly receiver: Target["receiver"];
  readonly once: Effect["once"];
}

/** Answers what blocks when a function runs: level by level, so that the nearest comes first and cycles end. */
export class Effects {
  readonly #facts: (file: SourceFile) => FileFacts;
  readonly #methods: (receiver: Receiver, name: string) => readonly FunctionValue[];
  readonly #known = new WeakMap<Host, readonly Effect[]>();
  /** What inherited methods block on, by the class of the object that they run on. */
  readonly #inherited = new WeakMap<ClassNode, Map<Host, readonly Effect[]>>();
  readonly #keeping = new WeakMap<Host, boolean>();

  constructor(
    facts: (file: SourceFile) => FileFacts,
    methods: (receiver: Receiver, name: string) => readonly FunctionValue[],
  ) {
    this.#facts = facts;
    this.#methods = methods;
  }

  /** What blocks when a call runs its target, nearest first. Async targets are asked about on their own. */
  ofTarget(target: Target): readonly Effect[] {
    // What one call does not come to, another may.
    if (target.skipped !== undefined) return this.#search(target);
    const remembered =
      target.receiver === undefined ? this.#known : this.#onReceiver(target.receiver);
    const known = remembered.get(target.host);
    if (known !== undefined) return known;
    const found = this.#search(target);
    remembered.set(target.host, found);
    return found;
  }

  #onReceiver({ node }: Receiver): Map<Host, readonly Effect[]> {
    let known = this.#inherited.get(node);
    if (known === undefined) this.#inherited.set(node, (known = new Map()));
    return known;
  }

  /** Whether a function keeps what it found, so that only its first call blocks. */
  isMemoised(target: Target): boolean {
    return target.asked === undefined && isMemoised(target, this.#placesIn(target));
  }

  /** Whether a function keeps what it found in a variable of its module. */
  #keepsForGood(step: Pick<Target, "file" | "host">): boolean {
    let keeps = this.#keeping.get(step.host);
    if (keeps === undefined) {
      keeps = isMemoised(step, this.#placesIn(step), "module");
      this.#keeping.set(step.host, keeps);
    }
    return keeps;
  }

  #placesIn({ file, host }: Pick<Target, "file" | "host">): readonly Node[] {
    return this.#facts(file)
      .ofHost(host)
      .map(({ node }) => node);
  }

  #search({ file, host, skipped, asked, receiver }: Target): readonly Effect[] {
    const found = new Map<BlockingSite["node"], Effect>();
    const seen = new Seen();
    const steps: Step[] = [];
    // What happens once in all is looked at last: there may be another way there.
    const kept: Step[] = [];
    const add = (step: Step): void => {
      const isFirst =
        step.once === undefined && step.asked === undefined && this.#keepsForGood(step);
      const added = isFirst ? { ...step, once: { file: step.file, host: step.host } } : step;
      if (seen.add(added)) (added.once === undefined ? steps : kept).push(added);
    };
    add({ file, host, path: [], skipped, asked, receiver, once: undefined });
    for (const list of [steps, kept]) {
      for (const step of list) {
        for (const site of this.#sitesOf(step)) {
          if (found.has(site.node)) continue;
          found.set(site.node, { site, chain: chainTo(step.path, site), once: step.once });
        }
        if (found.size >= maximumEffects) break;
        this.#callsOf(step).forEach(add);
      }
    }
    // Nobody on the way blocks either: asking about them would walk the same way again.
    if (found.size === 0) for (const harmless of seen.whole) this.#known.set(harmless, []);
    return [...found.values()].slice(0, maximumEffects);
  }

  /** What a function blocks on in its own code. */
  #sitesOf(step: Step): readonly BlockingSite[] {
    const { file, host } = step;
    const tag = tagOf(file, host);
    if (tag !== undefined) return tag === "blocking" ? [taggedSite(file, host)] : [];
    return this.#actionsOf(step).flatMap((action) =>
      action.does === "block" ? [action.site] : [],
    );
  }

  #callsOf(step: Step): readonly Step[] {
    const { file, host, path, once } = step;
    if (tagOf(file, host) !== undefined) return [];
    return this.#actionsOf(step).flatMap((action) => {
      if (action.does === "block") return [];
      const at = file.rangeOf(action.node);
      return this.#targetsOn(step.receiver, action)
        .filter(
          ({ host: next, receiver }) =>
            receiver !== undefined || this.#known.get(next)?.length !== 0,
        )
        .map((target) => ({
          file: target.file,
          host: target.host,
          path: [...path, { name: target.name, at }],
          skipped: target.skipped,
          asked: target.asked,
          receiver: target.receiver,
          once,
        }));
    });
  }

  /** What a call runs where the code around it runs on an object of another class. */
  #targetsOn(receiver: Receiver | undefined, { node, targets }: CallingAction): readonly Target[] {
    if (receiver === undefined) return targets;
    if (callsParent(node)) return targets.map((target) => ({ ...target, receiver }));
    const name = ownMethodCalled(node);
    if (name === undefined) return targets;
    return this.#methods(receiver, name).map((method) => {
      const same = targets.find((target) => target.host === method.node);
      return same === undefined
        ? { file: method.file, host: method.node, name: nameOf(method.node), receiver }
        : { ...same, receiver };
    });
  }

  #actionsOf({ file, host, skipped, asked }: Step): readonly Action[] {
    const facts = this.#facts(file);
    const actions = facts.ofHost(host);
    if (skipped === undefined) return actions;
    const isIn = (parts: readonly Node[], { node }: Action): boolean =>
      parts.some((part) => isInside(node, part));
    return [
      ...actions.filter((action) => !isIn(skipped, action)),
      ...(asked === undefined ? [] : facts.askedOf(host).filter((action) => isIn(asked, action))),
    ];
  }
}

/** The functions that a search has come to: as a whole, in part, or on objects of a class that inherits them. */
class Seen {
  readonly whole = new Set<Host>();
  readonly #inPart = new Set<Host>();
  readonly #inherited = new Map<ClassNode, Set<Host>>();

  /** Adds a step; false where there is nothing new in it. */
  add({ host, skipped, receiver }: Step): boolean {
    if (this.whole.has(host) && receiver === undefined) return false;
    const known =
      skipped !== undefined
        ? this.#inPart
        : receiver === undefined
          ? this.whole
          : this.#on(receiver);
    if (known.has(host)) return false;
    known.add(host);
    return true;
  }

  #on({ node }: Receiver): Set<Host> {
    let known = this.#inherited.get(node);
    if (known === undefined) this.#inherited.set(node, (known = new Set()));
    return known;
  }
}

function chainTo(path: readonly ChainLink[], site: BlockingSite): readonly ChainLink[] {
  return path.length === 0 ? [] : [...path, { name: site.api, at: site.file.rangeOf(site.node) }];
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
