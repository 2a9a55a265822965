/** Runs simulations on worker threads, several at once, and stops them when the user asks. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { formatCount, formatMs } from "../report/units.js";
import type { Simulation } from "../simulate.js";
import type { CommandIo } from "./command-io.js";
import { Shared } from "./simulation-worker.js";
import type { SimulationRequest } from "./simulation-worker.js";

const progressEveryMs = 200;

/** Beside this module; from source, the built one, since loaders of TypeScript do not reach into worker threads. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts")
    ? "../../dist/cli/simulation-worker.js"
    : "./simulation-worker.js",
  import.meta.url,
);

/**
 * Simulates all requests, as many at once as the machine has processors, and returns the simulations in the same
 * order. The first Ctrl-C ends every run where it is; the second one ends the process, as usual.
 */
export async function simulateAll(
  requests: readonly SimulationRequest[],
  io: CommandIo,
): Promise<Simulation[]> {
  const shared = new Float64Array(
    new SharedArrayBuffer(Shared.length * Float64Array.BYTES_PER_ELEMENT),
  );
  const results: Simulation[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    const thread = new Worker(workerFile, { workerData: shared.buffer });
    try {
      while (next < requests.length) {
        const index = next++;
        results[index] = await simulateOn(thread, requests[index]);
        done++;
      }
    } finally {
      await thread.terminate();
    }
  };
  const interrupt = () => {
    shared[Shared.stop] = 1;
    process.removeListener("SIGINT", interrupt);
  };
  process.on("SIGINT", interrupt);
  const timer = setInterval(() => {
    io.progress(progressText(shared, done, requests.length));
  }, progressEveryMs);
  try {
    const threads = Math.min(requests.length, availableParallelism());
    await Promise.all(Array.from({ length: threads }, worker));
  } finally {
    clearInterval(timer);
    process.removeListener("SIGINT", interrupt);
    io.progress("");
  }
  return results;
}

function simulateOn(thread: Worker, request: SimulationRequest): Promise<Simulation> {
  return new Promise((resolve, reject) => {
    const onMessage = (simulation: Simulation) => {
      thread.off("error", onError);
      resolve(simulation);
    };
    const onError = (error: Error) => {
      thread.off("message", onMessage);
      reject(error);
    };
    thread.once("message", onMessage);
    thread.once("error", onError);
    thread.postMessage(request);
  });
}

function progressText(shared: Float64Array, done: number, all: number): string {
  if (all > 1) return `${done} of ${all} simulations`;
  const [, nowMs, events, completedTasks] = shared;
  return `${formatMs(nowMs)} simulated, ${formatCount(completedTasks)} tasks done, ${formatCount(events)} events`;
}
