import assert from "node:assert/strict";
import { harmReport, overBudget } from "../../../simulator/src/report/harm-report.js";
import { comparison, modelled, sampleReport } from "./harm-fixture.js";

describe("the report on functions that block", () => {
  it("ranks them by what the bystander waits for, growing loads first", () => {
    assert.deepEqual(
      sampleReport().functions.map(({ name, harmRatio }) => [name, harmRatio]),
      [
        ["monthlyReport", null],
        ["signUp", 200],
        ["readFlags", 10],
      ],
    );
  });

  it("adds up how long one call blocks, loops included", () => {
    const { steps, ...model } = modelled("handler", 20);
    const loop = {
      id: "0",
      label: "3 times",
      kind: "loop",
      count: 3,
      countSource: "computed",
      at: { file: "src/handler.ts", line: 6 },
      steps,
    } as const;
    const report = harmReport(
      [{ model: { ...model, steps: [loop, ...steps] }, comparison: comparison(90, 3) }],
      1,
      [],
    );
    assert.equal(report.functions[0].blockingMs, 80);
    assert.deepEqual(
      report.functions[0].steps.map(({ times }) => times),
      [3, 1],
    );
  });

  it("says which functions break a budget; a growing load always does", () => {
    const names = (budget: number) => overBudget(sampleReport(), budget).map(({ name }) => name);
    assert.deepEqual(names(100), ["monthlyReport", "signUp"]);
    assert.deepEqual(names(1e9), ["monthlyReport"]);
  });
});
