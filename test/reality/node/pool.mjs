/** Pools of worker threads: one for `spawnBlocking`, one for `parallel`. */
import { Worker } from "node:worker_threads";

export class Pool {
  #idle;
  #queue = [];
  #workers;

  /** Resolves when all its threads are up and have done a first job, as those of a service that is running. */
  static async start(threads, addonPath) {
    const pool = new Pool();
    pool.#workers = Array.from(
      { length: threads },
      () => new Worker(new URL("pool-thread.mjs", import.meta.url), { workerData: { addonPath } }),
    );
    await Promise.all(
      pool.#workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))),
    );
    pool.#idle = [...pool.#workers];
    for (let round = 0; round < 5; round++) {
      await Promise.all(pool.#workers.map(() => pool.run({ steps: [], seed: 0 })));
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
    const items = new Float64Array(new SharedArrayBuffer(8 * lengths.length));
    items.set(lengths);
    const taken = new Int32Array(new SharedArrayBuffer(4));
    await Promise.all(this.#workers.map(() => this.run({ items, taken })));
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
