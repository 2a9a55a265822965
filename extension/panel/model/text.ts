/** The panel's words: English in the code, translated by the strings that the client hands over. */

/** Translates an English text and fills in `{0}`, `{1}` and so on. */
export type Translate = (text: string, ...values: readonly (string | number)[]) => string;

export function translator(messages: Readonly<Record<string, string>>): Translate {
  return (text, ...values) =>
    // A placeholder without a value stays, so that a wrong translation is seen rather than a hole.
    (Object.hasOwn(messages, text) ? (messages[text] ?? text) : text).replace(
      /\{(\d+)\}/gu,
      (placeholder, index: string) => {
        const value = values[Number(index)];
        return value === undefined ? placeholder : String(value);
      },
    );
}

export const inEnglish: Translate = translator({});
