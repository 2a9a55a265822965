import assert from "node:assert/strict";
import {
  indexTrace,
  latenciesMs,
  segmentNear,
} from "../../../../extension/panel/model/trace-index.js";
import { movedSelection } from "../../../../extension/panel/model/step-selection.js";
import { tableRows } from "../../../../extension/panel/model/table-rows.js";
import { worstWait } from "../../../../extension/panel/model/worst-wait.js";
import { laneShares } from "../../../../extension/panel/model/lane-shares.js";
import { makeTrace } from "../trace-builder.js";

const trace = makeTrace({
  end: 100,
  lanes: [
    { name: "worker 1", kind: "worker" },
    { name: "worker 2", kind: "worker" },
  ],
  tasks: [
    { name: "request", arrival: 0, completed: 10 },
    { name: "handler", arrival: 5, completed: 45 },
    { name: "request", arrival: 50 },
  ],
  segments: [
    { lane: 0, from: 0, to: 10, task: 0 },
    { lane: 1, from: 5, to: 25, task: 1, state: "blocked" },
    { lane: 0, from: 10, to: 40, state: "driver" },
    { lane: 1, from: 30, to: 45, task: 1 },
  ],
  queueSamples: [
    { at: 1, size: 2 },
    { at: 2, size: 7 },
    { at: 3, size: 0 },
  ],
});
const index = indexTrace(trace);
const whole = { startNs: 0, endNs: 100e6 };

describe("a trace looked things up in", () => {
  it("knows the segment of a lane at a time, else the nearest within reach", () => {
    assert.equal(segmentNear(index, 1, 5e6, 0), 1);
    assert.equal(segmentNear(index, 1, 24.9e6, 0), 1);
    assert.equal(segmentNear(index, 1, 27e6, 1e6), -1);
    assert.equal(segmentNear(index, 1, 27e6, 2e6), 1);
    assert.equal(segmentNear(index, 1, 28e6, 3e6), 3);
    assert.equal(segmentNear(index, 1, 4e6, 0.5e6), -1);
    assert.equal(segmentNear(index, 9, 5e6, 1e9), -1);
  });

  it("knows how long each queue got", () => {
    assert.deepEqual(index.peakOfQueue, [7]);
  });

  it("knows the latencies of those that completed", () => {
    assert.deepEqual([...latenciesMs(trace, "request")], [10]);
    assert.deepEqual([...latenciesMs(trace, "nobody")], []);
  });

  it("knows the worst wait, and counts one that never ended up to the end", () => {
    assert.deepEqual(worstWait(trace, "request"), { task: 2, startNs: 50e6, endNs: 100e6 });
    assert.equal(worstWait(trace, "nobody"), undefined);
  });

  it("knows how a lane spent the run", () => {
    assert.deepEqual(laneShares(index, 1), { computing: 0.15, blocked: 0.2 });
  });
});

describe("the arrow keys on a lane", () => {
  const moved = (selected: number, move: "next" | "previous" | "first" | "last") =>
    movedSelection(index, 1, selected, move, { startNs: 8e6, endNs: 100e6 });

  it("begin with the first segment that starts in view", () => {
    assert.equal(moved(-1, "next"), 3);
  });

  it("go from one segment to the next, and stop at the ends", () => {
    assert.equal(moved(1, "next"), 3);
    assert.equal(moved(3, "next"), 3);
    assert.equal(moved(3, "previous"), 1);
    assert.equal(moved(3, "first"), 1);
    assert.equal(moved(1, "last"), 3);
  });

  it("find nothing on a lane without segments", () => {
    assert.equal(movedSelection(index, 7, -1, "next", whole), -1);
  });
});

describe("the table twin", () => {
  it("lists what was done in order of time, without idle time", () => {
    assert.deepEqual(tableRows(index, whole, 10), {
      rows: [
        { lane: 0, segment: 0 },
        { lane: 1, segment: 1 },
        { lane: 1, segment: 3 },
      ],
      more: 0,
    });
  });

  it("holds what touches the view, and counts what it leaves out", () => {
    assert.deepEqual(tableRows(index, { startNs: 20e6, endNs: 35e6 }, 1), {
      rows: [{ lane: 1, segment: 1 }],
      more: 1,
    });
  });
});
