/** What rules report and tools show: the findings of one file. */
import { linked, type Effect, type Effects } from "./effects.js";
import type { Action, BlockingAction, BlockingSite, CallingAction, FileFacts } from "./facts.js";
import type { Host, Placement } from "./execution/execution.js";
import type { Node } from "./syntax/ast.js";
import { hasBeenCalled } from "./execution/memoised.js";
import { tagOf } from "./syntax/tags.js";
import { nameOf } from "./syntax/names.js";
import type { ChainLink, Confidence, ExecutionContext, Finding } from "./types.js";

/** A finding with the syntax that it stands on, for those who fix it. */
export interface LocatedFinding extends Finding {
  readonly node: Node;
  /** The function that it runs as part of; undefined in a module's own body. */
  readonly host: Host | undefined;
  /** The place that blocks: of a chain, at its end. */
  readonly site: BlockingSite;
}

const confidences: readonly Confidence[] = ["definite", "probable", "possible"];

/** What is asked for. */
export interface Asked {
  /** Where code must run to be of interest; loops that wait by spinning are, wherever they run. */
  readonly contexts: ReadonlySet<ExecutionContext>;
  /** Whether also calls of functions that block further down. */
  readonly chains: boolean;
}

/**
 * The findings of a file, in source order. Of what happens once in all, because a function of another file keeps what
 * it found, the first call is told, not each place in the project that may come first.
 */
export function findingsOf(
  facts: FileFacts,
  effects: Effects,
  { contexts, chains }: Asked,
): readonly LocatedFinding[] {
  const onLoop = chains ? facts.onLoop(contexts) : facts.blockingOnLoop(contexts);
  const spins = facts.spins.filter((spin) => !onLoop.includes(spin));
  const actions = spins.length === 0 ? onLoop : inSourceOrder([...onLoop, ...spins]);
  const told = new Set<Host>();
  return actions.flatMap((action) => {
    const host = hostOf(action.placement);
    if (host !== undefined && tagOf(facts.file, host) === "nonblocking") return [];
    const finding =
      action.does === "block" ? ofBlock(facts, action) : ofChain(facts, effects, action, told);
    return finding === undefined ? [] : [finding];
  });
}

function inSourceOrder(actions: readonly Action[]): readonly Action[] {
  return [...actions].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Whether what a call finds was found and kept by an earlier one, so that this one does not block. */
function isKept(facts: FileFacts, effects: Effects, action: Action): boolean {
  return (
    action.does === "call" &&
    action.targets.every((target) => effects.isMemoised(target)) &&
    hasBeenCalled(facts, action)
  );
}

function ofBlock(facts: FileFacts, action: BlockingAction): LocatedFinding | undefined {
  const { site } = action;
  const spins = "spin" in site.cause;
  const context = contextOf(action.placement) ?? (waits(site) ? "spin" : undefined);
  if (context === undefined) return undefined;
  return finding(facts, spins ? "no-busy-wait" : "no-blocking-call", action, context, site, []);
}

/** A loop that waits by spinning harms wherever it stands; one that computes, only on the loop. */
function waits(site: BlockingSite): boolean {
  return "spin" in site.cause && site.cause.spin.reason !== "count";
}

function ofChain(
  facts: FileFacts,
  effects: Effects,
  action: CallingAction,
  told: Set<Host>,
): LocatedFinding | undefined {
  const context = contextOf(action.placement);
  if (context === undefined) return undefined;
  const at = facts.file.rangeOf(action.node);
  const reached = action.targets
    .flatMap((target) =>
      effects.ofTarget(target).map((effect) => ({ effect, chain: linked(target, at, effect) })),
    )
    .filter(({ effect: { once } }) => once === undefined || !told.has(once.host));
  reached.sort(byConfidenceThenLength);
  const [first] = reached;
  if (first === undefined || isKept(facts, effects, action)) return undefined;
  for (const { once } of reached.map((one) => one.effect)) {
    if (once !== undefined && once.file !== facts.file) told.add(once.host);
  }
  return finding(facts, "no-blocking-chain", action, context, first.effect.site, first.chain);
}

interface Reached {
  readonly effect: Effect;
  readonly chain: readonly ChainLink[];
}

function byConfidenceThenLength(a: Reached, b: Reached): number {
  return (
    confidences.indexOf(a.effect.site.confidence) - confidences.indexOf(b.effect.site.confidence) ||
    a.chain.length - b.chain.length ||
    b.effect.site.estimate.typicalMs - a.effect.site.estimate.typicalMs
  );
}

function contextOf(placement: Placement): ExecutionContext | undefined {
  return placement.on === "loop" ? placement.context : undefined;
}

function hostOf(placement: Placement): Host | undefined {
  return placement.on === "loop" || placement.on === "call" ? placement.host : undefined;
}

function finding(
  facts: FileFacts,
  rule: Finding["rule"],
  action: BlockingAction | CallingAction,
  context: ExecutionContext,
  site: BlockingSite,
  chain: readonly ChainLink[],
): LocatedFinding {
  const host = hostOf(action.placement);
  return {
    rule,
    api: site.api,
    kind: site.kind,
    confidence: site.confidence,
    context,
    at: facts.file.rangeOf(action.node),
    functionName: host === undefined ? "(module)" : nameOf(host),
    estimate: site.estimate,
    remedy: site.remedy,
    chain,
    node: action.node,
    host,
    site,
  };
}

/** A finding as plain data, without its syntax. */
export function toFinding(located: LocatedFinding): Finding {
  const { rule, api, kind, confidence, context, at, functionName, estimate, remedy, chain } =
    located;
  return { rule, api, kind, confidence, context, at, functionName, estimate, remedy, chain };
}
