/** Durations that are drawn from a distribution. The unit is the caller's: a sample has that of the parameters. */
import type { Random } from "./random.js";

export type Distribution =
  | { readonly dist: "constant"; readonly value: number }
  | { readonly dist: "uniform"; readonly min: number; readonly max: number }
  | { readonly dist: "exponential"; readonly mean: number }
  | { readonly dist: "log-normal"; readonly median: number; readonly sigma: number }
  | { readonly dist: "empirical"; readonly samples: readonly number[] };

/** Draws one value; never negative for parameters that are not. */
export function sample(distribution: Distribution, random: Random): number {
  switch (distribution.dist) {
    case "constant":
      return distribution.value;
    case "uniform":
      return distribution.min + (distribution.max - distribution.min) * random.next();
    case "exponential":
      return random.exponential(distribution.mean);
    case "log-normal":
      return distribution.median * Math.exp(distribution.sigma * random.normal());
    case "empirical":
      return distribution.samples[random.below(distribution.samples.length)];
  }
}
