/** Who waits: requests that have nothing to do with the function, in the shapes that people know from their services. */
import type { Duration, Step } from "./types.js";

export type BystanderName = "request" | "page" | "timer" | "health-check";

export interface Bystander {
  readonly name: BystanderName;
  /** One phrase for people: "a 2 ms request". */
  readonly about: string;
  readonly steps: readonly Step[];
  readonly perSecond: number;
  /** "random": a Poisson stream, as many independent clients make; "regular": one every 1000 / perSecond ms. */
  readonly arrival: BystanderArrival;
}

export type BystanderArrival = "random" | "regular";

/** The first is the default. */
export const bystanders: readonly Bystander[] = [
  {
    name: "request",
    about: "a 2 ms request",
    steps: [{ cpu: 0.2 }, { io: 1.6 }, { cpu: 0.2 }],
    perSecond: 100,
    arrival: "random",
  },
  {
    name: "page",
    about: "a page that asks a database three times",
    steps: [{ cpu: 1 }, { repeat: 3, steps: [{ io: 5 }, { cpu: 0.5 }] }],
    perSecond: 20,
    arrival: "random",
  },
  {
    name: "timer",
    about: "a 5 ms timer, started every 5 ms",
    steps: [{ sleep: 5 }, { cpu: 0.01 }],
    perSecond: 200,
    arrival: "regular",
  },
  {
    name: "health-check",
    about: "a health check, four a second",
    steps: [{ cpu: 0.3 }],
    perSecond: 4,
    arrival: "regular",
  },
];

export function findBystander(name: string): Bystander | undefined {
  return bystanders.find((bystander) => bystander.name === name);
}

/** How long such steps take in milliseconds when nothing is in their way; of distributions, the mean or the middle. */
export function aloneMs(steps: readonly Step[]): number {
  const total = steps.reduce((sum, step) => sum + stepMs(step), 0);
  // Sums of tenths are not whole in binary: 0.2 + 1.6 + 0.2.
  return Number(total.toFixed(6));
}

function stepMs(step: Step): number {
  if ("repeat" in step) return step.repeat * aloneMs(step.steps);
  if ("spawnBlocking" in step) return aloneMs(step.spawnBlocking);
  if ("blockInPlace" in step) return aloneMs(step.blockInPlace);
  if ("ready" in step) return step.ready * middleOf(step.cpu ?? 0);
  if ("cpu" in step) return middleOf(step.cpu);
  if ("block" in step) return middleOf(step.block);
  if ("sleep" in step) return middleOf(step.sleep);
  if ("io" in step) return middleOf(step.io);
  if ("threadpool" in step) return middleOf(step.threadpool);
  return 0;
}

function middleOf(duration: Duration): number {
  if (typeof duration === "number") return duration;
  switch (duration.dist) {
    case "constant":
      return duration.value;
    case "uniform":
      return (duration.min + duration.max) / 2;
    case "exponential":
      return duration.mean;
    case "log-normal":
      return duration.median;
    case "empirical":
      return [...duration.samples].sort((a, b) => a - b)[duration.samples.length >> 1] ?? 0;
  }
}
