/** A small report whose figures are made up by hand, for the formats' tests. */
import { runtimeMetrics } from "../../../simulator/src/report/runtime-metrics.js";
import { exampleOutcome } from "./example-outcome.js";
import type {
  ReportedRun,
  SimulationReport,
} from "../../../simulator/src/report/simulation-report.js";
import { exampleTrace } from "./example-trace.js";

const summary = { mean: 50, p50: 40, p90: 90, p99: 198, max: 200 };

export const exampleRun: ReportedRun = {
  label: "",
  scenario: {
    version: 1,
    runtime: { flavor: "multi-thread", workerThreads: 2, cores: 8 },
    tasks: [{ name: "upload", count: 2, steps: [{ block: 100 }] }],
  },
  result: {
    version: 1,
    makespanMs: 200,
    events: 12,
    tasks: {
      upload: { completed: 2, latencyMs: summary, startDelayMs: summary, latenessMs: null },
    },
    workers: [
      { busyMs: 50, blockedMs: 100, parkedMs: 50, polls: 2, steals: 0, stolenTasks: 0 },
      { busyMs: 0, blockedMs: 100, parkedMs: 100, polls: 1, steals: 1, stolenTasks: 1 },
    ],
    blockingPool: { peakThreads: 0, peakQueue: 0 },
    metrics: runtimeMetrics(exampleOutcome([], 200)),
    stopped: false,
    growing: [],
    causes: [],
  },
  trace: exampleTrace({
    tasks: [
      { name: "upload", arrivalMs: 0, firstPollMs: 0, completedMs: 150 },
      { name: "upload", arrivalMs: 0, firstPollMs: 100, completedMs: 200 },
    ],
    locations: [{ file: "upload.ts", line: 14 }],
    segments: [
      { lane: 0, fromMs: 0, toMs: 50, task: 0 },
      { lane: 0, fromMs: 50, toMs: 150, state: "blocked", task: 0, location: 0 },
      { lane: 1, fromMs: 0, toMs: 100, state: "driver" },
      { lane: 1, fromMs: 100, toMs: 200, state: "blocked", task: 1, stolen: true },
    ],
    steals: [{ atMs: 100, from: 0, to: 1, count: 1 }],
    queueSamples: [
      { queue: 0, atMs: 0, size: 2 },
      { queue: 0, atMs: 100, size: 0 },
    ],
    endMs: 200,
  }),
};

export const exampleReport: SimulationReport = {
  title: "Two uploads",
  notes: ["A note."],
  runs: [exampleRun],
};
