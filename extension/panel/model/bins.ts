/** Latencies counted by bin, so that a worker need not hand over, nor the page keep, every single one. */
import { distribution, logRange } from "unblock-simulator";

/** Tenths of decades of milliseconds: `counts[0]` is bin `first`, bin 10 begins at 10 ms. */
export interface Bins {
  readonly first: number;
  readonly counts: readonly number[];
}

/** @param samples in milliseconds */
export function binsOf(samples: Float64Array): Bins {
  const range = logRange([samples]);
  return { first: range[0], counts: distribution(samples, range).counts };
}

export function mergeBins(list: readonly Bins[]): Bins {
  const filled = list.filter(({ counts }) => counts.some((count) => count > 0));
  if (filled.length === 0) return { first: 0, counts: [] };
  const first = Math.min(...filled.map((bins) => bins.first));
  const end = Math.max(...filled.map((bins) => bins.first + bins.counts.length));
  const counts = new Array<number>(end - first).fill(0);
  for (const bins of filled) {
    bins.counts.forEach((count, index) => {
      const at = bins.first - first + index;
      counts[at] = (counts[at] ?? 0) + count;
    });
  }
  return { first, counts };
}

/** The counts of the bins from `from` up to `to`. */
export function countsBetween({ first, counts }: Bins, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => counts[from + index - first] ?? 0);
}
