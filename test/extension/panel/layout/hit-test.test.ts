import assert from "node:assert/strict";
import { hitTest } from "../../../../extension/panel/layout/hit-test.js";
import { requestHeight, timelineRows } from "../../../../extension/panel/layout/lane-rows.js";
import { waterfall } from "../../../../extension/panel/layout/waterfall.js";
import { indexTrace } from "../../../../extension/panel/model/trace-index.js";
import { makeTrace } from "../trace-builder.js";

const index = indexTrace(
  makeTrace({
    end: 100,
    tasks: [
      { name: "request", arrival: 10, completed: 30 },
      { name: "request", arrival: 20, completed: 40 },
    ],
    segments: [
      { from: 10, to: 20, task: 0 },
      { from: 50, to: 50.1, task: 1 },
    ],
    queueSamples: [{ at: 5, size: 1 }],
  }),
);
const requests = waterfall(index.trace, "request", 8);
const rows = timelineRows(index, { mostPoolLanes: 8, requestRows: requests.rows });
const [lane, queue, band] = rows.rows;
const hit = (x: number, y: number) =>
  hitTest(index, rows, requests, { startNs: 0, endNs: 100e6 }, 100, x, y);

describe("what stands under the pointer", () => {
  it("is the segment of the lane at that time", () => {
    assert.deepEqual(hit(15, lane.top + 3), { kind: "segment", segment: 0 });
    assert.equal(hit(30, lane.top + 3), undefined);
  });

  it("is a segment narrower than a pixel when the pointer is near it", () => {
    assert.deepEqual(hit(48.5, lane.top + 3), { kind: "segment", segment: 1 });
  });

  it("is the request of that row", () => {
    assert.deepEqual(hit(25, band.top + 1), { kind: "request", task: 0, position: 0 });
    assert.deepEqual(hit(25, band.top + requestHeight + 1), {
      kind: "request",
      task: 1,
      position: 1,
    });
    assert.equal(hit(80, band.top + 1), undefined);
  });

  it("is the queue anywhere in its row, and nothing between rows", () => {
    assert.deepEqual(hit(90, queue.top + 1), { kind: "queue", queue: 0 });
    assert.equal(hit(15, lane.top + lane.height + 1), undefined);
  });
});
