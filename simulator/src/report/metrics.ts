/** Summarises a run: samples and counters in, the Result of the contract out. */
import type { Cause } from "../explain/cause.js";
import type { RunOutcome, TaskOutcome, WorkerOutcome } from "../runtime/outcome.js";
import { growingTasks } from "./growing.js";
import { summarise } from "./percentiles.js";
import { runtimeMetrics } from "./runtime-metrics.js";
import type { Result, TaskResult, WorkerResult } from "./result.js";

const nsPerMs = 1e6;

/** The result of a run, with the causes that somebody found in its trace. */
export function toResult(outcome: RunOutcome, causes: readonly Cause[] = []): Result {
  return {
    version: 1,
    makespanMs: outcome.makespanNs / nsPerMs,
    events: outcome.events,
    tasks: Object.fromEntries(outcome.tasks.map((task) => [task.name, taskResult(task)])),
    workers: outcome.workers.map(workerResult),
    blockingPool: {
      peakThreads: outcome.blockingPool.peakThreads,
      peakQueue: outcome.blockingPool.peakQueue,
    },
    metrics: runtimeMetrics(outcome),
    stopped: outcome.stopped,
    ...(outcome.exit !== undefined && {
      exit: { code: 1, task: outcome.exit.task, atMs: outcome.exit.atNs / nsPerMs },
    }),
    growing: growingTasks(outcome),
    causes,
  };
}

function taskResult(task: TaskOutcome): TaskResult {
  return {
    completed: task.completed,
    ...((task.panicked ?? 0) > 0 && { panicked: task.panicked }),
    ...((task.aborted ?? 0) > 0 && { aborted: task.aborted }),
    latencyMs: summarise(task.latencyNs, nsPerMs),
    startDelayMs: summarise(task.startDelayNs, nsPerMs),
    latenessMs: summarise(task.latenessNs, nsPerMs),
  };
}

function workerResult(worker: WorkerOutcome): WorkerResult {
  return {
    busyMs: worker.busyNs / nsPerMs,
    blockedMs: worker.blockedNs / nsPerMs,
    parkedMs: worker.parkedNs / nsPerMs,
    polls: worker.pollCount,
    steals: worker.stealOperations,
    stolenTasks: worker.stealCount,
    ...(worker.eventLoop !== undefined && {
      eventLoopUtilization: worker.eventLoop.utilization,
      eventLoopDelayMs: summarise(worker.eventLoop.delayNs, nsPerMs),
    }),
  };
}
