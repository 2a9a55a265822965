// How pools are measured side by side: in turns, each turn in wall time and in the processor time of all threads.
import { performance } from "node:perf_hooks";

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What one job costs in a turn of `count` jobs, in milliseconds. */
export async function turn(count, jobs) {
  // What others have left behind is not for this one to clear away.
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await jobs(count);
  const wallMs = (performance.now() - start) / count;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 / count };
}

/**
 * One sample for each name and round. The order turns and is reversed in every other round, so that nobody always comes
 * first, nor always after the same other. `roundsOf` says who is measured in fewer rounds.
 */
export async function inTurns(names, rounds, roundsOf, sample) {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < names.length; place++) {
      const step = round % 2 === 0 ? place : names.length - 1 - place;
      const name = names[(step + (round >> 1)) % names.length];
      if (round < roundsOf(name)) samples[name].push(await sample(name));
    }
  }
  return samples;
}

/** Medians over the rounds, and the medians of each round's ratio to the base. The first round warms up. */
export function summarise(samples, base) {
  const kept = ([first, ...rest]) => (rest.length === 0 ? [first] : rest);
  const baseSamples = kept(samples[base]);
  return Object.entries(samples).map(([peer, all]) => {
    const list = kept(all);
    const ratio = (figure) =>
      median(list.map((sample, round) => sample[figure] / baseSamples[round][figure]));
    return {
      peer,
      wallMs: median(list.map(({ wallMs }) => wallMs)),
      cpuMs: median(list.map(({ cpuMs }) => cpuMs)),
      wallRatio: ratio("wallMs"),
      cpuRatio: ratio("cpuMs"),
    };
  });
}
