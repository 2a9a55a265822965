/** What people try instead of the fix: more of everything. Each is simulated, so that its figure can be shown. */
import type { LatencyOverSeeds, LoadOptions, RuntimeOptions } from "unblock-simulator";
import { defaultLoadOptions } from "unblock-simulator";

export type AlternativeKind =
  | "processes"
  | "workers"
  | "libuv-threads"
  | "blocking-threads"
  | "cores"
  | "fewer-calls"
  | "fewer-at-once";

export interface Alternative {
  readonly kind: AlternativeKind;
  /** The new number: of processes, threads, cores, or calls per second. */
  readonly value: number;
  readonly load: Partial<LoadOptions>;
}

export interface AlternativeResult {
  readonly alternative: Alternative;
  readonly bystander: LatencyOverSeeds;
}

/** Twice of everything that the runtime has, and half of the calls; the function stays as it is written. */
export function alternativesTo(load: Partial<LoadOptions>): readonly Alternative[] {
  const { runtime } = { ...defaultLoadOptions, ...load };
  const twice = (kind: AlternativeKind, value: number, change: RuntimeOptions): Alternative => ({
    kind,
    value,
    load: { ...load, runtime: change },
  });
  return [...moreThreads(runtime, twice), fewerCalls(load)];
}

function fewerCalls(load: Partial<LoadOptions>): Alternative {
  const { callsPerSecond, callsAtOnce } = { ...defaultLoadOptions, ...load };
  if (callsAtOnce === undefined) {
    const value = callsPerSecond / 2;
    return { kind: "fewer-calls", value, load: { ...load, callsPerSecond: value } };
  }
  const value = Math.ceil(callsAtOnce / 2);
  return { kind: "fewer-at-once", value, load: { ...load, callsAtOnce: value } };
}

type Twice = (kind: AlternativeKind, value: number, change: RuntimeOptions) => Alternative;

function moreThreads(runtime: RuntimeOptions, twice: Twice): readonly Alternative[] {
  const cores = 2 * (runtime.cores ?? 8);
  const moreCores = twice("cores", cores, { ...runtime, cores });
  switch (runtime.flavor) {
    case "node": {
      const processes = 2 * (runtime.processes ?? 1);
      const threadpoolSize = 2 * (runtime.threadpoolSize ?? 4);
      return [
        twice("processes", processes, { ...runtime, processes }),
        twice("libuv-threads", threadpoolSize, { ...runtime, threadpoolSize }),
        moreCores,
      ];
    }
    case "multi-thread": {
      const workerThreads = 2 * (runtime.workerThreads ?? 4);
      const maxBlockingThreads = 2 * (runtime.maxBlockingThreads ?? 512);
      return [
        twice("workers", workerThreads, { ...runtime, workerThreads }),
        twice("blocking-threads", maxBlockingThreads, { ...runtime, maxBlockingThreads }),
        moreCores,
      ];
    }
    case "current-thread": {
      const maxBlockingThreads = 2 * (runtime.maxBlockingThreads ?? 512);
      return [
        twice("blocking-threads", maxBlockingThreads, { ...runtime, maxBlockingThreads }),
        moreCores,
      ];
    }
  }
}

/** How much of the harm is left: a judgement for the words beside a figure. */
export type Help = "cures" | "helps" | "hardly" | "no";

/** @param harmMs and others: 99th percentiles in milliseconds; null where the load grows without end. */
export function judge(harmMs: number | null, leftMs: number | null, aloneMs: number): Help {
  if (leftMs === null) return "no";
  if (leftMs < 2 * aloneMs) return "cures";
  if (harmMs === null || leftMs < harmMs / 2) return "helps";
  return leftMs < harmMs * 0.9 ? "hardly" : "no";
}
