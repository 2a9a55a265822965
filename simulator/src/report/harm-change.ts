/** What a change to the code adds to what others wait for: the report before it, against the report after it. */
import type { LatencyOverSeeds } from "./comparison.js";
import { bystanderP99, type FunctionReport, type HarmReport } from "./harm-report.js";

export type ChangeKind = "added" | "worse" | "better" | "removed" | "unchanged";

/** One function before and after the change. */
export interface FunctionChange {
  readonly kind: ChangeKind;
  readonly name: string;
  /** Where it stands after the change; of a function that blocks no more, where it stood. */
  readonly file: string;
  readonly line: number;
  /** The bystander's latency beside it, as written; null where it did not block. */
  readonly before: LatencyOverSeeds | null;
  /** Null where it blocks no more. */
  readonly after: LatencyOverSeeds | null;
}

export interface HarmChange {
  /** What the report was compared with: a revision, or a file. */
  readonly base: string;
  /** Worst first. */
  readonly functions: readonly FunctionChange[];
}

/**
 * Both reports are made under one load and the same seeds, so that a difference comes from the code. One below this
 * share of the earlier figure matters to nobody: a step whose typical cost was refined, an item more in a loop.
 */
const share = 0.05;

/** Compares two reports of the same load. Functions are the same by file and name, or moved by name alone. */
export function harmChange(
  base: string,
  before: HarmReport,
  after: Pick<HarmReport, "functions">,
): HarmChange {
  const pairs = pairUp(before.functions, after.functions);
  const functions = pairs.map(changeOf).sort((a, b) => weight(b) - weight(a));
  return { base, functions };
}

/** The functions that a change has to answer for: those that it adds, and those that it makes worse. */
export function harmed({ functions }: HarmChange): readonly FunctionChange[] {
  return functions.filter(({ kind }) => kind === "added" || kind === "worse");
}

interface Pair {
  readonly before?: FunctionReport;
  readonly after?: FunctionReport;
}

function pairUp(before: readonly FunctionReport[], after: readonly FunctionReport[]): Pair[] {
  const left = [...before];
  const take = (isSame: (each: FunctionReport) => boolean) => {
    const index = left.findIndex(isSame);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const inPlace = after.map((each) => ({
    after: each,
    before: take(({ file, name }) => file === each.file && name === each.name),
  }));
  const all = inPlace.map((pair) => ({
    ...pair,
    before: pair.before ?? take(({ name }) => name === pair.after.name),
  }));
  return [...all, ...left.map((each) => ({ before: each }))];
}

function changeOf({ before, after }: Pair): FunctionChange {
  const place = after ?? before;
  if (place === undefined) throw new Error("a change of no function");
  return {
    kind: kindOf(before, after),
    name: place.name,
    file: place.file,
    line: place.line,
    before: before?.comparison.asWritten.bystander ?? null,
    after: after?.comparison.asWritten.bystander ?? null,
  };
}

function kindOf(before: FunctionReport | undefined, after: FunctionReport | undefined): ChangeKind {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  const was = bystanderP99(before);
  const is = bystanderP99(after);
  if (Math.abs(is - was) <= share * was) return "unchanged";
  return is > was ? "worse" : "better";
}

const order: Readonly<Record<ChangeKind, number>> = {
  added: 3,
  worse: 3,
  better: 2,
  removed: 2,
  unchanged: 1,
};

/** Puts harm first, by what the bystander waits for now; then what got better, by what it waited for. */
function weight({ kind, before, after }: FunctionChange): number {
  const latency = after ?? before;
  const p99 = latency?.growing === true ? Infinity : (latency?.latencyMs?.p99.median ?? 0);
  // Below 1, so that the order of kinds comes first.
  return order[kind] + 1 - 1 / (1 + p99);
}
