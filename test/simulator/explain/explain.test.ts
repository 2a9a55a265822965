import assert from "node:assert/strict";
import type { Trace } from "../../../simulator/src/engine/trace.js";
import type { Cause } from "../../../simulator/src/explain/cause.js";
import { explain } from "../../../simulator/src/explain/explain.js";
import { run } from "../../../simulator/src/runtime/run.js";
import type { Scenario } from "../../../simulator/src/scenario/types.js";
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

/** The same of a scenario. */
function causesIn(runtime: Scenario["runtime"], tasks: Scenario["tasks"]): Cause[] {
  const { trace } = run({ version: 1, runtime, tasks }, { trace: true });
  return explain(trace ?? assert.fail("no trace"));
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

  it("does not blame the injection queue's interval for a backlog that is worked off in turn", () => {
    const tasks = [{ name: "job", count: 2000, steps: [{ cpu: 0.5 }] }];
    const [cause] = causesIn({ flavor: "multi-thread", workerThreads: 4, cores: 4 }, tasks);
    assert.equal(cause.kind, "workers-exhausted");
    assert.match(cause.text, /^All 4 workers were busy .*; the queue grew to 1996; /);
  });

  it("sees that a single worker passes the injection queue over for a task that wakes itself", () => {
    const causes = causesIn({ flavor: "multi-thread", workerThreads: 1, cores: 2 }, [
      { name: "drain", steps: [{ ready: 600, cpu: 0.4 }] },
      {
        name: "ticker",
        count: 3,
        steps: [{ interval: { everyMs: 5, count: 50 }, steps: [] }],
      },
    ]);
    const kinds = causes.map(({ kind }) => kind);
    assert.deepEqual(kinds.toSorted(), ["event-interval", "injection-interval"]);
    const text = causes[kinds.indexOf("injection-interval")].text;
    assert.match(text, /went on with tasks of their own such as "drain".* of "ticker" waited/);
  });

  it("names the data-parallel pool where jobs wait for its threads", () => {
    const [cause] = causesIn(
      { flavor: "multi-thread", workerThreads: 4, cores: 4, parallelThreads: 2 },
      [
        {
          name: "render",
          count: 10,
          arrival: { everyMs: 20 },
          steps: [{ parallel: { items: 20, cpu: 4 } }],
        },
      ],
    );
    assert.equal(cause.kind, "pool-full");
    assert.match(cause.text, /^All 2 threads of the data-parallel pool were busy .* of "render"/);
  });

  it("calls the threads of Node's pools what they are there", () => {
    const [cause] = causesIn({ flavor: "node", workerThreads: 2, cores: 4 }, [
      { name: "job", count: 8, steps: [{ spawnBlocking: [{ cpu: 10 }] }] },
    ]);
    assert.match(cause.text, /^All 2 worker threads were busy/);
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
