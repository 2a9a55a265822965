import assert from "node:assert/strict";
import { findPreset, presets } from "../../../simulator/src/scenario/presets.js";
import { parseScenario } from "../../../simulator/src/scenario/validate.js";

describe("the presets", () => {
  for (const preset of presets) {
    it(`${preset.name} is a valid scenario`, () => {
      assert.deepEqual(parseScenario(preset.scenario), { ok: true, scenario: preset.scenario });
    });
  }

  it("have names of their own, and are found by them", () => {
    assert.equal(new Set(presets.map((preset) => preset.name)).size, presets.length);
    assert.equal(findPreset("sleepers-blocking")?.scenario.tasks[0].count, 100);
    assert.equal(findPreset("sleepers"), undefined);
  });
});
