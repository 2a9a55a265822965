/**
 * Prints how many bytes a run without a trace holds at its peak, for each task: everything that the run has allocated,
 * with its result, above what the process held before. A process of its own for each, so that nothing else counts.
 *
 *   node --expose-gc memory.mjs <tasks>
 */
import { runtimeModel } from "./queues.mjs";

const tasks = Number(process.argv[2]);
runtimeModel(10_000);

function held() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = held();
let peak = 0;
let asked = 0;
const outcome = runtimeModel(tasks, {
  shouldStop: () => {
    if (asked++ % 32 === 0) peak = Math.max(peak, held());
    return false;
  },
});
// The columns of the run live until here, beside the samples that are taken from them.
const samples = ["latencyNs", "startDelayNs", "arrivalNs", "completedNs"];
const result = samples.reduce((sum, name) => sum + outcome.tasks[0][name].buffer.byteLength, 0);
console.log(((peak + result - before) / tasks).toFixed(1));
