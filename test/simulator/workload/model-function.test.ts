import assert from "node:assert/strict";
import type { FunctionProfile, SourceRange } from "eslint-plugin-unblock/analysis";
import { modelFunction } from "../../../simulator/src/workload/model-function.js";

function range(line: number): SourceRange {
  return { file: "app.ts", line, column: 2, endLine: line, endColumn: 30 };
}

const estimate = {
  lowMs: 0.1,
  typicalMs: 0.5,
  highMs: 20,
  source: "typical",
  basis: "1 kB file, page cache",
} as const;

const profile: FunctionProfile = {
  name: "handler",
  isDefaultExport: false,
  isAsync: true,
  at: range(1),
  findings: [],
  steps: [
    {
      kind: "block",
      api: "node:fs.readFileSync",
      estimate,
      remedy: "threadpool",
      at: range(2),
      chain: [],
    },
    {
      kind: "loop",
      count: 10,
      countSource: "typical",
      at: range(3),
      steps: [{ kind: "timer", api: "setTimeout", estimate, at: range(4) }],
    },
  ],
};

describe("a function's profile as a modelled function", () => {
  it("keeps order, lines, costs with their source, and remedies", () => {
    const duration = {
      ms: 0.5,
      lowMs: 0.1,
      highMs: 20,
      source: "typical",
      basis: "1 kB file, page cache",
    };
    assert.deepEqual(modelFunction(profile), {
      name: "handler",
      file: "app.ts",
      line: 1,
      steps: [
        {
          id: "0",
          label: "node:fs.readFileSync",
          kind: "block",
          at: { file: "app.ts", line: 2 },
          ...duration,
          remedy: "threadpool",
        },
        {
          id: "1",
          label: "10 times",
          kind: "loop",
          count: 10,
          countSource: "typical",
          at: { file: "app.ts", line: 3 },
          steps: [
            {
              id: "1.0",
              label: "setTimeout",
              kind: "timer",
              at: { file: "app.ts", line: 4 },
              ...duration,
            },
          ],
        },
      ],
    });
  });
});
