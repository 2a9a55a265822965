/** What the simulator tried against a cause, over several seeds, as the panel shows it. */
import { spreadOf, type Spread, type TriedRemedy } from "unblock-simulator";
import type { Translate } from "./text.js";

export interface RemedyOverSeeds {
  /** As the simulator calls it: "spawn-blocking". */
  readonly name: string;
  /** The simulator's English words. */
  readonly text: string;
  /** What is left of the others' 99th percentile, in milliseconds. */
  readonly afterMs: Spread;
  /** In most of the seeds. */
  readonly helps: boolean;
  /** How many of them have been tried. */
  readonly seeds: number;
}

interface Tried {
  readonly seed: number;
  readonly remedies: readonly TriedRemedy[];
}

/** The best first; what does not help last. A seed that came twice counts once. */
export function remediesOverSeeds(tried: readonly Tried[]): readonly RemedyOverSeeds[] {
  const byName = new Map<string, Map<number, TriedRemedy>>();
  for (const { seed, remedies } of tried) {
    for (const remedy of remedies) {
      const bySeed = byName.get(remedy.name) ?? new Map<number, TriedRemedy>();
      byName.set(remedy.name, bySeed.set(seed, remedy));
    }
  }
  return [...byName.entries()]
    .map(([name, bySeed]) => {
      const runs = [...bySeed.values()];
      return {
        name,
        text: runs[0]?.text ?? name,
        afterMs: spreadOf(runs.map(({ afterMs }) => afterMs)),
        seeds: runs.length,
        helps: runs.filter(({ helps }) => helps).length * 2 > runs.length,
      };
    })
    .sort((a, b) => Number(b.helps) - Number(a.helps) || a.afterMs.median - b.afterMs.median);
}

/** In the user's language; the simulator's own words for what this panel does not know. */
export function remedyText({ name, text }: RemedyOverSeeds, t: Translate): string {
  // These texts hold one number, that of the threads or processes.
  const amount = /\d+/u.exec(text)?.[0] ?? "";
  switch (name) {
    case "awaited-timer":
      return t("an awaited timer, where it only waits");
    case "async-form":
      return t("awaited I/O in place of blocking I/O");
    case "spawn-blocking":
      return t("everything that blocks on a pool's thread (spawnBlocking)");
    case "block-in-place":
      return t("everything that blocks in place (block_in_place)");
    case "parallel":
      return t("what it computes on the data-parallel pool");
    case "more-processes":
      return t("{0} processes", amount);
    case "more-libuv-threads":
      return t("{0} libuv threads", amount);
    case "more-worker-threads":
      return t("{0} worker threads", amount);
    case "more-blocking-threads":
      return t("{0} threads in the blocking pool", amount);
    case "more-parallel-threads":
      return t("{0} threads for data-parallel work", amount);
    case "more-workers":
      return t("{0} workers", amount);
    case "multi-thread":
      return t("the multi-thread runtime with {0} workers", amount);
    case "eager-driver-handoff":
      return t("Tokio 1.53 with its eager driver hand-off (unstable)");
    default:
      return text;
  }
}

/** How much of the harm is left: a judgement for the words beside a figure. */
export type Help = "cures" | "helps" | "no";

/** @param leftMs 99th percentile in milliseconds; null where the load grows without end. */
export function judge(leftMs: number | null, helps: boolean, aloneMs: number): Help {
  if (leftMs === null || !helps) return "no";
  return leftMs < 2 * aloneMs ? "cures" : "helps";
}
