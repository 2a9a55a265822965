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
    assert.match(svg, /<pattern id="lanes-blocked"/);
    assert.match(svg, /<rect fill="url\(#lanes-blocked\)"[^>]*><title>upload blocked/);
  });

  it("sets off a task that computes 10 ms and more on a thread that others share", () => {
    const computing = exampleTrace({
      tasks: [{ name: "hash", arrivalMs: 0 }],
      segments: [
        { lane: 0, fromMs: 0, toMs: 10, task: 0 },
        { lane: 1, fromMs: 0, toMs: 9.9, task: 0 },
      ],
      endMs: 20,
    });
    const text = lanesSvg(computing);
    assert.match(text, /<rect fill="url\(#lanes-holding\)"[^>]*><title>hash running, 10 ms from/);
    assert.match(text, /<rect class="running"[^>]*><title>hash running, 9\.9 ms from/);
    assert.match(text, />computing 10 ms and more: nothing else can run here<\/text>/);
  });

  it("draws work on threads of its own as what it is, blocked or not: nobody waits for it", () => {
    const pool = exampleTrace({
      lanes: [{ name: "libuv 0", kind: "libuv" }],
      tasks: [{ name: "hash", arrivalMs: 0 }],
      segments: [{ lane: 0, fromMs: 0, toMs: 50, state: "blocked", task: 0 }],
      endMs: 50,
    });
    const text = lanesSvg(pool);
    assert.match(text, /<rect fill="url\(#lanes-apart\)"[^>]*><title>hash blocked, 50 ms from/);
    assert.doesNotMatch(text, /nothing else can run/);
  });

  it("keeps the times of a longer run that it was cut out of", () => {
    const text = lanesSvg(trace, { fromMs: 9000 });
    assert.match(text, /<title>upload blocked, 100 ms from 9,050 ms, upload\.ts:14<\/title>/);
    const marks = [...text.matchAll(/text-anchor="[a-z]+">(?<mark>[^<]+)</g)].map(
      ([, mark]) => mark,
    );
    assert.equal(marks[0], "9,000 ms");
    assert.equal(new Set(marks).size, marks.length);
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
