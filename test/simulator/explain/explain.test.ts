import assert from "node:assert/strict";
import type { Trace } from "../../../simulator/src/engine/trace.js";
import type { Cause } from "../../../simulator/src/explain/cause.js";
import { explain } from "../../../simulator/src/explain/explain.js";
import { run } from "../../../simulator/src/runtime/run.js";
import { findPreset, presets } from "../../../simulator/src/scenario/presets.js";
import { exampleTrace } from "../report/example-trace.js";

function traceOf(preset: string): Trace {
  const scenario = findPreset(preset)?.scenario ?? assert.fail(`no preset ${preset}`);
  return run(scenario, { trace: true }).trace ?? assert.fail("no trace");
}

/** The causes of a preset's long waits, the weightiest first. */
function causesOf(preset: string): Cause[] {
  return explain(traceOf(preset));
}

describe("explain", () => {
  it("names the worker that held the timers, its line, its victims, and the workers that were idle", () => {
    const trace = exampleTrace({
      tasks: [
        { name: "resizeImage", arrivalMs: 0 },
        { name: "ticker", arrivalMs: 0 },
      ],
      locations: [{ file: "upload.ts", line: 14 }],
      segments: [{ lane: 1, fromMs: 100, toMs: 300, state: "blocked", task: 0, location: 0 }],
      waits: [{ task: 1, readyMs: 102, queuedMs: 300, startMs: 300, timer: true }],
      endMs: 400,
    });
    assert.deepEqual(explain(trace), [
      {
        kind: "driver-held",
        text:
          'Worker 1 held the timers and ran "resizeImage" for 200 ms (upload.ts:14), so one "ticker" waited up ' +
          "to 198 ms although 1 worker was idle.",
        blocker: {
          task: "resizeImage",
          lane: "worker 1",
          fromMs: 100,
          toMs: 300,
          at: { file: "upload.ts", line: 14 },
        },
        victims: [{ task: "ticker", count: 1, worstMs: 198 }],
        events: { segments: [0], waits: [0] },
      },
    ]);
  });

  it("sees in a simulated run that the driver was held", () => {
    const [cause] = causesOf("driver-held");
    assert.equal(cause.kind, "driver-held");
    assert.match(
      cause.text,
      /so 50 of "ticker" waited up to 199 ms although 3 workers were idle\.$/,
    );
  });

  it("says of a stranded child that more workers do not help", () => {
    const [cause] = causesOf("stranded-child");
    assert.equal(cause.kind, "lifo-slot");
    assert.match(cause.text, /one "child" waited up to 200 ms\. More workers do not help/);
  });

  it("says how far the queue grew when all workers were blocked", () => {
    const [cause] = causesOf("sleepers-blocking");
    assert.equal(cause.kind, "workers-exhausted");
    assert.match(cause.text, /^All 4 workers were blocked .*; the queue grew to 96; /);
  });

  it("tells a full pool from a blocked loop on Node", () => {
    assert.equal(causesOf("node-blocked-loop")[0].kind, "loop-blocked");
    const [full] = causesOf("node-threadpool-saturated");
    assert.equal(full.kind, "pool-full");
    assert.match(full.text, /^All 4 libuv threads were busy/);
  });

  it("blames the task that piled the queue up, not those that stood in it", () => {
    const blockers = causesOf("node-blocked-loop").map((cause) => cause.blocker?.task);
    assert.deepEqual(blockers, ["resizeImage"]);
  });

  it("has nothing to say where nobody waits", () => {
    for (const preset of ["sleepers-awaited", "node-awaited", "driver-handed-over"]) {
      assert.deepEqual(causesOf(preset), [], preset);
    }
  });

  it("points every cause to events of the trace that bear it out", () => {
    for (const { name } of presets) {
      const trace = traceOf(name);
      for (const { blocker, events, victims } of explain(trace)) {
        assert.ok(events.segments.length > 0 && events.waits.length > 0, name);
        const worst = events.waits[0];
        const start = trace.waits.startNs[worst];
        const end = Number.isNaN(start) ? trace.endNs : start;
        const waitedMs = (end - trace.waits.readyNs[worst]) / 1e6;
        assert.equal(waitedMs, victims[0].worstMs, name);
        const task = trace.segments.task[events.segments[0]];
        assert.equal(trace.taskNames[trace.tasks.name[task]], blocker?.task, name);
      }
    }
  });
});
