import assert from "node:assert/strict";
import { isEslintsReportOfOurs } from "../../../extension/client/eslint-report.js";
import { rulePage } from "../../../extension/server/diagnostics.js";

const target = { path: new URL(rulePage("no-blocking-call")).pathname };

describe("a diagnostic that shows that ESLint runs our rules", () => {
  it("comes from ESLint and links to the page of one of our rules, whatever its name there", () => {
    assert.equal(isEslintsReportOfOurs({ source: "eslint", code: { target } }), true);
  });

  it("is not one of our own, of another rule, or without a link", () => {
    assert.equal(isEslintsReportOfOurs({ source: "unblock", code: { target } }), false);
    assert.equal(isEslintsReportOfOurs({ source: "eslint", code: "no-sync" }), false);
    assert.equal(isEslintsReportOfOurs({ source: "eslint" }), false);
    const other = { path: "/docs/rules/no-debugger" };
    assert.equal(isEslintsReportOfOurs({ source: "eslint", code: { target: other } }), false);
  });
});
