import assert from "node:assert/strict";
import {
  createRestartPolicy,
  maxRestarts,
  restartWindowMs,
} from "../../../extension/client/restart-policy.js";

describe("restarting the language server", () => {
  it("gives up when it ends again and again within minutes", () => {
    const policy = createRestartPolicy();
    for (let end = 0; end < maxRestarts; end++) assert.equal(policy.mayRestart(end * 1000), true);
    assert.equal(policy.mayRestart(maxRestarts * 1000), false);
  });

  it("forgets ends that lie long back", () => {
    const policy = createRestartPolicy();
    for (let end = 0; end < 3 * maxRestarts; end++) {
      assert.equal(policy.mayRestart(end * restartWindowMs), true);
    }
  });
});
