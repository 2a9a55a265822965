// What is measured. Each case gives one figure for an open pool, in its unit; less is better.
import { Buffer } from "node:buffer";
import { performance } from "node:perf_hooks";

const ONE_MB = 1 << 20;
const COMPUTE_MS = 10;

/** Milliseconds of one job, of jobs that are all there at once. */
async function together(count, job) {
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, job));
  return (performance.now() - start) / count;
}

/** Milliseconds of one job, of jobs of which each waits for the one before. */
async function inTurn(count, job) {
  const start = performance.now();
  for (let done = 0; done < count; done++) await job();
  return (performance.now() - start) / count;
}

const megabyte = Buffer.alloc(ONE_MB, 1);

/** `count` is the number of jobs in a round, `slowCount` for pools that start a thread for each job. */
export const cases = [
  {
    name: "empty jobs, all at once",
    unit: "ms per job",
    jobsPerSecond: true,
    count: 3000,
    slowCount: 20,
    measure: (pool, count) => together(count, () => pool.run("empty", [])),
  },
  {
    name: "empty jobs, one after the other",
    unit: "ms added",
    count: 1000,
    slowCount: 10,
    measure: (pool, count) => inTurn(count, () => pool.run("empty", [])),
  },
  {
    name: "1 MB arguments, all at once",
    unit: "ms per job",
    jobsPerSecond: true,
    count: 100,
    slowCount: 10,
    measure: (pool, count) => together(count, () => pool.run("size", [megabyte])),
  },
  {
    name: "1 MB arguments, one after the other",
    unit: "ms added",
    count: 100,
    slowCount: 10,
    measure: (pool, count) => inTurn(count, () => pool.run("size", [megabyte])),
  },
  {
    name: "10 ms of CPU, all at once",
    unit: "ms per job",
    jobsPerSecond: true,
    count: 40,
    slowCount: 10,
    measure: (pool, count) => together(count, () => pool.run("compute", [COMPUTE_MS])),
  },
  {
    name: "10 ms of CPU, one after the other",
    unit: "ms per job",
    count: 20,
    slowCount: 5,
    measure: (pool, count) => inTurn(count, () => pool.run("compute", [COMPUTE_MS])),
  },
];
