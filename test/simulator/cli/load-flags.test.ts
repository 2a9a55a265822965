import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadOf } from "../../../simulator/src/cli/load-flags.js";
import type { HarmReport } from "../../../simulator/src/report/harm-report.js";
import { captured } from "./captured-io.js";

describe("the load's options", () => {
  it("change nothing where none is given", () => {
    assert.deepEqual(loadOf({}), {});
  });

  it("take the workers for what the runtime has: processes or threads", () => {
    assert.deepEqual(loadOf({ workers: 2 }), { runtime: { flavor: "node", processes: 2 } });
    assert.deepEqual(loadOf({ runtime: "multi-thread", workers: 8 }), {
      runtime: { flavor: "multi-thread", workerThreads: 8 },
    });
  });

  it("take a bystander with its steps and how it comes, and its rate where one is given", () => {
    assert.deepEqual(loadOf({ bystander: "health-check", bystandersPerSecond: 10 }), {
      bystander: [{ cpu: 0.3 }],
      bystanderArrival: "regular",
      bystandersPerSecond: 10,
    });
  });
});

describe("the load's options on the command line", function () {
  this.timeout(60_000);
  let file: string;

  before(() => {
    const folder = mkdtempSync(path.join(tmpdir(), "unblock-"));
    file = path.join(folder, "wait.ts");
    writeFileSync(file, "export async function wait() { Atomics.wait(cell, 0, 0, 50); }\n");
  });

  after(() => {
    rmSync(path.dirname(file), { recursive: true });
  });

  it("are taken by report and by simulate alike", async () => {
    const flags = ["--calls-at-once", "3", "--bystander", "timer", "--format", "json"];
    const outcomes = [
      await captured("report", file, ...flags),
      await captured("simulate", `${file}#wait`, ...flags),
    ].map(({ out }) => JSON.parse(out) as HarmReport);
    for (const { load } of outcomes) {
      assert.deepEqual([load.callsAtOnce, load.bystandersPerSecond], [3, 200]);
    }
    assert.deepEqual(outcomes[0].functions, outcomes[1].functions);
  });

  for (const [what, parameters, message] of [
    [
      "two ways to call",
      ["--calls-at-once", "3", "--calls-per-second", "5"],
      /^unblock: --calls-per-second and --calls-at-once do not go together\n$/,
    ],
    ["no calls", ["--calls-at-once", "0"], /^unblock: --calls-at-once must be at least 1\n$/],
    ["an unknown bystander", ["--bystander", "nobody"], /^unblock: .*nobody.*request.*\n$/],
    [
      "workers of one thread",
      ["--runtime", "current-thread", "--workers", "2"],
      /^unblock: --workers: the current-thread runtime has one thread.*\n$/,
    ],
  ] as const) {
    it(`exit with 2 and one line for ${what}`, async () => {
      const { code, out, error } = await captured("report", file, ...parameters);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(error, message);
    });
  }

  it("are refused for a scenario, which says itself who comes", async () => {
    const { code, error } = await captured("simulate", "burst", "--bystander", "page");
    assert.equal(code, 2);
    assert.equal(error, "unblock: --bystander is for a function of a file, not for a scenario\n");
  });
});
