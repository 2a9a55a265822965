/** The options that change a scenario before it is validated: --seed, --runtime, --workers, --set. */
import type { RuntimeOptions } from "../scenario/types.js";
import { BadInput } from "./command-io.js";
import type { NamedDocument } from "./read-scenario.js";
import { parseAssignment, setInScenario, setValue } from "./set-value.js";

export interface ScenarioOptions {
  readonly seed?: number;
  readonly runtime?: RuntimeOptions["flavor"];
  readonly workers?: number;
  readonly set?: readonly string[];
}

/** A copy of the document with the options applied. @throws BadInput for a path that does not exist. */
export function withOptions(named: NamedDocument, options: ScenarioOptions): NamedDocument {
  const document = structuredClone(named.document);
  if (options.runtime !== undefined) setValue(document, "runtime", otherRuntime(document, options));
  if (options.seed !== undefined) setValue(document, "seed", options.seed);
  if (options.workers !== undefined) setWorkers(document, options.workers);
  for (const text of options.set ?? []) {
    const { path, value } = parseAssignment(text);
    setInScenario(document, path, value);
  }
  return { ...named, document };
}

/** Sets the number of workers, whatever the flavor calls them: threads, or processes of Node. */
export function setWorkers(document: unknown, workers: unknown): void {
  const flavor = (runtimeOf(document) as { flavor?: unknown } | undefined)?.flavor;
  if (flavor === "current-thread") {
    throw new BadInput("--workers: the current-thread runtime has one thread; try --runtime");
  }
  setValue(document, flavor === "node" ? "runtime.processes" : "runtime.workerThreads", workers);
}

/** The runtime of another flavor, with the number of processors kept. */
function otherRuntime(document: unknown, { runtime: flavor }: ScenarioOptions): unknown {
  const current = runtimeOf(document) as { flavor?: unknown; cores?: unknown } | undefined;
  if (current?.flavor === flavor) return current;
  return current?.cores === undefined ? { flavor } : { flavor, cores: current.cores };
}

function runtimeOf(document: unknown): unknown {
  const isObject = typeof document === "object" && document !== null;
  return isObject ? (document as { runtime?: unknown }).runtime : undefined;
}
