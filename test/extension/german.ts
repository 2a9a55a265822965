/** The German translation, as VS Code reads it. */
import { readFileSync } from "node:fs";

export const german = JSON.parse(
  readFileSync(new URL("../../l10n/bundle.l10n.de.json", import.meta.url), "utf8"),
) as Readonly<Record<string, string>>;
