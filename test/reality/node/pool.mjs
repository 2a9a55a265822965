/** Pools of worker threads: one for `spawnBlocking`, one for `parallel`. */
import { Worker } from "node:worker_threads";

const rehearsals = 10;

export class Pool {
  #idle;
  #queue = [];
  #workers;

  /** Resolves when all its threads are up and have rehearsed their jobs, as those of a service that is running. */
  static async start(threads, scenario, addonPath) {
    const pool = new Pool();
    pool.#workers = Array.from(
      { length: threads },
      () =>
        new Worker(new URL("pool-thread.mjs", import.meta.url), {
          workerData: { scenario, addonPath },
        }),
    );
    const [{ closures }] = await Promise.all(
      pool.#workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))),
    );
    pool.#idle = [...pool.#workers];
    const jobs = Array.from({ length: closures }, (_, closure) => () => ({
      closure,
      rehearsal: true,
      seed: 0,
    }));
    jobs.push(() => shareOf(new Array(5).fill(0)));
    for (let round = 0; round < rehearsals; round++) {
      for (const job of jobs) await Promise.all(pool.#workers.map(() => pool.run(job())));
    }
    return pool;
  }

  /** Runs a closure's steps on the next free thread, first come, first served. */
  run(job) {
    return new Promise((resolve) => {
      this.#queue.push({ job, resolve });
      this.#next();
    });
  }

  /** Computes the items on all threads; each takes the next item that nobody has taken. */
  async forEach(lengths) {
    const job = shareOf(lengths);
    await Promise.all(this.#workers.map(() => this.run(job)));
  }

  #next() {
    if (this.#queue.length === 0 || this.#idle.length === 0) return;
    const worker = this.#idle.shift();
    const { job, resolve } = this.#queue.shift();
    worker.once("message", () => {
      this.#idle.push(worker);
      this.#next();
      resolve();
    });
    worker.postMessage(job);
  }
}

/** A job that takes items, as long as there are any, from those that all threads with this job share. */
function shareOf(lengths) {
  const items = new Float64Array(new SharedArrayBuffer(8 * lengths.length));
  items.set(lengths);
  return { items, taken: new Int32Array(new SharedArrayBuffer(4)) };
}
