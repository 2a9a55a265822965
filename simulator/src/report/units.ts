/** Figures for people: three digits that matter, with the unit that fits. */

/** 0.123 ms, 1.98 ms, 198 ms, 25 s, 1,000 s; "–" for a figure that there is none of. */
export function formatMs(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || Number.isNaN(ms)) return "–";
  if (ms === 0) return "0 ms";
  if (ms < 0) return `-${formatMs(-ms)}`;
  if (ms < 0.0995) return `${threeDigits(ms * 1000)} µs`;
  return ms < 999.5 ? `${threeDigits(ms)} ms` : `${threeDigits(ms / 1000)} s`;
}

/** A time on the clock of a run rather than a length: "9,393.31 ms", whose last digits tell it from its neighbours. */
export function formatMoment(ms: number): string {
  return `${ms.toLocaleString("en", { maximumFractionDigits: 3 })} ms`;
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

/** Round times at which a scale of `about` marks would stand, from `fromMs` to `toMs` or within. */
export function scaleMarks(toMs: number, about: number, fromMs = 0): number[] {
  if (!(toMs > fromMs)) return [fromMs];
  const rough = (toMs - fromMs) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(fromMs / step - 1e-9);
  const last = Math.floor(toMs / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
