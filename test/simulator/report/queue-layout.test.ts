import assert from "node:assert/strict";
import { layOutQueues } from "../../../simulator/src/report/queue-layout.js";
import { exampleTrace } from "./example-trace.js";

const trace = exampleTrace({
  queues: [
    { name: "injection queue", kind: "injection", lane: -1 },
    { name: "worker 0", kind: "local", lane: 0 },
  ],
  queueSamples: [
    { queue: 0, atMs: 2, size: 5 },
    { queue: 0, atMs: 2.5, size: 1 },
    { queue: 0, atMs: 6, size: 0 },
  ],
  endMs: 10,
});

describe("layOutQueues", () => {
  it("gives the longest that each queue was within each column, and leaves out queues never used", () => {
    const rows = layOutQueues(trace, { fromNs: 0, toNs: 10e6, width: 10 });
    assert.deepEqual(
      rows.map((row) => ({ ...row, sizes: [...row.sizes] })),
      [{ queue: 0, peak: 5, sizes: [0, 0, 5, 1, 1, 1, 1, 0, 0, 0] }],
    );
  });

  it("knows the length that a queue had before the view begins", () => {
    const [row] = layOutQueues(trace, { fromNs: 4e6, toNs: 8e6, width: 4 });
    assert.deepEqual([...row.sizes], [1, 1, 1, 0]);
  });
});
