/**
 * The one load under which functions are compared unless somebody asks for another, so that headlines mean something.
 */
import { aloneMs, bystanders, type BystanderArrival } from "./bystanders.js";
import type { Arrival, RuntimeOptions, Scenario, Step, TaskOptions } from "./types.js";

const [standard] = bystanders;

/** The bystander: a 2 ms request that has nothing to do with the function. Times are milliseconds. */
export const bystanderSteps: readonly Step[] = standard.steps;

/** The default bystander's latency in milliseconds when nothing is in its way. */
export const bystanderAloneMs = aloneMs(bystanderSteps);

export interface LoadOptions {
  readonly runtime: RuntimeOptions;
  /** Calls of the function per second, as a Poisson stream. */
  readonly callsPerSecond: number;
  /** So many calls that arrive together when the run begins, and none later, in place of the stream. */
  readonly callsAtOnce?: number;
  /** Requests of the bystander per second. */
  readonly bystandersPerSecond: number;
  /** How they come: a Poisson stream ("random", the default), or evenly spaced. */
  readonly bystanderArrival?: BystanderArrival;
  readonly bystander: readonly Step[];
  /** Virtual time in milliseconds. */
  readonly durationMs: number;
  readonly seed: number;
}

export const defaultLoadOptions: LoadOptions = {
  runtime: { flavor: "node", processes: 1 },
  callsPerSecond: 5,
  bystandersPerSecond: standard.perSecond,
  bystander: bystanderSteps,
  durationMs: 30_000,
  seed: 1,
};

/** The seeds over which medians and their range are taken. */
export const defaultSeeds: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const bystanderName = "bystander";

/** The names of the two tasks of such a scenario; the bystander gives way when the function has its name. */
export function loadTaskNames(functionName: string): { called: string; bystander: string } {
  const bystander = functionName === bystanderName ? "other requests" : bystanderName;
  return { called: functionName, bystander };
}

/** A scenario in which `steps` are called beside the bystander. */
export function defaultLoad(
  functionName: string,
  steps: readonly Step[],
  options: Partial<LoadOptions> = {},
): Scenario {
  const load = { ...defaultLoadOptions, ...options };
  const names = loadTaskNames(functionName);
  return {
    version: 1,
    seed: load.seed,
    stopAfterMs: load.durationMs,
    runtime: load.runtime,
    tasks: [
      { name: names.called, ...calls(load), steps },
      { name: names.bystander, arrival: bystanderArrival(load), steps: load.bystander },
    ],
  };
}

function calls(load: LoadOptions): Pick<TaskOptions, "count" | "arrival"> {
  return load.callsAtOnce === undefined
    ? { arrival: { poissonPerSecond: load.callsPerSecond } }
    : { count: load.callsAtOnce, arrival: { atMs: 0 } };
}

function bystanderArrival({ bystanderArrival: way, bystandersPerSecond }: LoadOptions): Arrival {
  return way === "regular"
    ? { everyMs: 1000 / bystandersPerSecond }
    : { poissonPerSecond: bystandersPerSecond };
}

/** The latency in milliseconds of the load's bystander when nothing is in its way. */
export function loadAloneMs({ bystander = bystanderSteps }: Partial<LoadOptions> = {}): number {
  return aloneMs(bystander);
}

/** One line that says what the load is, printed wherever its figures are. */
export function describeLoad(options: Partial<LoadOptions> = {}): string {
  const load = { ...defaultLoadOptions, ...options };
  const called =
    load.callsAtOnce === undefined
      ? `${load.callsPerSecond} times a second`
      : `${load.callsAtOnce} times at once`;
  return (
    `${describeRuntime(load.runtime)}; the function is called ${called}, ` +
    `beside ${load.bystandersPerSecond} other requests a second${describeBystander(load)}; ` +
    `${load.durationMs / 1000} s of virtual time, medians of ${defaultSeeds.length} seeds`
  );
}

/** Silent about the default bystander, which every page explains. */
function describeBystander({ bystander, bystanderArrival: way }: LoadOptions): string {
  if (JSON.stringify(bystander) === JSON.stringify(bystanderSteps)) return "";
  return ` of ${aloneMs(bystander)} ms${way === "regular" ? ", evenly spaced" : ""}`;
}

function describeRuntime(runtime: RuntimeOptions): string {
  switch (runtime.flavor) {
    case "node": {
      const processes = runtime.processes ?? 1;
      return processes === 1 ? "Node.js, one process" : `Node.js, ${processes} processes`;
    }
    case "current-thread":
      return "Tokio, current-thread";
    case "multi-thread":
      return `Tokio, ${runtime.workerThreads ?? 4} workers`;
  }
}
