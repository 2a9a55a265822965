/** Measures the queues side by side, in Node or in a browser. */
import { bareHeapLoop, engineAlone, library, runtimeModel } from "./queues.mjs";

const rounds = 7;

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** Nanoseconds for each of the events that the work returns. */
function perEvent(work) {
  const start = performance.now();
  const events = work();
  return ((performance.now() - start) * 1e6) / events;
}

/**
 * All take turns, round after round, so that a busy moment of the machine hits all; the figures are medians over the
 * rounds. Returns nanoseconds for each event.
 */
export function measureRates(simjs, { customers = 200_000, largest = 1_000_000 } = {}) {
  const cases = {
    bare: () => bareHeapLoop(5 * customers),
    simjs: () => library(simjs, customers / 10),
    engine: () => engineAlone(customers),
    model: () => runtimeModel(customers).events,
  };
  const samples = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  // The first two rounds are for the just-in-time compiler.
  for (let round = -2; round < rounds; round++) {
    for (const [name, work] of Object.entries(cases)) {
      const time = perEvent(work);
      if (round >= 0) samples[name].push(time);
    }
  }
  const small = [];
  const large = [];
  for (let round = 0; round < 3; round++) {
    for (let run = 0; run < 10; run++) small.push(perEvent(() => runtimeModel(10_000).events));
    large.push(perEvent(() => runtimeModel(largest).events));
  }
  return {
    eventsPerTask: runtimeModel(10_000).events / 10_000,
    nanosPerEvent: Object.fromEntries(
      Object.entries(samples).map(([name, times]) => [name, median(times)]),
    ),
    growth: { tasks: largest, small: median(small), large: median(large) },
  };
}
