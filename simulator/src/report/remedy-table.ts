/** What was tried against a cause, as rows: what is left of the wait, and by which remedy. */
import type { Cause } from "../explain/cause.js";
import { formatMs } from "./units.js";

export interface RemedyRow {
  /** "1.7 ms" */
  readonly left: string;
  readonly text: string;
  readonly helps: boolean;
}

export interface RemedyTable {
  /** What the figures are. */
  readonly heading: string;
  readonly rows: readonly RemedyRow[];
}

/** Null where nothing was tried. */
export function remedyTable(cause: Cause): RemedyTable | null {
  const { remedies = [] } = cause;
  if (remedies.length === 0) return null;
  return {
    heading: `Tried; it leaves of the ${formatMs(remedies[0].beforeMs)} (99th percentile):`,
    rows: remedies.map(({ afterMs, text, helps }) => ({
      left: formatMs(afterMs),
      text: helps ? text : `${text}: does not help`,
      helps,
    })),
  };
}
