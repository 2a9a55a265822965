/**
 * The one load under which functions are compared unless somebody asks for another, so that headlines mean something.
 */
import type { RuntimeOptions, Scenario, Step } from "./types.js";

/** The bystander: a 2 ms request that has nothing to do with the function. Times are milliseconds. */
export const bystanderSteps: readonly Step[] = [{ cpu: 0.2 }, { io: 1.6 }, { cpu: 0.2 }];

/** The bystander's latency in milliseconds when nothing is in its way. */
export const bystanderAloneMs = 2;

export interface LoadOptions {
  readonly runtime: RuntimeOptions;
  /** Calls of the function per second, as a Poisson stream. */
  readonly callsPerSecond: number;
  /** Requests of the bystander per second, as a Poisson stream. */
  readonly bystandersPerSecond: number;
  readonly bystander: readonly Step[];
  /** Virtual time in milliseconds. */
  readonly durationMs: number;
  readonly seed: number;
}

export const defaultLoadOptions: LoadOptions = {
  runtime: { flavor: "node", processes: 1 },
  callsPerSecond: 5,
  bystandersPerSecond: 100,
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
      { name: names.called, arrival: { poissonPerSecond: load.callsPerSecond }, steps },
      {
        name: names.bystander,
        arrival: { poissonPerSecond: load.bystandersPerSecond },
        steps: load.bystander,
      },
    ],
  };
}

/** One line that says what the load is, printed wherever its figures are. */
export function describeLoad(options: Partial<LoadOptions> = {}): string {
  const load = { ...defaultLoadOptions, ...options };
  return (
    `${describeRuntime(load.runtime)}; the function is called ${load.callsPerSecond} times a second, ` +
    `beside ${load.bystandersPerSecond} other requests a second; ` +
    `${load.durationMs / 1000} s of virtual time, medians of ${defaultSeeds.length} seeds`
  );
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
