import assert from "node:assert/strict";
import { Random } from "../../../../simulator/src/engine/random.js";
import { Core } from "../../../../simulator/src/runtime/multi-thread/core.js";
import {
  endBatch,
  startBatch,
  startTuning,
  tune,
} from "../../../../simulator/src/runtime/multi-thread/tuning.js";

function tunedBy(...batches: readonly { readonly polls: number; readonly pollNs: number }[]): Core {
  const core = new Core(0, new Random(1, 0), 61);
  startTuning(core);
  let now = 0;
  for (const { polls, pollNs } of batches) {
    startBatch(core, now);
    core.batchPolls = polls;
    now += polls * pollNs;
    endBatch(core, now);
    tune(core);
  }
  return core;
}

describe("the self-tuned interval of the injection queue (Tokio 1.53 stats.rs)", () => {
  it("is 61 to begin with", () => {
    assert.equal(tunedBy().globalQueueInterval, 61);
  });

  it("is as many polls as take 200 µs, once enough have been seen", () => {
    assert.equal(tunedBy({ polls: 200, pollNs: 10_000 }).globalQueueInterval, 20);
  });

  it("is 2 at least and 127 at most", () => {
    assert.equal(tunedBy({ polls: 200, pollNs: 5_000_000 }).globalQueueInterval, 2);
    assert.equal(tunedBy({ polls: 200, pollNs: 100 }).globalQueueInterval, 127);
  });

  it("takes a batch of k polls for 1 - 0.9^k of the average", () => {
    const before = 200_000 / 61;
    const share = 1 - 0.9 ** 5;
    const { meanPollNs } = tunedBy({ polls: 5, pollNs: 20_000 });
    assert.ok(Math.abs(meanPollNs - (share * 20_000 + (1 - share) * before)) < 1e-6);
  });

  it("stays as it is where the difference is 2 or less, and where nothing was polled", () => {
    assert.equal(tunedBy({ polls: 200, pollNs: 200_000 / 59.5 }).globalQueueInterval, 61);
    assert.equal(tunedBy({ polls: 200, pollNs: 200_000 / 58.5 }).globalQueueInterval, 58);
    assert.equal(tunedBy({ polls: 0, pollNs: 1 }).globalQueueInterval, 61);
  });
});
