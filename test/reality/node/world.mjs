/** One event loop's part of a run: its tasks, what they share, and what was measured. */
import { performance } from "node:perf_hooks";
import { loadAddon } from "./addon.mjs";
import { Pool } from "./pool.mjs";
import { Random } from "./random.mjs";
import { follow } from "./task.mjs";

export class World {
  /** Set by `begin`; times are `performance.now()`. */
  zero = NaN;
  #until = Infinity;
  #lastCompletion = -Infinity;
  #nextSeed;
  #nextIndex;
  #samples;

  static async prepare(scenario, number, addonPath) {
    const world = new World();
    world.scenario = scenario;
    world.addon = loadAddon(addonPath);
    world.#nextSeed = ((scenario.seed ?? 1) + number) * 1_000_003 + process.pid;
    world.#nextIndex = scenario.tasks.map(() => 0);
    world.#samples = scenario.tasks.map(() => ({
      arrived: 0,
      latencyMs: [],
      startDelayMs: [],
      latenessMs: [],
    }));
    const { workerThreads = 4, cores, parallelThreads = cores ?? 2 } = scenario.runtime;
    const text = JSON.stringify(scenario.tasks);
    const needs = (step, threads) =>
      text.includes(`"${step}":`) ? Pool.start(threads, addonPath) : undefined;
    world.blockingPool = await needs("spawnBlocking", workerThreads);
    world.parallelPool = await needs("parallel", parallelThreads);
    return world;
  }

  begin(zero) {
    this.zero = zero;
    this.#until = zero + (this.scenario.stopAfterMs ?? Infinity);
  }

  nextSeed() {
    return this.#nextSeed++;
  }

  /** Starts a task now; resolves when it has completed. `arrival`: since when it could have been started. */
  async start(task, arrival, index = this.#nextIndex[task]++) {
    const samples = this.#samples[task];
    samples.arrived += 1;
    const started = performance.now();
    if (started <= this.#until) samples.startDelayMs.push(started - arrival);
    const late = (due) => {
      const now = performance.now();
      if (now <= this.#until) samples.latenessMs.push(now - due);
    };
    const { steps } = this.scenario.tasks[task];
    await follow(steps, {
      world: this,
      index,
      late,
      random: new Random(this.nextSeed()),
      children: [],
    });
    const now = performance.now();
    if (now > this.#until) return;
    samples.latencyMs.push(now - arrival);
    this.#lastCompletion = Math.max(this.#lastCompletion, now);
  }

  result() {
    return { makespanMs: this.#lastCompletion - this.zero, samples: this.#samples };
  }
}

/**
 * Runs a few small tasks that are not measured, so that the code that follows tasks has been compiled before it counts:
 * a service has been up for a while before anybody looks at it.
 */
export async function warmUp(number, addonPath) {
  const steps = [{ repeat: 20, steps: [{ sleep: 0 }, { io: 0 }, { yield: true }, { ready: 2 }] }];
  const interval = { interval: { everyMs: 1, count: 20 }, steps: [] };
  const tasks = [{ name: "warm-up", steps: [...steps, interval] }];
  const world = await World.prepare({ tasks, runtime: {} }, number, addonPath);
  world.begin(performance.now());
  await Promise.all(Array.from({ length: 20 }, () => world.start(0, performance.now())));
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
