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

/** From a program's start to the scenario's time zero: until then its threads have started and gone to sleep. */
const settleMs = 30;

/** The scenario's time zero: late enough for all arrivals to be armed before it. */
export function timeZero(count) {
  return performance.now() + settleMs + 0.05 * count;
}
