import assert from "node:assert/strict";
import { delayColumns } from "../../../../extension/panel/layout/delay-columns.js";
import { makeTrace } from "../trace-builder.js";

describe("the delay over time", () => {
  it("is the worst latency of the requests that arrived within each pixel", () => {
    const trace = makeTrace({
      end: 40,
      tasks: [
        { name: "request", arrival: 1, completed: 3 },
        { name: "request", arrival: 9, completed: 30 },
        { name: "handler", arrival: 9, completed: 39 },
        { name: "request", arrival: 35 },
      ],
    });
    const columns = delayColumns(trace, "request", { startNs: 0, endNs: 40e6 }, 4);
    assert.deepEqual([...columns], [21, 0, 0, 5]);
  });

  it("ends where the run does, which may be before the axis ends", () => {
    const trace = makeTrace({ end: 18, tasks: [{ name: "request", arrival: 1, completed: 3 }] });
    const columns = delayColumns(trace, "request", { startNs: 0, endNs: 40e6 }, 4);
    assert.deepEqual([...columns], [2, 0]);
  });
});
