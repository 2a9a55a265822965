/**
 * Writes what a job on a pool of worker threads costs in the simulator's model of Node.js, from what
 * `npm run bench:pool -- --record` measured.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { PoolRecord } from "./performance/pool.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const jobCostsFile = path.join(root, "simulator/src/runtime/node/job-costs.ts");

/** What the model adds to two messages: waking the thread, and the event loop, and entering JavaScript there. */
const wakeUpNs = 7_500;
const callbackNs = 10_000;

/** The file's text, in whole microseconds. */
export function jobCosts(): string {
  const file = path.join(root, "test/bench/record/pool.json");
  const { cases, job, machine } = JSON.parse(readFileSync(file, "utf8")) as PoolRecord;
  const batch = cases
    .find(({ name }) => name === "empty jobs, all at once")
    ?.results.find(({ peer }) => peer === "spawn-blocking, function");
  if (batch === undefined) throw new Error(`${file}: no empty jobs at once of spawn-blocking`);
  const postNs = microseconds(job.callMs * 1e6);
  const nextPostNs = microseconds(batch.wallMs * 1e6 - callbackNs);
  const messageNs = microseconds((job.roundTripMs * 1e6 - 2 * wakeUpNs - callbackNs) / 2);
  const startNs = microseconds((job.threadStartMs + job.firstJobMs) * 1e6);
  return `/**
 * What a job on a pool of worker threads costs, in nanoseconds: written by \`npm run update\` from what the bench of
 * spawn-blocking (\`npm run bench:pool\`) measured with Node.js ${machine.node}.
 */
export const jobCosts = {
  /** The call, on the event loop: the job's message is written, and its thread woken. */
  postNs: ${underscored(postNs)},
  /** The same right after another. */
  nextPostNs: ${underscored(nextPostNs)},
  /** A message between threads, from its post to the code that it runs, beside the wake-up. */
  messageNs: ${underscored(messageNs)},
  /** The start of a thread, Node.js of its own, which computes for as long; it compiles its first job's function too. */
  startNs: ${underscored(startNs)},
} as const;
`;
}

function microseconds(ns: number): number {
  return Math.max(1, Math.round(ns / 1000)) * 1000;
}

function underscored(value: number): string {
  return value.toLocaleString("en").replaceAll(",", "_");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(jobCostsFile, jobCosts());
