/** The limits of a pool. */
import { availableParallelism } from "node:os";
import type { ResourceLimits } from "node:worker_threads";
import { SpawnError } from "./errors.js";
import type { PoolOptions } from "./types.js";

export interface Limits {
  readonly maxThreads: number;
  readonly maxWaitThreads: number;
  readonly maxQueuedJobs: number;
  readonly idleTimeoutMs: number;
  readonly resourceLimits: ResourceLimits | undefined;
}

const numbers = {
  maxThreads: { least: 1, most: 10_000, standard: availableParallelism },
  maxWaitThreads: { least: 1, most: 10_000, standard: () => 32 },
  maxQueuedJobs: { least: 0, most: Infinity, standard: () => 100_000 },
  idleTimeoutMs: { least: 0, most: 2 ** 31 - 1, standard: () => 10_000 },
} as const;

/** @throws SpawnError where an option is unknown or out of range. */
export function limitsOf(options: PoolOptions): Limits {
  for (const name of Object.keys(options)) {
    if (!(name in numbers) && name !== "resourceLimits") {
      throw new SpawnError("ERR_SPAWN_BLOCKING_ARGUMENT", `unknown option of a pool: "${name}"`);
    }
  }
  const limit = (name: keyof typeof numbers): number => {
    const { least, most, standard } = numbers[name];
    const value = options[name] ?? standard();
    const whole = Number.isInteger(value) || value === Infinity;
    if (whole && value >= least && value <= most) return value;
    throw new SpawnError(
      "ERR_SPAWN_BLOCKING_ARGUMENT",
      `${name} must be a whole number from ${least} to ${most}, not ${String(value)}`,
    );
  };
  const { resourceLimits } = options;
  if (
    resourceLimits !== undefined &&
    (typeof resourceLimits !== "object" || resourceLimits === null)
  ) {
    throw new SpawnError(
      "ERR_SPAWN_BLOCKING_ARGUMENT",
      `resourceLimits must be an object, not ${String(resourceLimits)}`,
    );
  }
  return {
    maxThreads: limit("maxThreads"),
    maxWaitThreads: limit("maxWaitThreads"),
    maxQueuedJobs: limit("maxQueuedJobs"),
    idleTimeoutMs: limit("idleTimeoutMs"),
    resourceLimits,
  };
}
