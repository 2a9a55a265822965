import assert from "node:assert/strict";
import { defaultControls } from "../../../../extension/panel/model/controls.js";
import { previewFor } from "../../../../extension/panel/model/preview.js";
import { makeTrace } from "../trace-builder.js";
import { makeOutcome, makeVariant } from "./outcome-builder.js";

const view = { startNs: 20e6, endNs: 29.5e6 };

/** A run with that many segments in each variant. */
function outcomeWith(segments: number, endMs = 100) {
  const trace = makeTrace({
    end: endMs,
    lanes: [{ name: "worker 1", kind: "worker" }],
    segments: Array.from({ length: segments }, () => ({ lane: 0, from: 0, to: 1 })),
  });
  return makeOutcome({
    asWritten: makeVariant(2, trace),
    fixed: makeVariant(2, trace),
  });
}

describe("a preview", () => {
  it("is a short run where there is no picture yet", () => {
    const state = { outcome: undefined, view, coming: undefined };
    assert.deepEqual(previewFor(state), { untilMs: 2500 });
  });

  it("goes as far as what is in view where the whole run is long, and keeps the axis", () => {
    const state = { outcome: outcomeWith(20_000), view, coming: undefined };
    assert.deepEqual(previewFor(state), { untilMs: 30, axisEndNs: 100e6 });
  });

  it("is none for a run that is short", () => {
    assert.equal(previewFor({ outcome: outcomeWith(2_000), view, coming: undefined }), undefined);
  });

  it("is none where most of the run would have to be simulated for it", () => {
    const late = { startNs: 80e6, endNs: 90e6 };
    const state = { outcome: outcomeWith(20_000), view: late, coming: undefined };
    assert.equal(previewFor(state), undefined);
  });

  it("follows a preview: what counts is how long the whole run will be", () => {
    const preview = { ...outcomeWith(5_000, 30), axisEndNs: 100e6, seedsDone: 0 };
    const state = { outcome: preview, view, coming: undefined };
    assert.deepEqual(previewFor(state), { untilMs: 30, axisEndNs: 100e6 });
  });

  it("is none for another function, which is shown once it is whole", () => {
    const { model } = makeOutcome();
    const coming = {
      model,
      calibration: undefined,
      cpuProfile: undefined,
      controls: defaultControls,
    };
    assert.equal(previewFor({ outcome: outcomeWith(20_000), view, coming }), undefined);
  });
});
