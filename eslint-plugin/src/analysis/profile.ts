/** What a function does step by step, in source order: the input of a simulation. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analyzer } from "./analyzer.js";
import {
  calleeOf,
  isCall,
  isFunction,
  isLoop,
  unwrap,
  type FunctionNode,
  type LoopNode,
  type Node,
} from "./syntax/ast.js";
import { awaitedStep } from "./execution/awaited.js";
import type { CatalogIndex } from "./values/catalog-index.js";
import { roundsOf } from "./loops/counting-loop.js";
import { linked, type Effect } from "./effects.js";
import { toFinding, type LocatedFinding } from "./findings.js";
import { isDefaultExport, nameOf } from "./syntax/names.js";
import {
  falling,
  heavier,
  heaviest,
  inChoice,
  inSequence,
  nowhere,
  weight,
  withJumpsFalling,
  type Paths,
  type Steps,
} from "./profile-paths.js";
import type { SourceFile } from "./syntax/source-file.js";
import type { ChainLink, ExecutionContext, FunctionProfile, ProfileStep } from "./types.js";

/** Rounds of a loop whose bounds are not known: an assumption. */
const typicalRounds = 10;

/** Methods of arrays whose callback runs once for each element. */
const eachElement =
  /^(?:every|filter|find|findIndex|findLast|findLastIndex|flatMap|forEach|map|reduce|reduceRight|some)$/u;

export class Profiler {
  readonly #analyzer: Analyzer;
  readonly #catalog: CatalogIndex;
  readonly #contexts: readonly ExecutionContext[];
  readonly #underway = new Set<FunctionNode>();

  constructor(analyzer: Analyzer, catalog: CatalogIndex, contexts: readonly ExecutionContext[]) {
    this.#analyzer = analyzer;
    this.#catalog = catalog;
    this.#contexts = contexts;
  }

  /** The functions of a file that run on the event loop by themselves, in source order. */
  profilesOf(file: SourceFile, findings: readonly LocatedFinding[]): readonly FunctionProfile[] {
    const { execution } = this.#analyzer.facts(file);
    return file.nodes.functions
      .filter((node) => {
        const placement = execution.placementOfFunction(node);
        return (
          placement.on === "loop" &&
          placement.host === node &&
          this.#contexts.includes(placement.context)
        );
      })
      .map((node) => ({
        name: nameOf(node),
        isDefaultExport: isDefaultExport(node),
        isAsync: node.async,
        at: file.rangeOf(node),
        steps: this.#stepsOf(file, node),
        findings: findings.filter((finding) => finding.host === node).map(toFinding),
      }));
  }

