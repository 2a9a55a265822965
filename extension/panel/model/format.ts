/** Figures for people, in their language. */

/** A duration in milliseconds as the command prints it, in the user's language: "20 µs", "312 ms", "2.04 s". */
export function formatMs(ms: number, locale = "en"): string {
  if (ms < 0.0995 && ms > 0) return `${formatNumber(ms * 1000, locale)} µs`;
  return ms < 999.5 ? `${formatNumber(ms, locale)} ms` : `${formatNumber(ms / 1000, locale)} s`;
}

/** Three digits that matter; whole from a thousand. */
export function formatNumber(value: number, locale = "en"): string {
  const digits = value >= 999.5 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return numberFormat(locale, digits).format(value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are dear to make and cheap to use, and a picture has hundreds of figures. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** How many times as much: "148×", "1.4×". */
export function formatRatio(ratio: number, locale = "en"): string {
  return `${numberFormat(locale, { maximumSignificantDigits: ratio < 10 ? 2 : 3 }).format(ratio)}×`;
}

/** A moment of the run, fine enough to tell neighbours apart: "1,204.53 ms". */
export function formatMoment(ns: number, locale = "en"): string {
  return `${numberFormat(locale, { maximumFractionDigits: 2 }).format(ns / 1e6)} ms`;
}

/** The last part of a path, whatever system it comes from. */
export function baseName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path;
}

/** A function's name as people write it in a sentence: "handler()". */
export function calledAs(name: string): string {
  return /^[\p{ID_Continue}$.#]+$/u.test(name) ? `${name}()` : name;
}

/** The day of a moment in ISO 8601, in the user's language; the text itself where it is no moment. */
export function formatDate(moment: string, locale = "en"): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}
