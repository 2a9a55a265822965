/** One event loop's part of a run: its tasks, what they share, and what was measured. */
import { performance } from "node:perf_hooks";
import { loadAddon } from "./addon.mjs";
import { ExpectedError, compile, shortened } from "./compile.mjs";
import { Pool } from "./pool.mjs";
import { Random } from "./random.mjs";
import { Task } from "./task.mjs";

/** How often the tasks are rehearsed, and how many of each at once. */
const rehearsals = 4;
const rehearsedAtOnce = 10;
/** Spawn steps of the rehearsals that are followed: a cycle of them would never end. */
const rehearsedSpawns = 2_000;

export class World {
  /** Set by `begin`; times are `performance.now()`. */
  zero = NaN;
  #until = Infinity;
  #lastCompletion = -Infinity;
  #nextSeed;
  #nextIndex;
  #samples;
  #code;
  #plan;
  #spawnsLeft = Infinity;
  #running = 0;
  /** Whether tasks throw, which is caught where they are started: by nobody else, where it may end the process. */
  #catches = false;
  #whenIdle = [];
  #blockingPool;
  #parallelPool;

  /** Starts what the scenario needs, and rehearses it: a service has been up for a while before anybody looks at it. */
  static async prepare(scenario, number, addonPath) {
    const world = new World();
    world.scenario = scenario;
    world.#catches =
      JSON.stringify(scenario.tasks).includes('"panic":') &&
      scenario.runtime.unhandledRejections !== "throw";
    world.addon = loadAddon(addonPath);
    world.#code = compile(scenario, world.addon);
    world.#plan = world.#code.plan;
    world.#nextSeed = ((scenario.seed ?? 1) + number) * 1_000_003 + process.pid;
    world.#reset();
    await world.#startPools(addonPath);
    await world.#rehearse();
    if (scenario.runtime.coldWorkers === true) await world.#endThreads();
    return world;
  }

  begin(zero) {
    this.zero = zero;
    this.#until = zero + (this.scenario.stopAfterMs ?? Infinity);
  }

  /** Starts a task now; resolves when it has completed. `arrival`: since when it could have been started. */
  start(task, arrival, index = this.#nextIndex[task]++) {
    const samples = this.#samples[task];
    samples.arrived += 1;
    const started = performance.now();
    this.#running += 1;
    if (started <= this.#until) samples.startDelayMs.push(started - arrival);
    const running = this.#code.tasks[task](new Task(this, samples, arrival, index));
    // Where no task fails, nothing stands between it and those that await it.
    return this.#catches ? running.catch((error) => this.failed(error)) : running;
  }

  /** @throws Error that is not the scenario's. */
  failed(error) {
    if (!(error instanceof ExpectedError)) throw error;
    this.#ended();
  }

  result() {
    return { makespanMs: this.#lastCompletion - this.zero, samples: this.#samples };
  }

  /** What the next task draws its durations with. */
  draws() {
    return { plan: this.#plan, random: new Random(this.#nextSeed++) };
  }

  /** A task acted on a timer that was due then. */
  late(samples, due) {
    const now = performance.now();
    if (now <= this.#until) samples.latenessMs.push(now - due);
  }

  completed(samples, arrival) {
    const now = performance.now();
    if (now <= this.#until) {
      samples.latencyMs.push(now - arrival);
      this.#lastCompletion = Math.max(this.#lastCompletion, now);
    }
    this.#ended();
  }

  #ended() {
    this.#running -= 1;
    if (this.#running === 0) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  /** Resolves when no task runs: not those that were spawned and never joined either. */
  async idle() {
    if (this.#running > 0) await new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  spawn(task) {
    return this.#spawnsLeft-- > 0 ? this.start(task, performance.now()) : undefined;
  }

  runClosure(closure) {
    return this.#blockingPool.run({ closure, seed: this.#nextSeed++ });
  }

  forEach(lengths) {
    return this.#parallelPool.forEach(lengths);
  }

  async #startPools(addonPath) {
    const { runtime } = this.scenario;
    const { workerThreads = 4, cores, parallelThreads = cores ?? 2 } = runtime;
    const keepAliveMs = runtime.coldWorkers ? (runtime.threadKeepAliveMs ?? 10_000) : undefined;
    const text = JSON.stringify(this.scenario.tasks);
    const workerData = { scenario: this.scenario, addonPath };
    const needs = (step, threads) =>
      text.includes(`"${step}":`) ? Pool.running(threads, workerData, keepAliveMs) : undefined;
    this.#blockingPool = await needs("spawnBlocking", workerThreads);
    this.#parallelPool = await needs("parallel", parallelThreads);
  }

  /** The threads that the tasks were rehearsed with end: the next jobs find none. */
  async #endThreads() {
    await this.#blockingPool?.endThreads();
    await this.#parallelPool?.endThreads();
  }

  #reset() {
    const { tasks } = this.scenario;
    this.#nextIndex = tasks.map(() => 0);
    this.#samples = tasks.map(() => ({
      arrived: 0,
      latencyMs: [],
      startDelayMs: [],
      latenessMs: [],
    }));
  }

  /** Runs all tasks several times with steps that take no time, so that their code is compiled before it counts. */
  async #rehearse() {
    this.#plan = shortened(this.#code.plan);
    this.#spawnsLeft = rehearsedSpawns;
    this.zero = performance.now();
    for (let round = 0; round < rehearsals; round++) {
      const tasks = this.scenario.tasks.flatMap((_, task) => Array(rehearsedAtOnce).fill(task));
      await Promise.all(tasks.map((task) => this.#arrive(task)));
      await this.idle();
    }
    this.#plan = this.#code.plan;
    this.#spawnsLeft = Infinity;
    this.#lastCompletion = -Infinity;
    this.#reset();
  }

  #arrive(task) {
    return new Promise((resolve, reject) => {
      const failed = (error) => (error instanceof ExpectedError ? resolve() : reject(error));
      this.addon.reply(0, () => this.start(task, performance.now()).then(resolve, failed));
    });
  }
}

/** The results of one or several event loops, as one. */
export function merge(scenario, results) {
  const tasks = {};
  scenario.tasks.forEach(({ name }, index) => {
    const parts = results.map((result) => result.samples[index]);
    const all = (field) =>
      parts.flatMap((part) => part[field]).map((sample) => Math.round(sample * 1e4) / 1e4);
    tasks[name] = {
      arrived: parts.reduce((sum, part) => sum + part.arrived, 0),
      completed: parts.reduce((sum, part) => sum + part.latencyMs.length, 0),
      latencyMs: all("latencyMs"),
      startDelayMs: all("startDelayMs"),
      latenessMs: all("latenessMs"),
    };
  });
  return { makespanMs: Math.max(...results.map((result) => result.makespanMs)), tasks };
}
