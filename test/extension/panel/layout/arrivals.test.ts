import assert from "node:assert/strict";
import fc from "fast-check";
import {
  arrivalsOf,
  endOfTask,
  forEachInView,
} from "../../../../extension/panel/layout/arrivals.js";
import { makeTrace } from "../trace-builder.js";

const end = 100;

describe("arrivals", () => {
  it("finds exactly the tasks that touch a view, in order, those that never end included", () => {
    const task = fc.record({
      arrival: fc.nat(end),
      length: fc.option(fc.nat(30), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(task), fc.nat(end), fc.nat(end), (list, a, b) => {
        const tasks = list
          .sort((one, other) => one.arrival - other.arrival)
          .map(({ arrival, length }) => ({
            name: "request",
            arrival,
            ...(length !== undefined && { completed: arrival + length }),
          }));
        const trace = makeTrace({ end, tasks });
        const view = { startNs: Math.min(a, b) * 1e6, endNs: Math.max(a, b) * 1e6 };
        const found: number[] = [];
        const all = Int32Array.from(tasks.keys());
        forEachInView(trace, arrivalsOf(trace, all), view, (of, position) => {
          assert.equal(all[position], of);
          found.push(of);
        });
        const expected = [...all].filter(
          (of) => tasks[of].arrival * 1e6 <= view.endNs && endOfTask(trace, of) >= view.startNs,
        );
        assert.deepEqual(found, expected);
      }),
    );
  });
});
