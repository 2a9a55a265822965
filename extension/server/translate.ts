/** Returns a text in the user's language, with `{0}`, `{1}` … replaced by the values. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

/** Translations by their English text, as `vscode.l10n` keeps them; a text without one stays English. */
export function createTranslate(messages: Readonly<Record<string, string>>): Translate {
  return (text, ...values) => {
    const translated = Object.hasOwn(messages, text) ? messages[text] : undefined;
    return (translated ?? text).replace(/\{(\d+)\}/gu, (placeholder, index: string) =>
      String(values[Number(index)] ?? placeholder),
    );
  };
}
