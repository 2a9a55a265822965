import assert from "node:assert/strict";
import { sweepPlots, sweepTable } from "../../../simulator/src/report/sweep.js";
import type { SweepReport } from "../../../simulator/src/report/sweep.js";
import { simulate } from "../../../simulator/src/simulate.js";

const report: SweepReport = {
  title: "tickers, by workers",
  name: "workers",
  runs: [1, 2].map((workerThreads) => ({
    value: String(workerThreads),
    result: simulate({
      version: 1,
      runtime: { flavor: "multi-thread", workerThreads, cores: 2 },
      tasks: [
        { name: "ticker", steps: [{ interval: { everyMs: 5, count: 20 }, steps: [] }] },
        { name: "blocker", arrival: { atMs: 20 }, steps: [{ block: 40 }] },
      ],
    }).result,
  })),
};

describe("a sweep", () => {
  it("shows how late timers were beside latencies, where a task has timers", () => {
    const { columns, rows } = sweepTable(report);
    assert.deepEqual(columns, [
      "workers",
      "last done",
      "ticker p50",
      "p99",
      "ticker late p50",
      "p99",
      "blocker p50",
      "p99",
    ]);
    const late = rows.map((row) => Number.parseFloat(row[5] ?? ""));
    assert.ok(late[0] > 30 && late[1] < 3, `${late[0]} and ${late[1]} ms`);
  });

  it("plots both", () => {
    assert.deepEqual(
      sweepPlots(report).map(({ title }) => title),
      [
        "last completion",
        "99th percentile of ticker",
        "99th percentile of how late ticker is",
        "99th percentile of blocker",
      ],
    );
  });
});
