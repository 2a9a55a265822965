import assert from "node:assert/strict";
import fc from "fast-check";
import { sample } from "../../../simulator/src/engine/distribution.js";
import { Random } from "../../../simulator/src/engine/random.js";

function draws(random: Random, count: number, draw: (random: Random) => number): number[] {
  return Array.from({ length: count }, () => draw(random));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("Random", () => {
  it("repeats itself for the same seed and stream, and for no other", () => {
    const bits = (seed: number, stream: number): number[] =>
      draws(new Random(seed, stream), 8, (random) => random.bits());
    assert.deepEqual(bits(1, 0), bits(1, 0));
    const others = [
      bits(1, 1),
      bits(2, 0),
      bits(-1, 0),
      bits(2 ** 32 + 1, 0),
      bits(2 ** 53 - 1, 0),
    ];
    for (const other of others) assert.notDeepEqual(other, bits(1, 0));
  });

  it("draws the same numbers whatever is made of them, in any order", () => {
    const draw = fc.constantFrom("bits", "uniform", "exponential");
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 200, size: "max" }), (draws) => {
        const [random, bits] = [new Random(3, 1), new Random(3, 1)];
        for (const each of draws) {
          const expected = bits.bits();
          if (each === "bits") assert.equal(random.bits(), expected);
          else if (each === "uniform") assert.equal(random.next(), expected / 2 ** 32);
          else assert.equal(random.exponential(2), -2 * Math.log(1 - expected / 2 ** 32));
        }
      }),
    );
  });

  it("draws what it has always drawn for a seed, so that runs can be repeated with a later version", () => {
    const first = draws(new Random(1, 0), 3, (random) => random.bits());
    assert.deepEqual(first, [108_107_598, 974_436_683, 1_349_464_753]);
  });

  it("stays within its range for every seed", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1000 }), (seed, count) => {
        const random = new Random(seed, 3);
        for (const value of draws(random, 20, () => random.next())) {
          assert.ok(value >= 0 && value < 1);
        }
        for (const value of draws(random, 20, () => random.below(count))) {
          assert.ok(Number.isInteger(value) && value >= 0 && value < count);
        }
      }),
    );
  });

  it("is uniform: each of sixteen bins gets its share", () => {
    const bins = new Array<number>(16).fill(0);
    const random = new Random(7, 0);
    for (let count = 0; count < 160_000; count++) bins[random.below(16)]++;
    for (const bin of bins) assert.ok(Math.abs(bin - 10_000) < 500, `${bin} of 10000`);
  });
});

describe("sample", () => {
  const many = (distribution: Parameters<typeof sample>[0]): number[] =>
    draws(new Random(5, 0), 40_000, (random) => sample(distribution, random));
  const near = (actual: number, expected: number): void => {
    assert.ok(Math.abs(actual - expected) < 0.03 * expected, `${actual}, expected ${expected}`);
  };

  it("has the mean of each distribution", () => {
    near(mean(many({ dist: "constant", value: 4 })), 4);
    near(mean(many({ dist: "uniform", min: 2, max: 6 })), 4);
    near(mean(many({ dist: "exponential", mean: 4 })), 4);
    near(mean(many({ dist: "empirical", samples: [1, 1, 10] })), 4);
    // The mean of a log-normal is median * exp(sigma^2 / 2).
    near(mean(many({ dist: "log-normal", median: 4, sigma: 0.5 })), 4 * Math.exp(0.125));
  });

  it("draws nothing that the distribution does not hold", () => {
    assert.ok(many({ dist: "uniform", min: 2, max: 6 }).every((value) => value >= 2 && value < 6));
    assert.ok(many({ dist: "exponential", mean: 4 }).every((value) => value >= 0));
    assert.deepEqual(new Set(many({ dist: "empirical", samples: [1, 10] })), new Set([1, 10]));
  });
});
