// Run by load.test.ts in a process of its own, with --expose-gc: prints what became of many jobs.
import { subscribe } from "node:diagnostics_channel";
import { setTimeout } from "node:timers/promises";
import { Pool } from "spawn-blocking";

const JOBS = 10_000;
const ROUNDS = 5;

const job = (n) => {
  if (n % 1000 === 7) process.exit(1);
  if (n % 100 === 3) throw Object.assign(new Error(`job ${n}`), { code: "E_JOB" });
  return { n, bytes: new Uint8Array(100) };
};

let published = 0;
subscribe("spawn-blocking:job", () => published++);
const pool = new Pool({ maxThreads: 2 });
const settled = { fulfilled: 0, wrong: 0, threw: 0, died: 0, other: 0 };
const heapMb = [];

for (let round = 0; round < ROUNDS; round++) {
  const jobs = Array.from({ length: JOBS }, (_, n) =>
    pool.spawnBlocking(job, [n]).then(
      (value) => settled[value.n === n ? "fulfilled" : "wrong"]++,
      (error) =>
        settled[error.code === "E_JOB" || error.reason === "died" ? error.reason : "other"]++,
    ),
  );
  await Promise.all(jobs);
  // What is left of the round goes with the next turns of the event loop.
  for (let turn = 0; turn < 3; turn++) {
    await setTimeout(10);
    globalThis.gc();
  }
  heapMb.push(process.memoryUsage().heapUsed / 2 ** 20);
}

const { ended } = pool.figures();
const threads = pool.figures().threads;
await pool.close();
await setTimeout(50);
console.log(
  JSON.stringify({
    jobs: JOBS * ROUNDS,
    settled,
    published,
    ended,
    threads,
    threadsAfter: pool.figures().threads,
    resources: process.getActiveResourcesInfo().filter((name) => !/TTY|Pipe|Timeout/.test(name)),
    heapMb,
  }),
);
