import assert from "node:assert/strict";
import { parseCalibration, withCalibration } from "../../../simulator/src/scenario/calibration.js";
import type { Calibration } from "../../../simulator/src/scenario/calibration.js";
import type {
  ModelledFunction,
  ModelledStep,
} from "../../../simulator/src/scenario/modelled-function.js";

const calibration: Calibration = {
  version: 1,
  measuredAt: "2026-01-01T00:00:00.000Z",
  machine: {
    platform: "linux",
    arch: "x64",
    processor: "some",
    processors: 2,
    memoryBytes: 1e9,
    node: "v20.19.0",
  },
  calls: [
    { api: "node:fs.readFileSync", basis: "1 kB", lowMs: 1, typicalMs: 2, highMs: 3, samples: 9 },
    { api: "node:fs.readFileSync", basis: "1 MB", lowMs: 4, typicalMs: 5, highMs: 6, samples: 9 },
  ],
};

function step(label: string, source: "typical" | "computed" | "set"): ModelledStep {
  const at = { file: "a.ts", line: 1 };
  const cost = { ms: 10, lowMs: 9, highMs: 11, source, basis: "some machine" };
  return { id: label, label, at, kind: "block", remedy: "threadpool", ...cost };
}

function calibrated(steps: readonly ModelledStep[]): readonly ModelledStep[] {
  const model: ModelledFunction = { name: "f", file: "a.ts", line: 1, steps };
  return withCalibration(model, calibration).steps;
}

describe("withCalibration", () => {
  it("puts what was measured first in place of what is typical, and says so", () => {
    const typical = step("node:fs.readFileSync", "typical");
    const measured = { ms: 2, lowMs: 1, highMs: 3, basis: "1 kB", source: "measured" };
    assert.deepEqual(calibrated([typical]), [{ ...typical, ...measured }]);
  });

  it("reaches into loops", () => {
    const loop: ModelledStep = {
      id: "0",
      label: "3 times",
      at: { file: "a.ts", line: 1 },
      kind: "loop",
      count: 3,
      countSource: "computed",
      steps: [step("node:fs.readFileSync", "typical")],
    };
    const [outer] = calibrated([loop]);
    const inner = "steps" in outer ? outer.steps[0] : assert.fail("no loop");
    assert.equal("source" in inner && inner.source, "measured");
  });

  it("leaves what was computed or set, and calls that were not measured", () => {
    const steps = [
      step("node:fs.readFileSync", "computed"),
      step("node:fs.readFileSync", "set"),
      step("node:fs.rmSync", "typical"),
    ];
    assert.deepEqual(calibrated(steps), steps);
  });
});

describe("parseCalibration", () => {
  it("accepts what the command writes, and names what is wrong in anything else", () => {
    assert.deepEqual(parseCalibration(calibration), { ok: true, calibration });
    const parsed = parseCalibration({ ...calibration, calls: [{ api: "a" }] });
    assert.equal(parsed.ok ? "" : parsed.errors[0].path, "calls[0].basis");
  });
});
