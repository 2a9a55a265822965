import assert from "node:assert/strict";
import { setTimeout as after } from "node:timers/promises";
import type { Finding, Job } from "../../../../extension/panel/simulation/job.js";
import { runInSlices } from "../../../../extension/panel/simulation/slices.js";

const job: Job = {
  model: { name: "handler", file: "a.ts", line: 1, steps: [] },
  load: { durationMs: 100 },
  preview: { untilMs: 500 },
};

/** Told by the job until it tells no more. */
async function told(variants: readonly ("asWritten" | "fixed")[], proceeding: number) {
  const kinds: Finding["kind"][] = [];
  const running = runInSlices(job, variants, {
    onFinding: ({ kind }) => kinds.push(kind),
    onError: assert.fail,
  });
  const silence = async () => {
    for (let before = -1; before !== kinds.length; await after(20)) before = kinds.length;
  };
  await silence();
  for (let time = 0; time < proceeding; time++) {
    running.proceed();
    await silence();
  }
  running.stop();
  return kinds;
}

describe("a job in slices", () => {
  it("pauses when all that a picture needs is told, be it one variant or both", async () => {
    assert.deepEqual(await told(["fixed"], 0), ["preview"]);
    assert.deepEqual(await told(["asWritten", "fixed"], 0), ["preview", "preview"]);
  });

  it("goes on to the next picture, and then to its end", async () => {
    assert.deepEqual(await told(["fixed"], 1), ["preview", "seed"]);
    const all = await told(["fixed"], 2);
    assert.deepEqual([all.filter((kind) => kind === "seed").length, all.at(-1)], [9, "ended"]);
  });

  it("says nothing more once it was stopped, even if it is to proceed", async () => {
    const kinds: Finding["kind"][] = [];
    const running = runInSlices(job, ["fixed"], {
      onFinding: ({ kind }) => {
        kinds.push(kind);
        running.stop();
        running.proceed();
      },
      onError: assert.fail,
    });
    await after(50);
    assert.deepEqual(kinds, ["preview"]);
  });
});
