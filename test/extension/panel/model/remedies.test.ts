import assert from "node:assert/strict";
import {
  judge,
  remediesOverSeeds,
  remedyText,
} from "../../../../extension/panel/model/remedies.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";

const tried = (seed: number, ...remedies: readonly [string, number, boolean?][]) => ({
  seed,
  remedies: remedies.map(([name, afterMs, helps = true]) => ({
    name,
    text: name,
    beforeMs: 100,
    afterMs,
    helps,
  })),
});

describe("what the simulator tried", () => {
  it("is shown with its median and range over the seeds, the best first, what does not help last", () => {
    const shown = remediesOverSeeds([
      tried(1, ["more-libuv-threads", 100, false], ["more-processes", 40], ["spawn-blocking", 2]),
      tried(2, ["more-libuv-threads", 60], ["more-processes", 20]),
      tried(3, ["more-libuv-threads", 110, false], ["more-processes", 30]),
    ]);
    assert.deepEqual(
      shown.map(({ name, afterMs, helps }) => [
        name,
        afterMs.low,
        afterMs.median,
        afterMs.high,
        helps,
      ]),
      [
        ["spawn-blocking", 2, 2, 2, true],
        ["more-processes", 20, 30, 40, true],
        ["more-libuv-threads", 60, 100, 110, false],
      ],
    );
  });

  it("counts a seed that came twice once", () => {
    const [remedy] = remediesOverSeeds([tried(1, ["timer", 9]), tried(1, ["timer", 3])]);
    assert.deepEqual(remedy.afterMs, { median: 3, low: 3, high: 3 });
  });

  it("keeps its number in the user's words, and its own words where the panel has none", () => {
    const text = (name: string, words: string) =>
      remedyText(
        { name, text: words, afterMs: { median: 1, low: 1, high: 1 }, helps: true, seeds: 3 },
        inEnglish,
      );
    assert.equal(text("more-libuv-threads", "UV_THREADPOOL_SIZE=8"), "8 libuv threads");
    assert.equal(text("prayer", "hope for the best"), "hope for the best");
  });

  it("is judged by what is left of the harm", () => {
    assert.equal(judge(3, true, 2), "cures");
    assert.equal(judge(90, true, 2), "helps");
    assert.equal(judge(229, false, 2), "no");
    assert.equal(judge(null, true, 2), "no");
  });
});
