import assert from "node:assert/strict";
import {
  defaultLoadOptions,
  scenarioFor,
  type LoadOptions,
  type ModelledFunction,
} from "unblock-simulator";
import {
  changedModel,
  chooseBystander,
  controlsFor,
  defaultControls,
  hasChanges,
  loadOptions,
  readControls,
  remediesOf,
} from "../../../../extension/panel/model/controls.js";

const at = { file: "/app/a.ts", line: 3 };
const duration = { ms: 20, lowMs: 5, highMs: 80, source: "typical", basis: "1 kB" } as const;
const model: ModelledFunction = {
  name: "handler",
  file: "/app/a.ts",
  line: 1,
  steps: [
    { id: "0", kind: "block", label: "readFileSync", at, remedy: "threadpool", ...duration },
    {
      id: "1",
      kind: "loop",
      label: "for",
      at,
      count: 3,
      countSource: "typical",
      steps: [{ id: "1.0", kind: "io", label: "fetch", at, ...duration }],
    },
  ],
};
const mine = controlsFor(defaultControls, model);

describe("the controls", () => {
  it("are the default load until somebody moves one", () => {
    assert.deepEqual(loadOptions(defaultControls), {
      runtime: { flavor: "node", processes: 1, threadpoolSize: 4, workerThreads: 4, cores: 8 },
      callsPerSecond: 5,
      bystandersPerSecond: 100,
      bystander: defaultLoadOptions.bystander,
      bystanderArrival: "random",
    });
    const scenario = (options: Partial<LoadOptions>) =>
      scenarioFor(model, "as-written", { ...options, runtime: { flavor: "node" } });
    assert.deepEqual(scenario(loadOptions(defaultControls)), scenario({}));
  });

  it("call the function so many times at once, in a run that is short enough to show it", () => {
    const { callsAtOnce, durationMs } = loadOptions({
      ...defaultControls,
      calls: "at-once",
      callsAtOnce: 50,
    });
    assert.deepEqual([callsAtOnce, durationMs], [50, 5000]);
  });

  it("choose who waits, with its own rate, which can then be changed", () => {
    const controls = { ...defaultControls, ...chooseBystander("timer") };
    const { bystander, bystanderArrival, bystandersPerSecond } = loadOptions(controls);
    assert.deepEqual(
      [bystander, bystanderArrival, bystandersPerSecond],
      [[{ sleep: 5 }, { cpu: 0.01 }], "regular", 200],
    );
    assert.equal(loadOptions({ ...controls, bystandersPerSecond: 7 }).bystandersPerSecond, 7);
  });

  it("make the user's own bystander compute, await I/O, and compute again", () => {
    const own = { ...defaultControls, ...chooseBystander("custom"), bystanderCpuMs: 3 };
    assert.deepEqual(loadOptions(own).bystander, [{ cpu: 1.5 }, { io: 1.6 }, { cpu: 1.5 }]);
  });

  it("turn a cluster into processes, and workers into threads", () => {
    const runtime = (change: Partial<typeof defaultControls>) =>
      loadOptions({ ...defaultControls, ...change }).runtime;
    assert.deepEqual(runtime({ runtime: "cluster", processes: 6 }), {
      flavor: "node",
      processes: 6,
      threadpoolSize: 4,
      workerThreads: 4,
      cores: 8,
    });
    assert.deepEqual(runtime({ runtime: "multi-thread", workers: 2 }), {
      flavor: "multi-thread",
      workerThreads: 2,
      maxBlockingThreads: 512,
      cores: 8,
    });
    assert.deepEqual(runtime({ runtime: "current-thread" }), {
      flavor: "current-thread",
      maxBlockingThreads: 512,
      cores: 8,
    });
  });

  it("change durations and rounds inside loops too, and say that they were set", () => {
    const { steps } = changedModel(model, {
      ...mine,
      durations: { "0": 100, "1.0": 7 },
      counts: { "1": 9 },
    });
    const [first, loop] = steps;
    assert.ok(first.kind === "block" && loop.kind === "loop");
    assert.deepEqual([first.ms, first.source], [100, "set"]);
    assert.deepEqual([loop.count, loop.countSource], [9, "set"]);
    const [inner] = loop.steps;
    assert.ok(inner.kind === "io");
    assert.deepEqual([inner.ms, inner.source], [7, "set"]);
  });

  it("change what the fix does", () => {
    const [first] = changedModel(model, { ...mine, remedies: { "0": "spawn-blocking" } }).steps;
    assert.ok(first.kind === "block");
    assert.equal(first.remedy, "spawn-blocking");
  });

  it("put the blocking pool in the place of block-in-place where there is no other worker", () => {
    const controls = { ...mine, remedies: { "0": "block-in-place" as const } };
    const remedy = (runtime: "node" | "multi-thread") => {
      const [first] = changedModel(model, { ...controls, runtime }).steps;
      return first.kind === "block" ? first.remedy : undefined;
    };
    assert.equal(remedy("multi-thread"), "block-in-place");
    assert.equal(remedy("node"), "spawn-blocking");
    assert.ok(!remediesOf("node").includes("block-in-place"));
  });

  it("leave a function as it is where nothing was changed", () => {
    assert.deepEqual(changedModel(model, mine), model);
    assert.equal(hasChanges(mine), false);
  });

  it("keep the load but drop the changes when another function is shown", () => {
    const changed = { ...mine, cores: 2, durations: { "0": 1 } };
    assert.equal(controlsFor(changed, model), changed);
    const other = controlsFor(changed, { ...model, name: "other" });
    assert.deepEqual([other.cores, other.durations], [2, {}]);
  });
});

describe("controls that were saved", () => {
  it("come back as they were", () => {
    const saved = {
      ...mine,
      runtime: "cluster" as const,
      calls: "at-once" as const,
      bystander: "custom" as const,
      cores: 3,
      durations: { "0": 4 },
    };
    assert.deepEqual(readControls({ ...saved }), saved);
  });

  it("are brought into range, and fall back where they make no sense", () => {
    const read = readControls({
      runtime: "windows",
      calls: "by pigeon",
      bystander: 7,
      cores: 1e9,
      workers: 2.6,
      processes: "7",
      callsPerSecond: Number.NaN,
      changesOf: 7,
      durations: { "0": -1, "1": 5, "2": "x" },
      counts: null,
      remedies: { "0": "prayer", "1": "timer" },
      unknown: true,
    });
    assert.deepEqual(read, {
      ...defaultControls,
      cores: 128,
      workers: 3,
      durations: { "1": 5 },
      remedies: { "1": "timer" },
    });
  });

  it("are the defaults where nothing was saved", () => {
    assert.deepEqual(readControls({}), defaultControls);
  });
});
