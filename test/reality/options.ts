/** What the command line asks for: `npm run test:reality -- --all --record --only driver-held`. */
import { parseArgs } from "node:util";
import { manifest } from "./manifest.js";
import type { Entry } from "./manifest-entry.js";

export interface Options {
  readonly record: boolean;
  readonly entries: readonly Entry[];
}

/** @throws Error for an option that there is not, and for a name that no scenario has. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
    },
  });
  const { all, only, record } = values;
  const entries = manifest.filter(({ always, name }) =>
    only.length > 0 ? only.some((part) => name.includes(part)) : all || record || always === true,
  );
  if (entries.length === 0) throw new Error(`no scenario is named "${only.join('" or "')}"`);
  return { record, entries };
}
