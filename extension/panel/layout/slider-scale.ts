/** A slider for durations from 10 µs to a minute: equal ways are equal ratios, and zero stands at the left end. */

export const sliderSteps = 1000;
const leastMs = 0.01;
const mostMs = 60_000;
const decades = Math.log10(mostMs / leastMs);

/** The slider's position (whole, 0 to `sliderSteps`) for a duration in milliseconds. */
export function positionOf(ms: number): number {
  if (ms < leastMs) return 0;
  const share = Math.log10(Math.min(ms, mostMs) / leastMs) / decades;
  return Math.round(1 + share * (sliderSteps - 1));
}

/** The duration in milliseconds at a position, to two significant digits. */
export function durationAt(position: number): number {
  if (position <= 0) return 0;
  const ms = leastMs * 10 ** (((position - 1) / (sliderSteps - 1)) * decades);
  return Number(ms.toPrecision(2));
}
