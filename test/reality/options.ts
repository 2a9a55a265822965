/**
 * What the command line asks for: `npm run test:reality -- --all --record --only driver-held`, or random scenarios
 * instead: `--random 20 --seed 7 --runtime tokio`.
 */
import { parseArgs } from "node:util";
import { manifest } from "./manifest.js";
import type { Entry } from "./manifest-entry.js";
import { randomRuntimes } from "./random/random-scenarios.js";
import type { RandomRuntime } from "./random/random-scenarios.js";

export interface Options {
  readonly record: boolean;
  readonly entries: readonly Entry[];
  readonly random: RandomOptions;
}

export interface RandomOptions {
  /** For each runtime; 0: no random scenarios. */
  readonly count: number;
  readonly seed: number;
  readonly runtimes: readonly RandomRuntime[];
}

/** @throws Error for an option or value that there is not, and for a name that no scenario has. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      random: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      runtime: { type: "string", multiple: true, default: [...randomRuntimes] },
    },
  });
  const { all, only, record } = values;
  const entries = manifest.filter(({ always, name }) =>
    only.length > 0 ? only.some((part) => name.includes(part)) : all || record || always === true,
  );
  if (entries.length === 0) throw new Error(`no scenario is named "${only.join('" or "')}"`);
  const random = {
    count: wholeNumber("random", values.random),
    seed: wholeNumber("seed", values.seed),
    runtimes: values.runtime.map(randomRuntime),
  };
  return { record, entries, random };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}"`);
  return Number(text);
}

function randomRuntime(name: string): RandomRuntime {
  const known = randomRuntimes.find((each) => each === name);
  if (known === undefined) throw new Error(`--runtime must be one of ${randomRuntimes.join(", ")}`);
  return known;
}
