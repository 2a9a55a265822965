import assert from "node:assert/strict";
import { sliceTrace } from "../../../../extension/panel/model/trace-slice.js";
import { makeTrace } from "../trace-builder.js";

describe("the part of a trace in view", () => {
  const trace = makeTrace({
    end: 100,
    tasks: [{ name: "a", arrival: 0 }],
    segments: [
      { from: 0, to: 10, task: 0 },
      { from: 10, to: 30, task: 0, state: "blocked" },
      { from: 60, to: 70, task: 0 },
    ],
    queueSamples: [
      { at: 5, size: 3 },
      { at: 90, size: 0 },
    ],
  });
  const part = sliceTrace(trace, { startNs: 20e6, endNs: 65e6 });

  it("begins at zero and is as long as the view", () => {
    assert.equal(part.endNs, 45e6);
    assert.deepEqual([...part.segments.startNs], [0, 40e6]);
    assert.deepEqual([...part.segments.endNs], [10e6, 45e6]);
    assert.deepEqual([...part.segments.state], [1, 0]);
  });

  it("knows how long the queues were when it began", () => {
    assert.deepEqual([...part.queueSamples.atNs], [0]);
    assert.deepEqual([...part.queueSamples.size], [3]);
  });
});
