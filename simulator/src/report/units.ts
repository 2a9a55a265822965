/** Figures for people: three digits that matter, with the unit that fits. */

/** 0.123 ms, 1.98 ms, 198 ms, 25 s, 1,000 s; "–" for a figure that there is none of. */
export function formatMs(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || Number.isNaN(ms)) return "–";
  if (ms === 0) return "0 ms";
  if (ms < 0) return `-${formatMs(-ms)}`;
  if (ms < 0.0995) return `${threeDigits(ms * 1000)} µs`;
  return ms < 999.5 ? `${threeDigits(ms)} ms` : `${threeDigits(ms / 1000)} s`;
}

function threeDigits(value: number): string {
  if (value >= 999.5) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}

/** 12,345 */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/** "1 task", "12 tasks", "2 processes". */
export function plural(count: number, noun: string): string {
  const ending = /(?:s|x|ch|sh)$/.test(noun) ? "es" : "s";
  return `${formatCount(count)} ${noun}${count === 1 ? "" : ending}`;
}

/** A whole percentage; "<1 %" for a little that is not nothing. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return "<1 %";
  return `${Math.round(share * 100)} %`;
}

/** Round times at which a scale of `about` marks would stand, from 0 to `toMs` or a little less. */
export function scaleMarks(toMs: number, about: number): number[] {
  if (!(toMs > 0)) return [0];
  const rough = toMs / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const marks = Math.floor(toMs / step + 1e-9);
  return Array.from({ length: marks + 1 }, (_, index) => index * step);
}
