// The pools that are compared, each behind the same two functions: open(threads) gives run(job, argument) and close().
import { fileURLToPath } from "node:url";
import * as work from "./work.mjs";

const url = new URL("./work.mjs", import.meta.url);
const packed = new URL("./tinypool-work.mjs", import.meta.url);
const idleTimeout = 10_000;

/** Libraries load when they are opened: loading is a part of start-up. */
export const peers = {
  piscina: async (threads) => {
    const { Piscina } = await import("piscina");
    const filename = fileURLToPath(packed);
    const pool = new Piscina({ filename, minThreads: 0, maxThreads: threads, idleTimeout });
    return { run: (name, args) => pool.run(args, { name }), close: () => pool.destroy() };
  },
  "spawn-blocking, module": async (threads) => {
    const { Pool } = await import("spawn-blocking");
    const pool = new Pool({ maxThreads: threads });
    return {
      run: (name, args) => pool.spawnBlocking(url, name, args),
      close: () => pool.close(),
    };
  },
  "spawn-blocking, function": async (threads) => {
    const { Pool } = await import("spawn-blocking");
    const pool = new Pool({ maxThreads: threads });
    return {
      run: (name, args) => pool.spawnBlocking(work[name], args),
      close: () => pool.close(),
    };
  },
  tinypool: async (threads) => {
    const { default: Tinypool } = await import("tinypool");
    const pool = new Tinypool({
      filename: packed.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout,
    });
    return { run: (name, args) => pool.run(args, { name }), close: () => pool.destroy() };
  },
  workerpool: async (threads) => {
    const { default: workerpool } = await import("workerpool");
    const script = fileURLToPath(new URL("./workerpool-work.mjs", import.meta.url));
    const pool = workerpool.pool(script, { maxWorkers: threads, workerType: "thread" });
    return { run: (name, args) => pool.exec(name, args), close: () => pool.terminate() };
  },
  "make-asynchronous": async () => {
    const { default: makeAsynchronous } = await import("make-asynchronous");
    const made = Object.fromEntries(
      Object.entries(work).map(([name, fn]) => [name, makeAsynchronous(fn)]),
    );
    return { run: (name, args) => made[name](...args), close: () => undefined };
  },
};

/** Starts a thread for each job: fewer jobs are enough to know it. */
export const slowPeers = new Set(["make-asynchronous"]);
