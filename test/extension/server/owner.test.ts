import assert from "node:assert/strict";
import { recommended } from "../../../extension/server/flat-config.js";
import { decideOwner, type OwnerQuestion } from "../../../extension/server/owner.js";
import { createTranslate } from "../../../extension/server/translate.js";

const configuration = { namespace: "loop", rules: { "no-blocking-call": [2] as const } };

const usual: OwnerQuestion = {
  setting: "auto",
  trusted: true,
  eslintExtension: true,
  eslintReports: false,
  probe: { found: true, configuration },
};

const decide = (question: Partial<OwnerQuestion>) =>
  decideOwner({ ...usual, ...question }, createTranslate({}));

describe("who owns a file's diagnostics", () => {
  it("is ESLint where its extension runs and the workspace's configuration has the rules", () => {
    assert.deepEqual(decide({}), {
      owner: "eslint",
      reason: "The ESLint extension runs, and its configuration has the rules.",
      configuration,
    });
  });

  it("is this extension, by the workspace's own options, where the ESLint extension is not there", () => {
    const decided = decide({ eslintExtension: false });
    assert.equal(decided.owner, "extension");
    assert.equal(decided.configuration, configuration);
  });

  it("is this extension, as recommended, where the configuration does not have the rules", () => {
    const probe = { found: false, failed: false, why: "No rules." } as const;
    assert.deepEqual(decide({ probe }), {
      owner: "extension",
      reason: "No rules.",
      configuration: recommended,
    });
  });

  it("is this extension, unasked, in a workspace that is not trusted", () => {
    const decided = decide({ trusted: false, probe: undefined });
    assert.equal(decided.owner, "extension");
    assert.match(decided.reason, /not trusted/u);
  });

  it("is this extension for a document without a file", () => {
    assert.match(decide({ probe: undefined }).reason, /no file/u);
  });

  it("is nobody where the workspace's configuration switches the rules off", () => {
    const off = { namespace: "u", rules: { "no-blocking-call": [0] as const } };
    assert.equal(decide({ probe: { found: true, configuration: off } }).owner, "off");
  });

  it("is ESLint whatever the configuration says when ESLint already reports our rules", () => {
    const probe = { found: false, failed: true, why: "Broken." } as const;
    assert.equal(decide({ eslintReports: true, probe }).owner, "eslint");
  });

  it("is whom the setting names", () => {
    for (const setting of ["extension", "eslint", "off"] as const) {
      const decided = decide({ setting, eslintReports: true });
      assert.equal(decided.owner, setting);
      assert.equal(decided.reason, "The setting unblock.diagnostics.owner says so.");
    }
  });
});
