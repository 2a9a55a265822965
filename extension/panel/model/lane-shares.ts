/** How a thread spent the run: the sentence that a screen reader says for a lane. */
import { SegmentState } from "unblock-simulator";
import type { Translate } from "./text.js";
import type { TraceIndex } from "./trace-index.js";

export interface LaneShares {
  /** Shares of the whole run, from 0 to 1. */
  readonly computing: number;
  readonly blocked: number;
}

export function laneShares(index: TraceIndex, lane: number): LaneShares {
  const { segments, endNs } = index.trace;
  let computing = 0;
  let blocked = 0;
  for (const segment of index.segmentsOfLane[lane] ?? []) {
    const length = (segments.endNs[segment] ?? 0) - (segments.startNs[segment] ?? 0);
    if (segments.state[segment] === SegmentState.running) computing += length;
    if (segments.state[segment] === SegmentState.blocked) blocked += length;
  }
  return { computing: computing / endNs, blocked: blocked / endNs };
}

export function laneSentence(name: string, shares: LaneShares, t: Translate): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return t(
    "{0}: computing {1}, blocked {2} of the run",
    name,
    percent(shares.computing),
    percent(shares.blocked),
  );
}
