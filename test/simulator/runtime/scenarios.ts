/** Short ways to write scenarios, and to read outcomes, in tests. */
import { run } from "../../../simulator/src/runtime/run.js";
import type { RunOptions, RunOutcome } from "../../../simulator/src/runtime/outcome.js";
import type {
  CurrentThreadOptions,
  MultiThreadOptions,
  RuntimeOptions,
  Scenario,
  Step,
  TaskOptions,
} from "../../../simulator/src/scenario/types.js";

export function multiThread(
  workerThreads: number,
  options: Partial<MultiThreadOptions> = {},
): MultiThreadOptions {
  return { flavor: "multi-thread", workerThreads, cores: 2, ...options };
}

export function currentThread(options: Partial<CurrentThreadOptions> = {}): CurrentThreadOptions {
  return { flavor: "current-thread", cores: 2, ...options };
}

export function task(
  name: string,
  steps: readonly Step[],
  options: Partial<TaskOptions> = {},
): TaskOptions {
  return { name, steps, ...options };
}

export function scenario(
  runtime: RuntimeOptions,
  tasks: readonly TaskOptions[],
  options: Partial<Scenario> = {},
): Scenario {
  return { version: 1, runtime, tasks, ...options };
}

/** Runs a scenario of these tasks. */
export function simulate(
  runtime: RuntimeOptions,
  tasks: readonly TaskOptions[],
  options: Partial<Scenario> = {},
  runOptions: RunOptions = {},
): RunOutcome {
  return run(scenario(runtime, tasks, options), runOptions);
}

export function makespanMs(outcome: RunOutcome): number {
  return outcome.makespanNs / 1e6;
}

/** A quantile of nanosecond samples, in milliseconds: the nearest rank. */
export function quantileMs(samples: Float64Array, quantile: number): number {
  const sorted = Float64Array.from(samples).sort();
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(quantile * sorted.length) - 1));
  return sorted[rank] / 1e6;
}

/** The samples of the tasks of a name. */
export function outcomeOf(outcome: RunOutcome, name: string): RunOutcome["tasks"][number] {
  const found = outcome.tasks.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no task is named ${name}`);
  return found;
}
