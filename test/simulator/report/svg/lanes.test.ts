import assert from "node:assert/strict";
import { lanesSvg } from "../../../../simulator/src/report/svg/lanes.js";
import { exampleRun } from "../example-report.js";
import { exampleTrace } from "../example-trace.js";

const trace = exampleRun.trace ?? exampleTrace({ endMs: 1 });

describe("lanesSvg", () => {
  const svg = lanesSvg(trace);

  it("labels each lane and tells in each segment's title what ran, how long, and on which line", () => {
    assert.match(svg, />worker 0<\/text>/);
    assert.match(svg, /<title>upload blocked, 100 ms from 50 ms, upload\.ts:14<\/title>/);
  });

  it("hatches blocked time, so that colour is not the only sign", () => {
    assert.match(svg, /<pattern id="lanes-hatch"/);
    assert.match(svg, /<rect fill="url\(#lanes-hatch\)"[^>]*><title>upload blocked/);
  });

  it("marks steals with an arrow, and shows how long the queue was", () => {
    assert.match(svg, /<title>1 stolen at 100 ms<\/title>/);
    assert.match(svg, />injection queue<\/text>.*>queue, up to 2<\/text>/);
  });

  it("escapes names", () => {
    const odd = exampleTrace({
      lanes: [{ name: `<script>&"`, kind: "worker" }],
      endMs: 1,
    });
    const text = lanesSvg(odd);
    assert.ok(text.includes("&lt;script&gt;&amp;&quot;"));
    assert.ok(!text.includes("<script"));
  });

  it("stays small for a run of a hundred thousand segments", () => {
    const segments = Array.from({ length: 100_000 }, (_, index) => ({
      lane: index % 2,
      fromMs: index,
      toMs: index + 0.5,
    }));
    assert.ok(lanesSvg(exampleTrace({ segments, endMs: 100_000 })).length < 300_000);
  });
});
