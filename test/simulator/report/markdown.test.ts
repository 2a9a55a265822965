import assert from "node:assert/strict";
import { markdownReport } from "../../../simulator/src/report/markdown.js";
import { exampleReport } from "./example-report.js";

describe("markdownReport", () => {
  it("prints a table of latencies", () => {
    assert.equal(
      markdownReport(exampleReport),
      `# Two uploads

A note.

Tokio 1.24, multi-thread, 2 workers, 8 cores; seed 1. Last completion after 200 ms.

| task | done | latency p50 | p90 | p99 | max | start p99 |
| :-- | --: | --: | --: | --: | --: | --: |
| upload | 2 | 40 ms | 90 ms | 198 ms | 200 ms | 198 ms |
`,
    );
  });

  it("keeps a name from becoming markup or ending a cell", () => {
    const text = markdownReport({ ...exampleReport, title: "a|b\n# <c>" });
    assert.match(text, /^# a\\\|b \\# \\<c\\>\n/);
  });
});
