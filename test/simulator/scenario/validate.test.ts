import assert from "node:assert/strict";
import { describeErrors, parseScenario } from "../../../simulator/src/scenario/validate.js";

const runtime = { flavor: "multi-thread", workerThreads: 4 };

function withSteps(steps: unknown, flavor = "multi-thread"): unknown {
  return { version: 1, runtime: { flavor }, tasks: [{ name: "a", steps }] };
}

function firstError(document: unknown): string {
  const parsed = parseScenario(document);
  assert.equal(parsed.ok, false, "expected an error");
  return parsed.ok ? "" : describeErrors(parsed.errors);
}

describe("parseScenario", () => {
  it("accepts every step of the format", () => {
    const steps = [
      { cpu: 1.5 },
      { block: 20, at: { file: "a.ts", line: 3 } },
      { sleep: { dist: "exponential", mean: 5 } },
      { interval: { everyMs: 5, count: 3, missed: "skip" }, steps: [{ cpu: 1 }] },
      { io: 5 },
      { yield: true },
      { selfWake: true },
      { ready: 500, cpu: 1 },
      { spawn: "a", count: 2 },
      { join: true },
      { spawnBlocking: [{ block: 20 }] },
      { blockInPlace: [{ repeat: 2, steps: [{ cpu: 20 }] }] },
      { parallel: { items: 100, cpu: 1 } },
      { repeat: 10, steps: [{ sleep: 5 }] },
    ];
    assert.deepEqual(parseScenario(withSteps(steps)), { ok: true, scenario: withSteps(steps) });
    assert.equal(parseScenario(withSteps([{ threadpool: 5 }], "node")).ok, true);
  });

  it("names the path of an unknown step and the step that was meant", () => {
    const error = firstError(withSteps([{ cpu: 1 }, { io: 1 }, { sleeep: 5 }]));
    assert.equal(error, 'tasks[0].steps[2].sleeep: unknown step; did you mean "sleep"?');
  });

  it("names an unknown field of a known step", () => {
    const error = firstError(withSteps([{ sleep: 5, counts: 2 }]));
    assert.equal(error, 'tasks[0].steps[0].counts: unknown field; known: "sleep", "at"');
  });

  it("refuses two steps in one", () => {
    const error = firstError(withSteps([{ sleep: 5, block: 2 }]));
    assert.equal(error, 'tasks[0].steps[0]: found "sleep" and "block"; a step is only one of them');
  });

  it("counts the errors that it does not print", () => {
    const error = firstError(withSteps([{ cpu: -1 }, { cpu: "5" }]));
    assert.equal(error, "tasks[0].steps[0].cpu: must be at least 0, got -1 (and 1 more error)");
  });

  const refused: readonly (readonly [string, unknown, string])[] = [
    ["a document that is no object", 5, "expected an object, got 5"],
    ["null", null, "expected an object, got null"],
    ["a missing version", { runtime, tasks: [{ name: "a", steps: [] }] }, "version: is required"],
    [
      "a version from the future",
      { version: 2, runtime, tasks: [{ name: "a", steps: [] }] },
      "version: unexpected 2; expected 1",
    ],
    ["an empty task list", { version: 1, runtime, tasks: [] }, "tasks: needs at least one task"],
    [
      "an unknown runtime",
      { version: 1, runtime: { flavor: "multithread" }, tasks: [{ name: "a", steps: [] }] },
      'runtime.flavor: unknown flavor "multithread"; did you mean "multi-thread"?',
    ],
    [
      "a number that is text",
      withSteps([{ cpu: "5" }]),
      'tasks[0].steps[0].cpu: expected a number, got the string "5"',
    ],
    [
      "a number that is too large",
      withSteps([{ sleep: 1e12 }]),
      "tasks[0].steps[0].sleep: must be at most 1,000,000,000, got 1000000000000",
    ],
    [
      "not a number",
      withSteps([{ sleep: NaN }]),
      "tasks[0].steps[0].sleep: expected a finite number, got NaN",
    ],
    [
      "a fraction of a task",
      { version: 1, runtime, tasks: [{ name: "a", count: 1.5, steps: [] }] },
      "tasks[0].count: expected a whole number, got 1.5",
    ],
    [
      "no workers",
      { version: 1, runtime: { ...runtime, workerThreads: 0 }, tasks: [{ name: "a", steps: [] }] },
      "runtime.workerThreads: must be at least 1, got 0",
    ],
    [
      "the spawn of an unknown task",
      withSteps([{ spawn: "b" }]),
      'tasks[0].steps[0].spawn: no task is named "b"; did you mean "a"?',
    ],
    [
      "block_in_place on one thread, in Tokio's words",
      withSteps([{ blockInPlace: [{ block: 1 }] }], "current-thread"),
      "tasks[0].steps[0].blockInPlace: can call blocking only when running on the multi-threaded runtime",
    ],
    [
      "libuv's threads outside Node.js",
      withSteps([{ threadpool: 1 }]),
      `tasks[0].steps[0].threadpool: only the "node" runtime has libuv's thread pool; use spawnBlocking`,
    ],
    [
      "awaiting in a closure",
      withSteps([{ spawnBlocking: [{ cpu: 1 }, { sleep: 1 }] }]),
      'tasks[0].steps[0].spawnBlocking[1].sleep: a closure of spawnBlocking runs on its own thread and cannot await; it may hold only "cpu", "block", "repeat", "panic"',
    ],
    [
      "the driver hand-off on a version without it",
      {
        version: 1,
        runtime: { ...runtime, eagerDriverHandoff: true, tokio: "1.24" },
        tasks: [{ name: "a", steps: [] }],
      },
      'runtime.eagerDriverHandoff: needs "tokio": "1.53"; Tokio 1.24 has no such option',
    ],
    [
      "more threads of Node.js than a machine starts",
      {
        version: 1,
        runtime: { flavor: "node", processes: 1024, threadpoolSize: 1024 },
        tasks: [{ name: "a", steps: [] }],
      },
      "runtime.processes: with their threads they would be 1049600 threads; at most 65536 can be simulated",
    ],
    [
      "an item that panics and is none",
      {
        version: 1,
        runtime,
        tasks: [{ name: "a", steps: [{ parallel: { items: 4, cpu: 1, panicAt: 4 } }] }],
      },
      "tasks[0].steps[0].parallel.panicAt: there is no such item: they are counted from 0 to 3",
    ],
    [
      "an item of Node.js that panics",
      {
        version: 1,
        runtime: { flavor: "node" },
        tasks: [{ name: "a", steps: [{ parallel: { items: 4, cpu: 1, panicAt: 0 } }] }],
      },
      "tasks[0].steps[0].parallel.panicAt: Node.js has no rayon; only the Tokio runtimes do",
    ],
    [
      "an interval of a LocalSet",
      {
        version: 1,
        runtime: { flavor: "current-thread", localSet: true, eventInterval: 10 },
        tasks: [{ name: "a", steps: [] }],
      },
      "runtime.eventInterval: a LocalSet has intervals of its own, which are fixed",
    ],
    [
      "the life of threads of Node.js that never end",
      {
        version: 1,
        runtime: { flavor: "node", threadKeepAliveMs: 100 },
        tasks: [{ name: "a", steps: [] }],
      },
      'runtime.threadKeepAliveMs: needs "coldWorkers": true; other threads never end',
    ],
    [
      "the end of a process of a cluster",
      {
        version: 1,
        runtime: { flavor: "node", processes: 2, unhandledRejections: "throw" },
        tasks: [{ name: "a", steps: [] }],
      },
      "runtime.unhandledRejections: only of one process; a cluster would start another",
    ],
    [
      "arrivals without an end",
      { version: 1, runtime, tasks: [{ name: "a", arrival: { everyMs: 5 }, steps: [] }] },
      "tasks[0].arrival: never ends: give the task a count, or the scenario a stopAfterMs",
    ],
    [
      "two tasks of one name",
      {
        version: 1,
        runtime,
        tasks: [
          { name: "a", steps: [] },
          { name: "a", steps: [] },
        ],
      },
      'tasks[1].name: "a" is the name of an earlier task',
    ],
    [
      "nothing that would start",
      { version: 1, runtime, tasks: [{ name: "a", spawnedOnly: true, steps: [] }] },
      "tasks: all are spawnedOnly, so none would ever start",
    ],
    [
      "a distribution upside down",
      withSteps([{ cpu: { dist: "uniform", min: 5, max: 1 } }]),
      "tasks[0].steps[0].cpu.min: must be at most max (1), got 5",
    ],
    [
      "a key that JavaScript would take for a prototype",
      withSteps([JSON.parse('{ "__proto__": 5 }')]),
      'tasks[0].steps[0].__proto__: unknown step; known: "cpu", "block", "sleep", "interval", "io", ' +
        '"yield", "selfWake", "ready", "spawn", "join", "panic", "abort", "spawnBlocking", "blockInPlace", "parallel", ' +
        '"threadpool", "microtask", "nextTick", "immediate", "repeat"',
    ],
  ];
  for (const [what, document, message] of refused) {
    it(`refuses ${what}`, () => {
      assert.equal(firstError(document), message);
    });
  }

  it("refuses steps nested so deep that they would exhaust the stack", () => {
    let steps: unknown = [{ cpu: 1 }];
    for (let level = 0; level < 100_000; level++) steps = [{ repeat: 2, steps }];
    assert.match(firstError(withSteps(steps)), /nested deeper than 64 levels/);
  });

  it("stops looking after a hundred errors", () => {
    const parsed = parseScenario(withSteps(Array.from({ length: 5000 }, () => ({ cpu: -1 }))));
    assert.equal(parsed.ok ? 0 : parsed.errors.length, 100);
  });
});
