import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readCalibration } from "../../../extension/server/calibration.js";
import { isClientMessage } from "../../../extension/protocol.js";
import { knownModel } from "../../../extension/panel/model/state.js";
import { defaultControls } from "../../../extension/panel/model/controls.js";
import type { ModelledFunction } from "unblock-simulator";

const calibration = {
  version: 1,
  measuredAt: "2026-11-20T10:00:00.000Z",
  machine: {
    platform: "linux",
    arch: "x64",
    processor: "a processor",
    processors: 8,
    memoryBytes: 1,
    node: "20.19.0",
  },
  calls: [
    {
      api: "node:fs.readFileSync",
      basis: "1 kB file, page cache",
      lowMs: 0.01,
      typicalMs: 0.02,
      highMs: 0.03,
      samples: 100,
    },
  ],
} as const;

const at = { file: "/app/server.ts", line: 3 };
const model: ModelledFunction = {
  name: "handler",
  file: at.file,
  line: 1,
  steps: (["typical", "computed"] as const).map((source, index) => ({
    id: String(index),
    kind: "block",
    label: "node:fs.readFileSync",
    at,
    remedy: "threadpool",
    ms: 5,
    lowMs: 1,
    highMs: 9,
    source,
    basis: "a file",
  })),
};

describe("what was measured on this machine", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "unblock-test-"));
  const file = path.join(folder, "calibration-v1.json");
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("is read by the server, and is nothing where the file is missing or broken", async () => {
    assert.equal(await readCalibration(file), undefined);
    for (const broken of ["", "{", "[]", JSON.stringify({ ...calibration, version: 2 })]) {
      writeFileSync(file, broken);
      assert.equal(await readCalibration(file), undefined);
    }
    writeFileSync(file, JSON.stringify(calibration));
    assert.deepEqual(await readCalibration(file), calibration);
  });

  it("is handed to the panel, which drops one of another shape", () => {
    assert.ok(isClientMessage({ type: "show", model, calibration }));
    assert.ok(!isClientMessage({ type: "show", model, calibration: { ...calibration, calls: 7 } }));
  });

  it("stands in place of typical durations and says so, unless the user wants it otherwise", () => {
    const known = (measured: boolean) =>
      knownModel({ model, calibration, controls: { ...defaultControls, measured } });
    const sources = known(true)?.steps.map(
      (step) => step.kind !== "loop" && [step.source, step.ms],
    );
    assert.deepEqual(sources, [
      ["measured", 0.02],
      ["computed", 5],
    ]);
    assert.equal(known(false), model);
  });
});
