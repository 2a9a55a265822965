import assert from "node:assert/strict";
import { replaces } from "./record.js";
import type { ScenarioRecord } from "./record.js";

const record = (disturbance: number): ScenarioRecord => ({
  scenario: "sleepers",
  runs: 9,
  seeds: 9,
  disturbance,
  figures: [],
});

describe("the record of reality", () => {
  it("takes what was measured on a quiet machine", () => {
    assert.equal(replaces(record(0.01), record(0)), true);
  });

  it("takes what there was no record of", () => {
    assert.equal(replaces(record(0.5), undefined), true);
  });

  it("keeps the old record when the machine was disturbed more than then", () => {
    assert.equal(replaces(record(0.5), record(0.04)), false);
  });

  it("takes a disturbed measurement that is better than the old one", () => {
    assert.equal(replaces(record(0.05), record(0.6)), true);
  });
});
