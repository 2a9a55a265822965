import assert from "node:assert/strict";
import path from "node:path";
import { profileSetting } from "../../../extension/client/cpu-profile-setting.js";

const folder = path.resolve("/app");

describe("how the settings name a CPU profile", () => {
  it("counts from the workspace's folder where the file is in there", () => {
    assert.equal(profileSetting(path.join(folder, "a.cpuprofile"), folder), "a.cpuprofile");
    assert.equal(
      profileSetting(path.join(folder, "profiles", "a.cpuprofile"), folder),
      "profiles/a.cpuprofile",
    );
  });

  it("is the whole path where the file is elsewhere, or there is no folder", () => {
    const elsewhere = path.resolve("/application/a.cpuprofile");
    assert.equal(profileSetting(elsewhere, folder), elsewhere);
    assert.equal(profileSetting(elsewhere, undefined), elsewhere);
  });
});
