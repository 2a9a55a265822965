import assert from "node:assert/strict";
import fc from "fast-check";
import { indexLanes, layOutLanes } from "../../../simulator/src/report/lane-layout.js";
import type { LaneView } from "../../../simulator/src/report/lane-layout.js";
import { exampleTrace } from "./example-trace.js";
import type { ExampleSegment } from "./example-trace.js";

function boxes(segments: readonly ExampleSegment[], view: LaneView) {
  const trace = exampleTrace({ segments, endMs: 1000 });
  return layOutLanes(trace, indexLanes(trace), view)[0].boxes;
}

const ms = 1e6;

describe("layOutLanes", () => {
  it("draws wide segments exactly, cut off at the edges of the view", () => {
    const segments: ExampleSegment[] = [
      { lane: 0, fromMs: 50, toMs: 150 },
      { lane: 0, fromMs: 160, toMs: 250, state: "blocked", stolen: true },
    ];
    assert.deepEqual(boxes(segments, { fromNs: 100 * ms, toNs: 200 * ms, width: 100 }), [
      { x: 0, width: 50, state: 0, segment: 0, count: 1, coverage: 1, stolen: false },
      { x: 60, width: 40, state: 1, segment: 1, count: 1, coverage: 1, stolen: true },
    ]);
  });

  it("merges segments too narrow to see, in the state that took most of their time", () => {
    const segments: ExampleSegment[] = [
      { lane: 0, fromMs: 0, toMs: 2 },
      { lane: 0, fromMs: 4, toMs: 7, state: "blocked" },
    ];
    assert.deepEqual(boxes(segments, { fromNs: 0, toNs: 1000 * ms, width: 100 }), [
      { x: 0, width: 1, state: 1, segment: 1, count: 2, coverage: 0.5, stolen: false },
    ]);
  });

  it("keeps lanes apart, and has a row for a lane without segments", () => {
    const trace = exampleTrace({ segments: [{ lane: 1, fromMs: 0, toMs: 5 }], endMs: 10 });
    const rows = layOutLanes(trace, indexLanes(trace), { fromNs: 0, toNs: 10 * ms, width: 10 });
    assert.deepEqual(
      rows.map((row) => row.boxes.length),
      [0, 1],
    );
  });

  it("draws nothing in a view without time or width", () => {
    const segments: ExampleSegment[] = [{ lane: 0, fromMs: 0, toMs: 2 }];
    assert.deepEqual(boxes(segments, { fromNs: 5, toNs: 5, width: 100 }), []);
    assert.deepEqual(boxes(segments, { fromNs: 0, toNs: 5, width: 0 }), []);
  });

  it("stands for every segment in view once, in order, in no more boxes than fit", () => {
    const gaps = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 300 }), (pairs, width) => {
        let time = 0;
        const segments = pairs.map(([gap, length]) => {
          const fromMs = time + gap;
          time = fromMs + length;
          return { lane: 0, fromMs, toMs: time };
        });
        const shown = boxes(segments, { fromNs: 0, toNs: Math.max(1, time) * ms, width });
        const count = shown.reduce((sum, box) => sum + box.count, 0);
        assert.equal(count, segments.length);
        assert.ok(shown.length <= 2 * width + 1);
        for (let index = 1; index < shown.length; index++) {
          assert.ok(shown[index].segment > shown[index - 1].segment);
        }
      }),
    );
  });
});
