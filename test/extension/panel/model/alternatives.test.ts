import assert from "node:assert/strict";
import { parseScenario, defaultLoad, type RuntimeOptions } from "unblock-simulator";
import { alternativesTo, judge } from "../../../../extension/panel/model/alternatives.js";

const tried = (runtime: RuntimeOptions) =>
  alternativesTo({ runtime, callsPerSecond: 5 }).map(({ kind, value }) => `${kind} ${value}`);

describe("what people try instead of the fix", () => {
  it("is twice of everything that the runtime has, and half of the calls", () => {
    assert.deepEqual(tried({ flavor: "node", processes: 1, threadpoolSize: 4, cores: 8 }), [
      "processes 2",
      "libuv-threads 8",
      "cores 16",
      "fewer-calls 2.5",
    ]);
    assert.deepEqual(tried({ flavor: "multi-thread", workerThreads: 3 }), [
      "workers 6",
      "blocking-threads 1024",
      "cores 16",
      "fewer-calls 2.5",
    ]);
    assert.deepEqual(tried({ flavor: "current-thread", maxBlockingThreads: 8 }), [
      "blocking-threads 16",
      "cores 16",
      "fewer-calls 2.5",
    ]);
  });

  it("halves a burst in the place of a stream", () => {
    const [last] = alternativesTo({ callsAtOnce: 21 }).slice(-1);
    assert.deepEqual([last.kind, last.value, last.load.callsAtOnce], ["fewer-at-once", 11, 11]);
  });

  it("are loads that the simulator takes", () => {
    for (const flavor of ["node", "multi-thread", "current-thread"] as const) {
      for (const { load } of alternativesTo({ runtime: { flavor } })) {
        assert.ok(parseScenario(defaultLoad("f", [{ cpu: 1 }], load)).ok);
      }
    }
  });

  it("is judged by what is left of the harm", () => {
    assert.equal(judge(230, 3, 2), "cures");
    assert.equal(judge(230, 90, 2), "helps");
    assert.equal(judge(230, 200, 2), "hardly");
    assert.equal(judge(230, 229, 2), "no");
    assert.equal(judge(null, 50, 2), "helps");
    assert.equal(judge(null, null, 2), "no");
  });
});
