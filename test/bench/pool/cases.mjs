// What is measured: jobs that are all there at once, and jobs of which each waits for the one before. Turns are short, some
// ten milliseconds, so that other work of the machine falls on some of them only.
import { Buffer } from "node:buffer";

const ONE_MB = 1 << 20;
const COMPUTE_MS = 10;
const megabyte = Buffer.alloc(ONE_MB, 1);

const together = (job) => (count) => Promise.all(Array.from({ length: count }, job));

const oneByOne = (job) => async (count) => {
  for (let done = 0; done < count; done++) await job();
};

export const startUp = { name: "start-up, from loading to the first result", atOnce: false };

/** `count` is the number of jobs in a turn, `slowCount` for pools that start a thread for each job. */
export const cases = [
  {
    name: "empty jobs, all at once",
    atOnce: true,
    count: 1000,
    slowCount: 4,
    jobs: (pool) => together(() => pool.run("empty", [])),
  },
  {
    name: "empty jobs, one after the other",
    atOnce: false,
    count: 300,
    slowCount: 2,
    jobs: (pool) => oneByOne(() => pool.run("empty", [])),
  },
  {
    name: "1 MB arguments, all at once",
    atOnce: true,
    count: 100,
    slowCount: 4,
    jobs: (pool) => together(() => pool.run("size", [megabyte])),
  },
  {
    name: "1 MB arguments, one after the other",
    atOnce: false,
    count: 100,
    slowCount: 2,
    jobs: (pool) => oneByOne(() => pool.run("size", [megabyte])),
  },
  {
    name: "10 ms of CPU, all at once",
    atOnce: true,
    count: 8,
    slowCount: 4,
    jobs: (pool) => together(() => pool.run("compute", [COMPUTE_MS])),
  },
  {
    name: "10 ms of CPU, one after the other",
    atOnce: false,
    count: 4,
    slowCount: 4,
    jobs: (pool) => oneByOne(() => pool.run("compute", [COMPUTE_MS])),
  },
];

/**
 * glibc gives freed memory back to the system or keeps it, by what lies at its end: a job of 1 MB that finds none pays for
 * 256 page faults, as much as for all else, in one pool or the other. With this it keeps what was freed.
 */
export const keepingMemory = {
  MALLOC_MMAP_THRESHOLD_: String(32 * ONE_MB),
  MALLOC_TOP_PAD_: String(64 * ONE_MB),
  MALLOC_TRIM_THRESHOLD_: String(1024 * ONE_MB),
};

/** The same jobs where the C library does as it likes. */
export const casesByChance = cases
  .filter(({ name }) => name.startsWith("1 MB"))
  .map((one) => ({ ...one, name: `${one.name}, memory by chance` }));
