/** Translates English texts into which other packages have filled something already. */
import type { Translate } from "./translate.js";

export interface FilledText {
  /** "at most its timeout of {0} ms" */
  readonly text: string;
  readonly expression: RegExp;
}

/** @param text with `{0}`, `{1}` and so on, in this order, for figures */
export function filledText(text: string): FilledText {
  const parts = text.split(/\{\d\}/u).map((part) => part.replace(/[[\]().*+?]/gu, "\\$&"));
  return { text, expression: new RegExp(`^${parts.join("([\\d.,]+)")}$`, "u") };
}

/** A text that nobody has translated stays as it is. */
export function translateFilled(
  english: string,
  known: readonly FilledText[],
  translate: Translate,
): string {
  const found = known.find(({ expression }) => expression.test(english));
  if (found === undefined || translate(found.text) === found.text) return translate(english);
  const figures = found.expression.exec(english)?.slice(1) ?? [];
  return translate(found.text, ...figures.map(inAnyLanguage));
}

/** With spaces between thousands (ISO 80000-1): the English comma is a decimal sign elsewhere. */
function inAnyLanguage(figure: string): string {
  return figure.replaceAll(",", "\u202F");
}
