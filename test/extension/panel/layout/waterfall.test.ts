import assert from "node:assert/strict";
import {
  hiddenInView,
  longestInView,
  waitsAt,
  waterfall,
} from "../../../../extension/panel/layout/waterfall.js";
import { makeTrace } from "../trace-builder.js";

const trace = makeTrace({
  end: 100,
  tasks: [
    { name: "request", arrival: 0, completed: 50 },
    { name: "handler", arrival: 1, completed: 40 },
    { name: "request", arrival: 10, completed: 52 },
    { name: "request", arrival: 50, completed: 54 },
    { name: "request", arrival: 60 },
  ],
  waits: [
    { task: 0, ready: 2, start: 49 },
    { task: 1, ready: 1, start: 2 },
    { task: 4, ready: 60 },
  ],
});
const whole = { startNs: 0, endNs: 100e6 };

describe("the waterfall of requests", () => {
  it("gives each request the first row that is free when it arrives", () => {
    const { tasks, rowOf, rows } = waterfall(trace, "request", 10);
    assert.deepEqual([...tasks], [0, 2, 3, 4]);
    assert.deepEqual([...rowOf], [0, 1, 0, 0]);
    assert.equal(rows, 2);
  });

  it("knows the waits of each request, and of no other task", () => {
    const requests = waterfall(trace, "request", 10);
    const waits = [...requests.tasks.keys()].map((position) => [...waitsAt(requests, position)]);
    assert.deepEqual(waits, [[0], [], [], [2]]);
  });

  it("counts those in view that find no row instead of drawing over others", () => {
    const cramped = waterfall(trace, "request", 1);
    assert.deepEqual([...cramped.tasks], [0, 3, 4]);
    assert.equal(hiddenInView(trace, cramped, whole), 1);
    assert.equal(hiddenInView(trace, cramped, { startNs: 60e6, endNs: 100e6 }), 0);
  });

  it("finds the longest request in view, one that never ended counted up to the end of the run", () => {
    const all = waterfall(trace, "request", 10);
    assert.deepEqual(longestInView(trace, all, whole), { task: 0, row: 0 });
    assert.deepEqual(longestInView(trace, all, { startNs: 51e6, endNs: 55e6 }), {
      task: 2,
      row: 1,
    });
    assert.deepEqual(longestInView(trace, all, { startNs: 70e6, endNs: 80e6 }), {
      task: 4,
      row: 0,
    });
  });

  it("is empty for a task that is not there", () => {
    assert.equal(waterfall(trace, "nobody", 10).rows, 0);
  });
});
