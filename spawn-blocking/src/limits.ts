/** The limits of a pool. */
import { availableParallelism } from "node:os";
import type { ResourceLimits } from "node:worker_threads";
import { invalid } from "./spawn.js";
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

/**
 * V8 needs some megabytes before a thread runs anything: below 6 MB none starts, and below 3 MB Node 22 and later end the
 * whole process while the thread's heap is made.
 */
const LEAST_HEAP_MB = 8;

/** @throws SpawnError where an option is unknown or out of range. */
export function limitsOf(options: PoolOptions): Limits {
  for (const name of Object.keys(options)) {
    if (!(name in numbers) && name !== "resourceLimits") {
      throw invalid(`unknown option of a pool: "${name}"`);
    }
  }
  const limit = (name: keyof typeof numbers): number => {
    const { least, most, standard } = numbers[name];
    const value = options[name] ?? standard();
    const whole = Number.isInteger(value) || value === Infinity;
    if (whole && value >= least && value <= most) return value;
    throw invalid(`${name} must be a whole number from ${least} to ${most}, not ${String(value)}`);
  };
  return {
    maxThreads: limit("maxThreads"),
    maxWaitThreads: limit("maxWaitThreads"),
    maxQueuedJobs: limit("maxQueuedJobs"),
    idleTimeoutMs: limit("idleTimeoutMs"),
    resourceLimits: checkedResourceLimits(options.resourceLimits),
  };
}

function checkedResourceLimits(limits: ResourceLimits | undefined): ResourceLimits | undefined {
  if (limits === undefined) return undefined;
  if (typeof limits !== "object" || limits === null) {
    throw invalid(`resourceLimits must be an object, not ${String(limits)}`);
  }
  const heapMb = limits.maxOldGenerationSizeMb;
  if (heapMb !== undefined && !(heapMb >= LEAST_HEAP_MB)) {
    throw invalid(
      `resourceLimits.maxOldGenerationSizeMb must be at least ${LEAST_HEAP_MB}, not ${heapMb}: ` +
        "with less, V8 can't start a thread",
    );
  }
  return limits;
}
