/** A logarithmic axis for latencies, since a 2 ms request that takes two seconds must fit beside one that takes two milliseconds. */
import type { Bins } from "../model/bins.js";

/** In tenths of decades, as the simulator's bins are: 0 is 1 ms, 10 is 10 ms. */
export type LogAxis = readonly [first: number, last: number];

/** The whole decades that hold all bins. */
export function logAxis(all: readonly Bins[]): LogAxis {
  const filled = all.filter(({ counts }) => counts.length > 0);
  if (filled.length === 0) return [0, 10];
  const first = Math.min(...filled.map((bins) => bins.first));
  const last = Math.max(...filled.map((bins) => bins.first + bins.counts.length));
  return [Math.floor(first / 10) * 10, Math.ceil(last / 10) * 10];
}

/** Where a duration in milliseconds stands on the axis, from 0 to 1. */
export function axisShare([first, last]: LogAxis, ms: number): number {
  if (ms <= 0) return 0;
  return Math.min(Math.max((Math.log10(ms) * 10 - first) / (last - first), 0), 1);
}

/** The powers of ten on the axis, in milliseconds. */
export function decades([first, last]: LogAxis): readonly number[] {
  const powers = Array.from({ length: (last - first) / 10 + 1 }, (_, index) => first / 10 + index);
  return powers.map((power) => 10 ** power);
}