  #stepsOf(file: SourceFile, node: FunctionNode): readonly ProfileStep[] {
    if (this.#underway.has(node)) return [];
    this.#underway.add(node);
    const steps = [
      ...node.params.flatMap((part) => this.#steps(file, part)),
      ...heaviest(this.#paths(file, node.body)),
    ];
    this.#underway.delete(node);
    return steps;
  }

  #steps(file: SourceFile, node: Node): readonly ProfileStep[] {
    if (isFunction(node)) return this.#inlineFunction(file, node);
    if (node.type === "AwaitExpression") return this.#awaited(file, node);
    if (isStatementWithPaths(node)) return heaviest(this.#paths(file, node));
    if (node.type === "ConditionalExpression") {
      const branches = [node.consequent, node.alternate].map((part) => this.#steps(file, part));
      return [...this.#steps(file, node.test), ...(heavier(branches[0], branches[1]) ?? [])];
    }
    const own = this.#own(file, node);
    if (isLoop(node)) return own.length > 0 ? own : this.#loop(file, node);
    const inner = this.#children(file, node);
    return isCall(node) && isEachElement(node) && inner.length > 0
      ? [...this.#asLoop(file, node, inner), ...own]
      : [...inner, ...own];
  }

  #children(file: SourceFile, node: Node): readonly ProfileStep[] {
    return file.children(node).flatMap((child) => this.#steps(file, child));
  }

  /** The blocking steps of a node itself: of a call, a busy loop, a getter. */
  #own(file: SourceFile, node: Node): readonly ProfileStep[] {
    const action = this.#analyzer.facts(file).at(node).at(-1);
    if (action === undefined) return [];
    if (action.does === "block")
      return [blockingStep({ site: action.site, chain: [] }, file, node, [])];
    return action.targets.flatMap((target) =>
      inSourceOrder(this.#analyzer.effects.ofTarget(target)).map((effect) =>
        blockingStep(effect, file, node, linked(target, file.rangeOf(node), effect)),
      ),
    );
  }

  /** A function written in place counts where it runs as part of the code around it. */
  #inlineFunction(file: SourceFile, node: FunctionNode): readonly ProfileStep[] {
    const placement = this.#analyzer.facts(file).execution.placementOfFunction(node);
    const isPartOfCaller = "host" in placement && placement.host !== node;
    const isAwaitedInPlace = node.async && isCall(node.parent) && isEachElement(node.parent);
    return isPartOfCaller || isAwaitedInPlace ? this.#stepsOf(file, node) : [];
  }

  /** The ways through a statement. */
  #paths(file: SourceFile, node: Node): Paths {
    switch (node.type) {
      case "BlockStatement":
        return this.#sequence(file, node.body);
      case "IfStatement": {
        const otherwise = node.alternate === null ? falling([]) : this.#paths(file, node.alternate);
        return inSequence(
          falling(this.#steps(file, node.test)),
          inChoice(this.#paths(file, node.consequent), otherwise),
        );
      }
      case "SwitchStatement":
        return this.#switch(file, node);
      case "TryStatement":
        return this.#try(file, node);
      case "LabeledStatement":
        return withJumpsFalling(this.#paths(file, node.body));
      case "ReturnStatement":
      case "ThrowStatement":
        return { ...nowhere, exits: this.#children(file, node) };
      case "BreakStatement":
      case "ContinueStatement":
        return { ...nowhere, jumps: [] };
      default:
        return falling(this.#steps(file, node));
    }
  }

  #sequence(file: SourceFile, statements: readonly Node[]): Paths {
    return statements.reduce<Paths>(
      (paths, statement) =>
        paths.falls === undefined ? paths : inSequence(paths, this.#paths(file, statement)),
      falling([]),
    );
  }

  /** From each case on, also into the next ones where it does not end. */
  #switch(file: SourceFile, node: TSESTree.SwitchStatement): Paths {
    let behind = falling([]);
    let ways = node.cases.some((one) => one.test === null) ? nowhere : falling([]);
    for (const one of [...node.cases].reverse()) {
      behind = inSequence(this.#sequence(file, one.consequent), behind);
      ways = inChoice(ways, behind);
    }
    const before = [node.discriminant, ...node.cases.flatMap((one) => one.test ?? [])];
    return inSequence(
      falling(before.flatMap((part) => this.#steps(file, part))),
      withJumpsFalling(ways),
    );
  }

  /** The way without errors, unless what handles them holds the thread longer: then an error at the end. */
  #try(file: SourceFile, node: TSESTree.TryStatement): Paths {
    const block = this.#paths(file, node.block);
    const handler = node.handler === null ? undefined : this.#paths(file, node.handler.body);
    const tried = heaviest(block);
    const isWorse = handler !== undefined && weight(heaviest(handler)) > weight(tried);
    const paths = isWorse ? inChoice(block, inSequence(falling(tried), handler)) : block;
    if (node.finalizer === null) return paths;
    const last = this.#paths(file, node.finalizer);
    const finished = (steps: Steps | undefined): Steps | undefined =>
      steps === undefined ? undefined : [...steps, ...heaviest(last)];
    return {
      falls: finished(paths.falls),
      jumps: finished(paths.jumps),
      exits: finished(paths.exits),
    };
  }

  #loop(file: SourceFile, node: LoopNode): readonly ProfileStep[] {
    const once: Node[] = [];
    const each: Node[] = [];
    for (const child of file.children(node)) {
      const isOnce =
        (node.type === "ForStatement" && child === node.init) ||
        ((node.type === "ForOfStatement" || node.type === "ForInStatement") &&
          child === node.right);
      (isOnce ? once : each).push(child);
    }
    const before = once.flatMap((child) => this.#steps(file, child));
    const steps = each.flatMap((child) =>
      child === node.body ? heaviest(this.#paths(file, child)) : this.#steps(file, child),
    );
    return steps.length === 0 ? before : [...before, ...this.#asLoop(file, node, steps)];
  }

  #asLoop(file: SourceFile, node: Node, steps: readonly ProfileStep[]): readonly ProfileStep[] {
    const count = this.#rounds(file, node);
    return [
      {
        kind: "loop",
        count: count ?? typicalRounds,
        countSource: count === undefined ? "typical" : "computed",
        at: file.rangeOf(node),
        steps,
      },
    ];
  }

  #rounds(file: SourceFile, node: Node): number | undefined {
    if (isLoop(node) && node.type === "ForStatement") return roundsOf(file, node);
    const collection =
      node.type === "ForOfStatement"
        ? node.right
        : node.type === "CallExpression" && node.callee.type === "MemberExpression"
          ? node.callee.object
          : undefined;
    if (collection === undefined) return undefined;
    const [value] = this.#analyzer.tools.resolver.valuesOf(file, collection);
    return value?.kind === "array" ? value.elements.length : undefined;
  }

  #awaited(file: SourceFile, node: TSESTree.AwaitExpression): readonly ProfileStep[] {
    const argument = unwrap(node.argument);
    // What is computed on the way to the promise happens first.
    const before = this.#children(file, node);
    const called = this.#calledSteps(file, argument);
    if (called !== undefined) return [...before, ...called];
    if (argument.type === "CallExpression" && isGathering(argument)) return before;
    const step = awaitedStep(this.#analyzer.tools.resolver, this.#catalog, file, argument);
    return step === undefined ? before : [...before, step];
  }

  /** The steps of an async function of the project, which is awaited in place. */
  #calledSteps(file: SourceFile, awaited: Node): readonly ProfileStep[] | undefined {
    if (awaited.type !== "CallExpression") return undefined;
    const callee = calleeOf(awaited);
    if (isFunction(callee)) return this.#stepsOf(file, callee);
    for (const value of this.#analyzer.tools.resolver.valuesOf(file, callee)) {
      if (value.kind !== "function") continue;
      const placement = this.#analyzer.facts(value.file).execution.placementOfFunction(value.node);
      if (placement.on !== "loop" || placement.host !== value.node) continue;
      const link: ChainLink = { name: nameOf(value.node), at: file.rangeOf(awaited) };
      return this.#stepsOf(value.file, value.node).map((step) => under(link, step));
    }
    return undefined;
  }
}

/** Statements through which there is more than one way, met where a walk through children comes upon them. */
function isStatementWithPaths(node: Node): boolean {
  return (
    node.type === "BlockStatement" ||
    node.type === "IfStatement" ||
    node.type === "SwitchStatement" ||
    node.type === "TryStatement" ||
    node.type === "LabeledStatement"
  );
}

function isEachElement(node: Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    node.callee.property.type === "Identifier" &&
    eachElement.test(node.callee.property.name)
  );
}

/** `Promise.all(files.map(async …))`: what is waited for are the steps inside. */
function isGathering(call: TSESTree.CallExpression): boolean {
  const [first] = call.arguments;
  return (
    call.callee.type === "MemberExpression" &&
    call.callee.object.type === "Identifier" &&
    call.callee.object.name === "Promise" &&
    first?.type !== "ArrayExpression"
  );
}

function blockingStep(
  { site }: Effect,
  file: SourceFile,
  node: Node,
  chain: readonly ChainLink[],
): ProfileStep {
  const computes = site.kind === "cpu" || "spin" in site.cause;
  return {
    kind: computes ? "compute" : "block",
    api: site.api,
    estimate: site.estimate,
    remedy: site.remedy,
    at: file.rangeOf(node),
    chain,
  };
}

function under(link: ChainLink, step: ProfileStep): ProfileStep {
  if (step.kind === "loop")
    return { ...step, steps: step.steps.map((inner) => under(link, inner)) };
  if (step.kind !== "block" && step.kind !== "compute") return { ...step, at: link.at };
  const rest = step.chain.length > 0 ? step.chain : [{ name: step.api, at: step.at }];
  return { ...step, at: link.at, chain: [link, ...rest] };
}

function inSourceOrder(effects: readonly Effect[]): readonly Effect[] {
  return [...effects].sort((a, b) => a.site.node.range[0] - b.site.node.range[0]);
}
