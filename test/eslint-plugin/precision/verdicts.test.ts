/** Every snippet's verdict, with the recommended configuration and without type information. */
import assert from "node:assert/strict";
import { asSnippet, expectedFindings, findingsIn, ours, type Finding } from "./judge.js";
import { sets } from "./sets/index.js";

const text = (findings: readonly Finding[]): string =>
  findings
    .map((one) => `${String(one.line)} ${one.rule}`)
    .sort()
    .join("; ");

for (const [theme, set] of Object.entries(sets)) {
  describe(`verdicts: ${theme}`, () => {
    for (const [reason, value] of Object.entries(set)) {
      it(reason, () => {
        const snippet = asSnippet(value);
        assert.equal(text(findingsIn(snippet, ours)), text(expectedFindings(snippet)));
      });
    }
  });
}
