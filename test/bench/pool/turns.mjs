// How pools are measured side by side: in turns, each turn in wall time and in the processor time of all threads.
import { performance } from "node:perf_hooks";

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of times that other work of the machine can only make longer. */
export function lowerQuartile(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 2];
}

/** What one job costs in a turn of `count` jobs, in milliseconds. */
export async function turn(count, jobs) {
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
export function inTurns(names, rounds, roundsOf, sample) {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < names.length; place++) {
      const step = round % 2 === 0 ? place : names.length - 1 - place;
      const name = names[(step + (round >> 1)) % names.length];
      if (round < roundsOf(name)) samples[name].push(sample(name));
    }
  }
  return samples;
}

/** Of one case: medians over the rounds, and the medians of each round's ratio to the base. */
export function summarise(samples, base, caseName) {
  const costs = (peer) => samples[peer].map((sample) => sample[caseName]);
  const baseCosts = costs(base);
  return Object.keys(samples).map((peer) => {
    const list = costs(peer);
    const ratio = (figure) =>
      median(list.map((sample, round) => sample[figure] / baseCosts[round][figure]));
    return {
      peer,
      wallMs: median(list.map(({ wallMs }) => wallMs)),
      cpuMs: median(list.map(({ cpuMs }) => cpuMs)),
      wallRatio: ratio("wallMs"),
      cpuRatio: ratio("cpuMs"),
    };
  });
}
