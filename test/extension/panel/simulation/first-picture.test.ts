import assert from "node:assert/strict";
import { untilFirstPicture } from "../../../../extension/panel/simulation/first-picture.js";
import type { Finding, Job } from "../../../../extension/panel/simulation/job.js";
import type { Listener } from "../../../../extension/panel/simulation/slices.js";

const job = (name: string): Job => ({ model: { name, file: "a", line: 1, steps: [] }, load: {} });
const deaf: Listener = { onFinding: () => undefined, onError: () => undefined };

describe("jobs that come faster than they can be run", () => {
  function setUp() {
    const started: { readonly name: string; readonly listener: Listener }[] = [];
    const simulator = untilFirstPicture({
      run: ({ model }, listener) => started.push({ name: model.name, listener }),
    });
    const find = (variant: "asWritten" | "fixed") => {
      started.at(-1)?.listener.onFinding({ kind: "seed", variant } as Finding);
    };
    const show = () => {
      find("asWritten");
      find("fixed");
    };
    return { simulator, names: () => started.map(({ name }) => name), started, find, show };
  }

  it("wait until the running one has shown something; then the newest runs, and the others never do", () => {
    const { simulator, names, find } = setUp();
    for (const name of ["1", "2", "3", "4"]) simulator.run(job(name), deaf);
    find("fixed");
    assert.deepEqual(names(), ["1"]);
    find("asWritten");
    assert.deepEqual(names(), ["1", "4"]);
  });

  it("replace the running one at once when it has shown something", () => {
    const { simulator, names, show } = setUp();
    simulator.run(job("1"), deaf);
    show();
    show();
    simulator.run(job("2"), deaf);
    assert.deepEqual(names(), ["1", "2"]);
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
