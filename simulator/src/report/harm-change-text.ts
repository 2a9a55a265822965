/** What a change adds to what others wait for, in words: the headline and the table that every format prints. */
import type { LatencyOverSeeds } from "./comparison.js";
import { harmed, type ChangeKind, type FunctionChange, type HarmChange } from "./harm-change.js";
import type { Table } from "./table.js";
import { formatMs, plural } from "./units.js";

const words: Readonly<Record<ChangeKind, string>> = {
  added: "new",
  worse: "worse",
  better: "better",
  removed: "gone",
  unchanged: "as before",
};

/** "This change makes requests of 2 ms wait: 135 ms (p99) beside checkout, which did not block at main." */
export function changeHeadline(change: HarmChange, aloneMs: number): string {
  const request = `requests of ${formatMs(aloneMs)}`;
  const worst = harmed(change).at(0);
  if (worst !== undefined) {
    const was =
      worst.before === null ? "which did not block" : `where it was ${latencyText(worst.before)}`;
    return (
      `This change makes other ${request} wait: ${waitText(worst.after)} beside ${worst.name}, ` +
      `${was} at ${change.base}.`
    );
  }
  const relieved = change.functions.find(({ kind }) => kind === "better" || kind === "removed");
  if (relieved === undefined) {
    return `This change adds nothing to what other ${request} wait for (compared with ${change.base}).`;
  }
  const now = relieved.after === null ? "no longer blocks" : `now ${latencyText(relieved.after)}`;
  return (
    `This change makes other ${request} wait less: beside ${relieved.name} ` +
    `${latencyText(relieved.before)} at ${change.base}, ${now}.`
  );
}

/** The functions that the change makes a difference to; undefined where there is none. */
export function changeTable({ functions, base }: HarmChange): Table | undefined {
  const different = functions.filter(({ kind }) => kind !== "unchanged");
  if (different.length === 0) return undefined;
  return {
    columns: ["function", "", `others' p99 at ${base}`, "with this change"],
    rows: different.map((each) => [
      `${each.name} (${each.file}:${each.line})`,
      words[each.kind],
      latencyText(each.before),
      latencyText(each.after),
    ]),
  };
}

/** "1 new, 2 better, 14 as before" */
export function changeCounts({ functions }: HarmChange): string {
  const kinds = Object.keys(words) as ChangeKind[];
  const counts = kinds.map((kind) => ({ kind, count: functions.filter(isOf(kind)).length }));
  const present = counts.filter(({ count }) => count > 0);
  return present.length === 0
    ? "no function blocks, before or after"
    : `${plural(functions.length, "function")}: ` +
        present.map(({ kind, count }) => `${count} ${words[kind]}`).join(", ");
}

function isOf(kind: ChangeKind): (change: FunctionChange) => boolean {
  return (change) => change.kind === kind;
}

function waitText(latency: LatencyOverSeeds | null): string {
  return latency?.growing === true ? "without end" : `${latencyText(latency)} (p99)`;
}

function latencyText(latency: LatencyOverSeeds | null): string {
  if (latency === null) return "does not block";
  return latency.growing ? "growing" : formatMs(latency.latencyMs?.p99.median);
}
