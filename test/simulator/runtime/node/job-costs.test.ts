import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { jobCosts, jobCostsFile } from "../../../../scripts/update-costs.js";
import type { PoolRecord } from "../../../../scripts/performance/pool.js";
import { simulate } from "unblock-simulator";

const record = JSON.parse(
  readFileSync(new URL("../../../bench/record/pool.json", import.meta.url), "utf8"),
) as PoolRecord;

describe("what a job on a pool of worker threads costs", () => {
  it("is what `npm run update` makes of the bench's record", () => {
    assert.equal(readFileSync(jobCostsFile, "utf8"), jobCosts());
  });

  it("makes an empty job take as long as on the real pool, from the call to its result", () => {
    const { result } = simulate({
      version: 1,
      runtime: { flavor: "node", workerThreads: 1, cores: 2 },
      tasks: [
        {
          name: "job",
          count: 500,
          arrival: { everyMs: 5, fromMs: 5 },
          steps: [{ spawnBlocking: [{ cpu: 0 }] }],
        },
      ],
    });
    const { latencyMs, startDelayMs } = result.tasks.job ?? {};
    assert.ok(latencyMs && startDelayMs);
    const roundTripMs = latencyMs.p50 - startDelayMs.p50;
    const { roundTripMs: measuredMs } = record.job;
    assert.ok(Math.abs(roundTripMs / measuredMs - 1) < 0.1, `${roundTripMs} for ${measuredMs} ms`);
  });
});
