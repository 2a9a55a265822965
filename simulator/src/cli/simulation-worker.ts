/**
 * Runs simulations off the command's own thread, so that Ctrl-C and progress work meanwhile. The shared numbers say:
 * whether to stop; virtual milliseconds, events, completed tasks so far.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Scenario } from "../scenario/types.js";
import { simulate } from "../simulate.js";

/** Places in the shared array. */
export const Shared = { stop: 0, nowMs: 1, events: 2, completedTasks: 3, length: 4 } as const;

export interface SimulationRequest {
  readonly scenario: Scenario;
  readonly trace: boolean;
  readonly explain: boolean;
  readonly maxEvents: number | undefined;
}

parentPort?.on("message", (request: SimulationRequest) => {
  const shared = new Float64Array(workerData as SharedArrayBuffer);
  const simulation = simulate(request.scenario, {
    trace: request.trace,
    explain: request.explain,
    ...(request.maxEvents !== undefined && { maxEvents: request.maxEvents }),
    shouldStop: () => shared[Shared.stop] !== 0,
    onProgress: ({ nowNs, events, completedTasks }) => {
      shared[Shared.nowMs] = nowNs / 1e6;
      shared[Shared.events] = events;
      shared[Shared.completedTasks] = completedTasks;
    },
  });
  parentPort?.postMessage(simulation);
});
