import assert from "node:assert/strict";
import { defaultLoad, describeLoad } from "../../../simulator/src/scenario/default-load.js";

describe("the default load", () => {
  it("calls the function 5 times a second beside 100 bystanders of 2 ms, for 30 s", () => {
    assert.deepEqual(defaultLoad("handler", [{ block: 20 }]), {
      version: 1,
      seed: 1,
      stopAfterMs: 30_000,
      runtime: { flavor: "node", processes: 1 },
      tasks: [
        { name: "handler", arrival: { poissonPerSecond: 5 }, steps: [{ block: 20 }] },
        {
          name: "bystander",
          arrival: { poissonPerSecond: 100 },
          steps: [{ cpu: 0.2 }, { io: 1.6 }, { cpu: 0.2 }],
        },
      ],
    });
  });

  it("renames the bystander beside a function of that name", () => {
    const names = defaultLoad("bystander", []).tasks.map((task) => task.name);
    assert.deepEqual(names, ["bystander", "other requests"]);
  });

  it("calls the function so many times at once where that is asked for", () => {
    const [called] = defaultLoad("handler", [{ block: 20 }], { callsAtOnce: 50 }).tasks;
    assert.deepEqual(called, {
      name: "handler",
      count: 50,
      arrival: { atMs: 0 },
      steps: [{ block: 20 }],
    });
  });

  it("spaces the bystander evenly where that is asked for", () => {
    const options = { bystanderArrival: "regular", bystandersPerSecond: 200 } as const;
    assert.deepEqual(defaultLoad("handler", [], options).tasks[1].arrival, { everyMs: 5 });
  });

  it("says who the bystander is when it is another one", () => {
    assert.match(
      describeLoad({ callsAtOnce: 50, bystander: [{ sleep: 5 }], bystanderArrival: "regular" }),
      /called 50 times at once, beside 100 other requests a second of 5 ms, evenly spaced;/u,
    );
  });

  it("says in one line what it is", () => {
    assert.equal(
      describeLoad({ callsPerSecond: 20 }),
      "Node.js, one process; the function is called 20 times a second, beside 100 other requests a second; " +
        "30 s of virtual time, medians of 9 seeds",
    );
  });
});
