// What one job costs on a pool that has nothing else to do, from which the simulator takes its costs; in milliseconds.
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "spawn-blocking";
import { median } from "./turns.mjs";

const url = new URL("./work.mjs", import.meta.url);
/** Threads and event loop have gone to sleep after so long, as between the jobs of a service. */
const PAUSE_MS = 5;

const WARM_UP_JOBS = 3000;

async function timed(job) {
  const start = performance.now();
  const promise = job();
  const callMs = performance.now() - start;
  await promise;
  return { callMs, roundTripMs: performance.now() - start };
}

const medians = (samples) =>
  Object.fromEntries(
    Object.keys(samples[0]).map((name) => [name, median(samples.map((one) => one[name]))]),
  );

/**
 * - `callMs`: the call itself, on the event loop; `roundTripMs`: from the call to the result of an empty job.
 * - `threadStartMs`: how much longer the first job of a pool takes, whose thread starts for it; `firstJobMs`: how much longer
 *   a thread takes for the first job of a module, which it loads.
 */
export async function measureJobCosts(rounds) {
  const starts = [];
  for (let round = 0; round < Math.max(3, rounds); round++) {
    const pool = new Pool({ maxThreads: 1 });
    const [first, next, module] = [
      await timed(() => pool.spawnBlocking(() => undefined)),
      await timed(() => pool.spawnBlocking(() => undefined)),
      await timed(() => pool.spawnBlocking(url, "empty", [])),
    ];
    starts.push({
      threadStartMs: first.roundTripMs - next.roundTripMs,
      firstJobMs: module.roundTripMs - next.roundTripMs,
    });
    await pool.close();
  }
  const pool = new Pool({ maxThreads: 1 });
  // As in a service that has run for a while, whose code is compiled.
  for (let count = 0; count < WARM_UP_JOBS; count++) await pool.spawnBlocking(url, "empty", []);
  const jobs = [];
  for (let count = 0; count < 20 * rounds; count++) {
    await sleep(PAUSE_MS);
    jobs.push(await timed(() => pool.spawnBlocking(url, "empty", [])));
  }
  await pool.close();
  return { ...medians(jobs), ...medians(starts) };
}
