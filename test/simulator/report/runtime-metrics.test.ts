import assert from "node:assert/strict";
import { run } from "../../../simulator/src/runtime/run.js";
import { runtimeMetrics } from "../../../simulator/src/report/runtime-metrics.js";
import type { Scenario } from "../../../simulator/src/scenario/types.js";

function metricsOf(scenario: Omit<Scenario, "version">) {
  return runtimeMetrics(run({ version: 1, ...scenario }));
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe("runtimeMetrics", () => {
  const sleepers = {
    name: "sleeper",
    count: 10,
    steps: [{ sleep: 5 }, { cpu: 3 }],
  };

  it("has one sample in each histogram for each poll", () => {
    for (const flavor of ["multi-thread", "current-thread", "node"] as const) {
      const metrics = metricsOf({ runtime: { flavor, cores: 2 }, tasks: [sleepers] });
      const polls = total(metrics.worker_poll_count);
      assert.equal(total(metrics.poll_time_histogram.counts), polls, flavor);
      assert.equal(total(metrics.schedule_latency_histogram.counts), polls, flavor);
    }
  });

  it("counts a poll of 3 ms in the bucket that ends at 4.096 ms, and its wait behind others", () => {
    const { poll_time_histogram: polls, schedule_latency_histogram: waits } = metricsOf({
      runtime: { flavor: "current-thread" },
      tasks: [sleepers],
    });
    const bucket = polls.boundsMs.indexOf(4.096);
    assert.equal(polls.counts[bucket], 10);
    const behindOthers = waits.boundsMs.indexOf(32.768);
    assert.ok((waits.counts[behindOthers] ?? 0) > 0, JSON.stringify(waits));
  });

  it("counts as busy the time in which a task blocks its worker, as Tokio does", () => {
    const { worker_total_busy_duration: busy } = metricsOf({
      runtime: { flavor: "current-thread" },
      tasks: [{ name: "blocker", steps: [{ block: 20 }] }],
    });
    assert.ok((busy[0] ?? 0) > 20);
  });

  it("names a worker's figures by its index", () => {
    const metrics = metricsOf({
      runtime: { flavor: "multi-thread", workerThreads: 3 },
      tasks: [sleepers],
    });
    assert.equal(metrics.num_workers, 3);
    assert.equal(metrics.worker_steal_count.length, 3);
    assert.equal(metrics.remote_schedule_count >= 10, true);
  });
});
