/** Pools of worker threads: one for `spawnBlocking`, one for `parallel`. */
import { clearTimeout, setTimeout } from "node:timers";
import { Worker } from "node:worker_threads";

const program = new URL("pool-thread.mjs", import.meta.url);
const rehearsals = 10;

/** Threads are started by the jobs that first need them. */
export class Pool {
  #size;
  #workerData;
  #keepAliveMs;
  #workers = [];
  #starting = 0;
  #idle = [];
  #queue = [];

  /** `workerData`: see pool-thread.mjs. `keepAliveMs`: after how long a thread without a job ends. */
  constructor(size, workerData, keepAliveMs) {
    this.#size = size;
    this.#workerData = workerData;
    this.#keepAliveMs = keepAliveMs;
  }

  /** Resolves when all the threads of a pool are up and have rehearsed their jobs, as in a service that is running. */
  static async running(size, workerData, keepAliveMs) {
    const pool = new Pool(size, workerData, keepAliveMs);
    const [{ closures }] = await Promise.all(Array.from({ length: size }, () => pool.#start()));
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
      this.#deal();
    });
  }

  /** Computes the items on all threads; each takes the next item that nobody has taken. */
  async forEach(lengths) {
    const job = shareOf(lengths);
    await Promise.all(Array.from({ length: this.#size }, () => this.run(job)));
  }

  /** Ends the threads, none of which has a job; the next jobs start others. */
  async endThreads() {
    for (const { idleTimer } of this.#idle.splice(0)) clearTimeout(idleTimer);
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()));
  }

  #deal() {
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.shift();
      clearTimeout(worker.idleTimer);
      const { job, resolve } = this.#queue.shift();
      worker.once("message", () => {
        this.#isIdle(worker);
        this.#deal();
        resolve();
      });
      worker.postMessage(job);
    }
    while (this.#queue.length > this.#starting && this.#workers.length < this.#size) {
      void this.#start();
    }
  }

  #isIdle(worker) {
    this.#idle.push(worker);
    if (this.#keepAliveMs === undefined) return;
    worker.idleTimer = setTimeout(() => {
      this.#idle = this.#idle.filter((other) => other !== worker);
      this.#workers = this.#workers.filter((other) => other !== worker);
      void worker.terminate();
    }, this.#keepAliveMs).unref();
  }

  /** Starts a thread; resolves with its first message, when it is up. */
  #start() {
    const worker = new Worker(program, { workerData: this.#workerData });
    this.#workers.push(worker);
    this.#starting++;
    return new Promise((resolve) => {
      worker.once("message", (message) => {
        this.#starting--;
        this.#isIdle(worker);
        this.#deal();
        resolve(message);
      });
    });
  }
}

/** A job that takes items, as long as there are any, from those that all threads with this job share. */
function shareOf(lengths) {
  const items = new Float64Array(new SharedArrayBuffer(8 * lengths.length));
  items.set(lengths);
  return { items, taken: new Int32Array(new SharedArrayBuffer(4)) };
}
