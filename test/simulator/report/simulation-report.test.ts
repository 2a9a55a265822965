import assert from "node:assert/strict";
import {
  describeEnd,
  describeRuntime,
  warnings,
} from "../../../simulator/src/report/simulation-report.js";
import { toResult } from "../../../simulator/src/report/metrics.js";
import { exampleOutcome, exampleTask } from "./example-outcome.js";

describe("describeRuntime", () => {
  it("names the flavor, and what the scenario says of it", () => {
    assert.equal(
      describeRuntime({ flavor: "current-thread", localSet: true, cores: 2 }),
      "Tokio 1.24, current-thread, in a LocalSet, 2 cores",
    );
    assert.equal(
      describeRuntime({ flavor: "node", processes: 2 }),
      "Node.js, 2 processes, 4 libuv threads",
    );
  });
});

describe("describeEnd", () => {
  const endOf = (completed: number | undefined): string =>
    describeEnd(
      toResult(exampleOutcome([exampleTask("request", [{ arrival: 0, completed }])], 20)),
    );

  it("says when the last task completed", () => {
    assert.equal(endOf(20), "Last completion after 20 ms");
  });

  it("says that none has", () => {
    assert.equal(endOf(undefined), "Nothing had completed after 20 ms");
  });
});

describe("warnings", () => {
  const outcome = exampleOutcome([exampleTask("request", [])], 1000);

  it("say that the process has ended, when, and by which task's error", () => {
    assert.deepEqual(
      warnings(toResult({ ...outcome, exit: { task: "request", atNs: 5_000_000 } })),
      [
        'The process ended with code 1 after 5 ms: "request" threw, and nobody caught it. What had not completed never did.',
      ],
    );
  });

  it("say nothing of a run that went its way", () => {
    assert.deepEqual(warnings(toResult(outcome)), []);
  });
});
