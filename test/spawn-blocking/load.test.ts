import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Report {
  readonly jobs: number;
  readonly settled: Readonly<Record<string, number>>;
  readonly published: number;
  readonly ended: Readonly<Record<string, number>>;
  readonly threads: number;
  readonly threadsAfter: number;
  readonly resources: readonly string[];
  readonly heapMb: readonly number[];
}

describe("a pool under load, with 1 job in 100 throwing and 1 in 1,000 killing its thread", () => {
  let report: Report;

  before(function () {
    this.timeout(120_000);
    const program = fileURLToPath(new URL("./load-program.mjs", import.meta.url));
    const out = execFileSync(process.execPath, ["--expose-gc", program], {
      encoding: "utf8",
      // The tests themselves run under a loader, which would slow each thread's start.
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    report = JSON.parse(out) as Report;
  });

  it("settles every promise, with the result or the error of its own job", () => {
    const { jobs } = report;
    assert.deepEqual(report.settled, {
      fulfilled: jobs - jobs / 100 - jobs / 1000,
      wrong: 0,
      threw: jobs / 100,
      died: jobs / 1000,
      other: 0,
    });
  });

  it("ends no job twice", () => {
    const { jobs } = report;
    assert.equal(report.published, jobs);
    assert.deepEqual(report.ended, {
      returned: jobs - jobs / 100 - jobs / 1000,
      threw: jobs / 100,
      aborted: 0,
      died: jobs / 1000,
      refused: 0,
    });
  });

  it("has no more threads than allowed, and none after closing, nor handles", () => {
    assert.ok(report.threads <= 2);
    assert.equal(report.threadsAfter, 0);
    assert.deepEqual(report.resources, []);
  });

  it("keeps its memory flat", () => {
    const [, second, ...later] = report.heapMb;
    assert.ok(second !== undefined);
    for (const heap of later) assert.ok(heap < second + 1, `${heap} MB after ${second} MB`);
  });
});
