/** A logarithmic axis for latencies, since a 2 ms request that takes two seconds must fit beside one that takes two milliseconds. */
import { logRange } from "unblock-simulator";

/** In tenths of decades, as the simulator's bins are: 0 is 1 ms, 10 is 10 ms. */
export type LogAxis = readonly [first: number, last: number];

/** The whole decades that hold all samples (milliseconds). */
export function logAxis(samples: readonly Float64Array[]): LogAxis {
  const [first, last] = logRange(samples);
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
