import assert from "node:assert/strict";
import { untilFirstPicture } from "../../../../extension/panel/simulation/first-picture.js";
import type { Job } from "../../../../extension/panel/simulation/job.js";
import type { Listener } from "../../../../extension/panel/simulation/slices.js";

const job = (name: string): Job => ({ model: { name, file: "a", line: 1, steps: [] }, load: {} });
const deaf: Listener = { onFinding: () => undefined, onError: () => undefined };

describe("jobs that come faster than they can be run", () => {
  function setUp() {
    const started: { readonly name: string; readonly listener: Listener }[] = [];
    let proceeded = 0;
    let stopped = 0;
    const simulator = untilFirstPicture({
      run: ({ model }, listener) => started.push({ name: model.name, listener }),
      proceed: () => proceeded++,
      stop: () => stopped++,
    });
    const names = () => started.map(({ name }) => name);
    return { simulator, names, started, proceeded: () => proceeded, stopped: () => stopped };
  }

  it("wait until the running one is drawn; then the newest runs, and the others never do", () => {
    const { simulator, names, proceeded } = setUp();
    for (const name of ["1", "2", "3", "4"]) simulator.run(job(name), deaf);
    assert.deepEqual(names(), ["1"]);
    simulator.proceed();
    assert.deepEqual(names(), ["1", "4"]);
    assert.equal(proceeded(), 0);
  });

  it("replace the running one at once when it is drawn and goes on", () => {
    const { simulator, names, proceeded } = setUp();
    simulator.run(job("1"), deaf);
    simulator.proceed();
    simulator.proceed();
    assert.equal(proceeded(), 2);
    simulator.run(job("2"), deaf);
    assert.deepEqual(names(), ["1", "2"]);
  });

  it("do not wait for one whose picture is drawn already, nor for one that was stopped", () => {
    const { simulator, names, stopped } = setUp();
    simulator.run({ ...job("1"), isDrawn: true }, deaf);
    simulator.run(job("2"), deaf);
    simulator.run(job("3"), deaf);
    simulator.stop();
    simulator.run(job("4"), deaf);
    assert.deepEqual(names(), ["1", "2", "4"]);
    assert.equal(stopped(), 1);
  });

  it("do not wait for one that failed", () => {
    const { simulator, names, started } = setUp();
    const errors: string[] = [];
    simulator.run(job("1"), { ...deaf, onError: (message) => errors.push(message) });
    simulator.run(job("2"), deaf);
    started[0].listener.onError("no");
    assert.deepEqual(names(), ["1", "2"]);
    assert.deepEqual(errors, ["no"]);
  });
});
