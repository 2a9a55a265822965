import assert from "node:assert/strict";
import { timelineRows } from "../../../../extension/panel/layout/lane-rows.js";
import { indexTrace } from "../../../../extension/panel/model/trace-index.js";
import { makeTrace } from "../trace-builder.js";

const index = indexTrace(
  makeTrace({
    end: 10,
    lanes: [
      { name: "blocking 1", kind: "blocking" },
      { name: "worker 1", kind: "worker" },
      { name: "blocking 2", kind: "blocking" },
      { name: "blocking 3", kind: "blocking" },
    ],
    queues: [
      { name: "injection", kind: "injection", lane: -1 },
      { name: "worker 1's queue", kind: "local", lane: 1 },
      { name: "blocking pool", kind: "blocking", lane: -1 },
    ],
    segments: [
      { lane: 0, from: 0, to: 1 },
      { lane: 2, from: 0, to: 1 },
    ],
    queueSamples: [
      { queue: 0, at: 1, size: 3 },
      { queue: 1, at: 1, size: 4 },
    ],
  }),
);

const named = (limits: Parameters<typeof timelineRows>[1]) =>
  timelineRows(index, limits).rows.map((row) =>
    row.kind === "lane"
      ? index.trace.lanes[row.lane].name
      : row.kind === "queue"
        ? index.trace.queues[row.queue].name
        : row.kind,
  );

describe("the rows of the timeline", () => {
  it("are the workers, then the pool's threads that were used, then the shared queues that were not always empty, then the requests", () => {
    assert.deepEqual(named({ mostPoolLanes: 8, requestRows: 4 }), [
      "worker 1",
      "blocking 1",
      "blocking 2",
      "injection",
      "requests",
    ]);
  });

  it("count the pool's threads that find no room", () => {
    const { rows, hiddenLanes } = timelineRows(index, { mostPoolLanes: 1, requestRows: 0 });
    assert.equal(rows.length, 3);
    assert.equal(hiddenLanes, 1);
  });

  it("keep those of the run that this one is the beginning of", () => {
    const longer = {
      hiddenLanes: 0,
      height: 0,
      rows: [
        { kind: "lane", lane: 3, top: 0, height: 26 },
        { kind: "queue", queue: 2, peak: 5, top: 0, height: 30 },
        { kind: "requests", top: 0, height: 40 },
      ],
    } as const;
    const limits = { mostPoolLanes: 8, requestRows: 4, kept: longer };
    assert.deepEqual(named(limits), [
      "worker 1",
      "blocking 1",
      "blocking 2",
      "blocking 3",
      "injection",
      "blocking pool",
      "requests",
    ]);
    assert.equal(timelineRows(index, limits).rows.at(-1)?.height, 40);
  });

  it("do not overlap, and end above the picture's height", () => {
    const { rows, height } = timelineRows(index, { mostPoolLanes: 8, requestRows: 4 });
    rows.forEach((row, at) => {
      assert.ok(row.top + row.height <= (rows[at + 1]?.top ?? height));
    });
  });
});
