/** Findings and profiles as the analysis returns them, for tests of what is made of them. */
import type { Estimate, Finding, FunctionProfile } from "eslint-plugin-unblock/analysis";
import type { LintFinding } from "../../../extension/server/linter.js";

export const range = (line: number, column: number, endColumn = column + 4) => ({
  file: "/w/a.js",
  line,
  column,
  endLine: line,
  endColumn,
});

export const estimate: Estimate = {
  lowMs: 40,
  typicalMs: 62,
  highMs: 130,
  source: "computed",
  basis: "100,000 iterations",
};

export const finding: Finding = {
  rule: "no-blocking-call",
  api: "node:crypto.pbkdf2Sync",
  kind: "cpu",
  confidence: "definite",
  context: "async",
  at: range(3, 2),
  functionName: "handler",
  estimate,
  remedy: "threadpool",
  chain: [],
};

export const profile: FunctionProfile = {
  name: "handler",
  isDefaultExport: false,
  isAsync: true,
  at: range(2, 0),
  steps: [
    {
      kind: "compute",
      api: "node:crypto.pbkdf2Sync",
      estimate,
      remedy: "threadpool",
      at: range(3, 2),
      chain: [],
    },
  ],
  findings: [finding],
};

export const lintFinding: LintFinding = {
  rule: "no-blocking-call",
  message: "pbkdf2Sync blocks the event loop.",
  range: { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } },
  severity: 1,
  suggestions: [],
};
