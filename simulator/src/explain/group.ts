/** Episodes that have the same cause, taken together. */
import type { Trace } from "../engine/trace.js";
import type { Episode } from "./long-waits.js";

export interface Group {
  readonly kind: Episode["kind"];
  /** The name of the task that stood in the way; empty where no task did. */
  readonly blocker: string;
  readonly episodes: readonly Episode[];
  /** The one that waited longest. */
  readonly worst: Episode;
  /** All waits together. */
  readonly totalNs: number;
}

/** By kind, blocking task, its line, and for pools the queue; those with the most waiting in all first. */
export function groupEpisodes(trace: Trace, episodes: readonly Episode[]): Group[] {
  const groups = new Map<string, Episode[]>();
  for (const episode of episodes) {
    const { segments, waits } = trace;
    const location = segments.location[episode.segment];
    const queue = episode.kind === "pool-full" ? waits.queue[episode.wait] : -1;
    const key = [episode.kind, blockerName(trace, episode.segment), location, queue].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [episode]);
    else group.push(episode);
  }
  return [...groups.values()]
    .map((members) => ({
      kind: members[0].kind,
      blocker: blockerName(trace, members[0].segment),
      episodes: members,
      worst: members.reduce((worst, each) => (each.waitedNs > worst.waitedNs ? each : worst)),
      totalNs: members.reduce((sum, each) => sum + each.waitedNs, 0),
    }))
    .sort((a, b) => b.totalNs - a.totalNs);
}

function blockerName(trace: Trace, segment: number): string {
  const task = trace.segments.task[segment];
  return task >= 0 ? trace.taskNames[trace.tasks.name[task]] : "";
}
