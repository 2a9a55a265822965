/** When tasks arrive from outside. */
import { performance } from "node:perf_hooks";
import { Random } from "./random.mjs";

/** In order of time and then of the scenario: `{ atMs, task, index }`. */
export function arrivals(scenario, number) {
  const end = scenario.stopAfterMs ?? Infinity;
  const all = scenario.tasks.flatMap((options, task) => {
    if (options.spawnedOnly === true) return [];
    const random = new Random(((scenario.seed ?? 1) + number) * 7919 + task);
    const times = timesOf(options.arrival ?? { atMs: 0 }, options.count, random);
    const mine = [];
    for (const atMs of times) {
      if (atMs > end) break;
      mine.push({ atMs, task, index: mine.length });
    }
    return mine;
  });
  return all.sort((a, b) => a.atMs - b.atMs);
}

function* timesOf(arrival, count, random) {
  if (arrival.atMs !== undefined) {
    for (let index = 0; index < (count ?? 1); index++) yield arrival.atMs;
    return;
  }
  if (arrival.burst !== undefined) {
    const { count: atOnce, everyMs } = arrival.burst;
    for (let index = 0; index < (count ?? Infinity); index++) {
      yield (arrival.fromMs ?? 0) + Math.floor(index / atOnce) * everyMs;
    }
    return;
  }
  const gap = () => arrival.everyMs ?? random.exponential(1000 / arrival.poissonPerSecond);
  let atMs = arrival.fromMs ?? 0;
  if (arrival.everyMs === undefined) atMs += gap();
  for (let index = 0; index < (count ?? Infinity); index++) {
    yield atMs;
    atMs += gap();
  }
}

/**
 * Calls `arrive` for each arrival at its time, in an I/O event of its own as a request on a connection of its own would
 * be; those of the same time come in the order of the scenario. Resolves when all that it returns have been resolved.
 */
export function deliver(arrivals, zero, addon, arrive) {
  const completions = [...byTime(arrivals)].map(
    ([atMs, together]) =>
      new Promise((resolve, reject) => {
        const arrived = [];
        const next = () => {
          arrived.push(arrive(together[arrived.length]));
          if (arrived.length === together.length) Promise.all(arrived).then(resolve, reject);
        };
        addon.reply(zero + atMs - performance.now(), next, together.length);
      }),
  );
  return Promise.all(completions);
}

/** From a program's start to the scenario's time zero: until then its threads have started and gone to sleep. */
const settleMs = 30;

/** The scenario's time zero: late enough for all arrivals to be armed before it. */
export function timeZero(count) {
  return performance.now() + settleMs + 0.05 * count;
}

function byTime(arrivals) {
  const times = new Map();
  for (const arrival of arrivals) {
    const together = times.get(arrival.atMs);
    if (together === undefined) times.set(arrival.atMs, [arrival]);
    else together.push(arrival);
  }
  return times;
}
