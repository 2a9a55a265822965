import assert from "node:assert/strict";
import { defaultSettings, readSettings } from "../../../extension/server/settings.js";

describe("the user's settings", () => {
  it("are the defaults when nothing is set", () => {
    assert.deepEqual(readSettings(null), defaultSettings);
    assert.deepEqual(readSettings({}), defaultSettings);
  });

  it("are taken where they are set", () => {
    const settings = {
      enable: false,
      diagnostics: { owner: "eslint", severity: "hint" },
      codeLens: { enable: false },
      hover: { enable: false },
      maxFileSizeKb: 10,
      cpuProfile: "a.cpuprofile",
    };
    assert.deepEqual(readSettings(settings), settings);
  });

  it("fall back one by one where a value has the wrong type", () => {
    const settings = readSettings({
      enable: "yes",
      diagnostics: { owner: "me", severity: "error" },
      codeLens: false,
      maxFileSizeKb: -1,
    });
    assert.deepEqual(settings, {
      ...defaultSettings,
      diagnostics: { owner: "auto", severity: "error" },
    });
  });
});
