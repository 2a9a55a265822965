import assert from "node:assert/strict";
import { blockedMs, toCodeLenses } from "../../../extension/server/code-lenses.js";
import { formatMs } from "../../../extension/server/format.js";
import { createTranslate } from "../../../extension/server/translate.js";
import { profile } from "./sample-findings.js";

const translate = createTranslate({});

describe("code lenses", () => {
  it("stand above each function that blocks, and simulate it", () => {
    assert.deepEqual(toCodeLenses("file:///w/a.js", [profile], translate), [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        command: {
          title: "blocks the event loop ≈ 62 ms · simulate",
          tooltip: "Simulate how long everybody else waits for handler",
          command: "unblock.simulate",
          arguments: ["file:///w/a.js", { line: 1, character: 0 }],
        },
      },
    ]);
  });

  it("leave out functions without findings", () => {
    assert.deepEqual(toCodeLenses("file:///w/a.js", [{ ...profile, findings: [] }], translate), []);
  });

  it("count what a loop repeats, and not what is awaited", () => {
    const [step] = profile.steps;
    const { api, at, estimate } = step as Extract<typeof step, { kind: "compute" }>;
    const awaited = { kind: "io", api, at, estimate } as const;
    const loop = {
      kind: "loop",
      count: 3,
      countSource: "computed",
      at,
      steps: [step, awaited],
    } as const;
    assert.equal(blockedMs([step, loop, awaited]), 62 * 4);
  });
});

describe("a duration", () => {
  it("is written as precisely as it is known", () => {
    assert.deepEqual(
      [0, 0.001, 0.05, 0.25, 1, 2.04, 9.96, 62.4, 1234.5, 12_340, 60_000].map(formatMs),
      [
        "0 ms",
        "< 0.01 ms",
        "0.05 ms",
        "0.25 ms",
        "1 ms",
        "2 ms",
        "10 ms",
        "62 ms",
        "1,235 ms",
        "12.3 s",
        "60 s",
      ],
    );
  });
});
