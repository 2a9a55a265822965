/** What `--sweep` goes through: `workers=1..16`, `runtime.workerThreads=1,2,4`, `tasks[0].count=0..1000..100`. */
import { BadInput } from "./command-io.js";
import { setWorkers } from "./scenario-options.js";
import { setInScenario } from "./set-value.js";

export interface Sweep {
  /** "workers", or a path in the document. */
  readonly name: string;
  readonly values: readonly unknown[];
}

/** More runs than this are a mistake. */
const mostValues = 1000;

/** @throws BadInput for a text that is no sweep. */
export function parseSweep(text: string): Sweep {
  const at = text.indexOf("=");
  if (at <= 0) throw new BadInput(`--sweep ${text}: expected name=1..16 or name=1,2,4`);
  const name = text.slice(0, at);
  const raw = text.slice(at + 1);
  const values = raw.includes("..") ? range(text, raw) : raw.split(",").map(value);
  if (values.length > mostValues) {
    throw new BadInput(`--sweep ${text}: ${values.length} runs; at most ${mostValues}`);
  }
  return { name, values };
}

/** Sets one of a sweep's values in a document. @throws BadInput for a path that does not exist. */
export function applySweepValue(document: unknown, name: string, each: unknown): void {
  if (name === "workers") setWorkers(document, each);
  else setInScenario(document, name, each);
}

function value(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}

/** `from..to` in steps of 1, or `from..to..step`; both ends included. */
function range(text: string, raw: string): number[] {
  const [from, to, step = 1, ...rest] = raw
    .split("..")
    .map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (rest.length > 0 || ![from, to, step].every(Number.isFinite)) {
    throw new BadInput(`--sweep ${text}: expected from..to or from..to..step`);
  }
  if (step <= 0 || to < from) throw new BadInput(`--sweep ${text}: the range is empty`);
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  return Array.from({ length: Math.min(count, mostValues + 1) }, (_, index) => from + index * step);
}
