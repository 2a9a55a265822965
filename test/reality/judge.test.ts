import assert from "node:assert/strict";
import { makespan, quantiles, victims } from "./figures.js";
import { groupOf } from "./groups.js";
import { compare, withinRange } from "./judge.js";
import type { Run } from "./types.js";

function run(makespanMs: number, latenessMs: readonly number[] = []): Run {
  const ticker = { arrived: 1, completed: 1, latencyMs: [], startDelayMs: [], latenessMs };
  return { makespanMs, tasks: { ticker } };
}

const nine = (value: number) => Array.from({ length: 9 }, () => run(value));

describe("the comparison with reality", () => {
  it("accepts a median within the group's tolerance", () => {
    assert.equal(compare(makespan, groupOf("makespan"), nine(500), nine(509)).ok, true);
  });

  it("refuses a median outside it", () => {
    assert.equal(compare(makespan, groupOf("makespan"), nine(500), nine(511)).ok, false);
  });

  it("takes the larger of the relative and the absolute tolerance", () => {
    const [median] = quantiles("lateness", "ticker", 0.5);
    const real = [run(0, [10])];
    assert.equal(compare(median, groupOf("stall"), real, [run(0, [10.45])]).ok, true);
    assert.equal(compare(median, groupOf("stall"), real, [run(0, [10.55])]).ok, false);
  });

  it("counts victims, and allows one more or fewer", () => {
    const figure = victims("lateness", "ticker", 3);
    const real = [run(0, [1, 5, 6, 7])];
    assert.equal(compare(figure, groupOf("stall"), real, [run(0, [5, 6])]).ok, true);
    assert.equal(compare(figure, groupOf("stall"), real, [run(0, [5])]).ok, false);
  });

  it("asks of a race only that the ranges overlap", () => {
    const real = [run(10), run(200)];
    assert.equal(compare(makespan, groupOf("race"), real, [run(150), run(160)]).ok, true);
    assert.equal(compare(makespan, groupOf("race"), real, [run(201), run(300)]).ok, false);
  });

  it("knows when reality spreads too widely to judge by its median", () => {
    const quiet = compare(makespan, groupOf("makespan"), nine(500), nine(500));
    const wide = [480, 485, 490, 495, 500, 520, 540, 560, 580].map((value) => run(value));
    const noisy = compare(makespan, groupOf("makespan"), wide, nine(530));
    assert.deepEqual([quiet.noisy, noisy.noisy], [false, true]);
    assert.equal(withinRange(noisy), true);
  });

  it("still refuses a simulator outside reality's range, however wide", () => {
    const wide = [480, 485, 490, 495, 500, 520, 540, 560, 580].map((value) => run(value));
    assert.equal(withinRange(compare(makespan, groupOf("makespan"), wide, nine(600))), false);
  });

  it("refuses to compare what one side has no samples of", () => {
    const [median] = quantiles("lateness", "ticker", 0.5);
    assert.throws(
      () => compare(median, groupOf("stall"), [run(0)], [run(0, [1])]),
      /reality has no/,
    );
  });
});
