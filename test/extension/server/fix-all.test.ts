import assert from "node:assert/strict";
import { applyChanges, fixAll, type FixAllRequest } from "../../../extension/server/fix-all.js";
import type { LintFinding } from "../../../extension/server/linter.js";
import { lintFinding } from "./sample-findings.js";

type LintOutcome = ReturnType<FixAllRequest["lint"]>;

/** A linter that finds every "bad", and suggests "good". */
function lintBad(text: string, how: "fix" | "suggestion" = "suggestion"): LintOutcome {
  const findings: LintFinding[] = [...text.matchAll(/bad/gu)].map(({ index }) => {
    const change = { start: index, end: index + 3, text: "good" };
    return {
      ...lintFinding,
      ...(how === "fix" ? { fix: change } : {}),
      suggestions: [{ title: "be good", change }],
    };
  });
  return { parsed: true, findings };
}

const never = () => false;

describe("fixing everything in a file", () => {
  it("applies each finding's first suggestion", () => {
    const text = "bad bad bad";
    assert.equal(
      fixAll({
        text,
        findings: lintBad(text).findings,
        scope: "suggestions",
        lint: lintBad,
        isOver: never,
      }),
      "good good good",
    );
  });

  it("leaves suggestions alone where only fixes were asked for", () => {
    const text = "bad";
    const request = { text, scope: "fixes", lint: lintBad, isOver: never } as const;
    assert.equal(fixAll({ ...request, findings: lintBad(text).findings }), "bad");
    assert.equal(fixAll({ ...request, findings: lintBad(text, "fix").findings }), "good");
  });

  it("leaves other rules alone where one was asked for", () => {
    const text = "bad";
    const { findings } = lintBad(text);
    const request = { text, findings, scope: "suggestions", lint: lintBad, isOver: never } as const;
    assert.equal(fixAll({ ...request, rule: "no-busy-wait" }), "bad");
    assert.equal(fixAll({ ...request, rule: "no-blocking-call" }), "good");
  });

  it("goes on in rounds while changes overlap", () => {
    const lint = (text: string): LintOutcome => ({
      parsed: true,
      findings: [...text.matchAll(/bad/gu)].map(({ index }) => ({
        ...lintFinding,
        suggestions: [
          // As with an added import: the change reaches from the top of the file to the call.
          {
            title: "be good",
            change: { start: 0, end: index + 3, text: `+${text.slice(0, index)}good` },
          },
        ],
      })),
    });
    const text = "bad bad";
    assert.equal(
      fixAll({ text, findings: lint(text).findings, scope: "suggestions", lint, isOver: never }),
      "++good good",
    );
  });

  it("stops when time is over, with what it has", () => {
    const text = "bad";
    const { findings } = lintBad(text);
    assert.equal(
      fixAll({ text, findings, scope: "suggestions", lint: lintBad, isOver: () => true }),
      "bad",
    );
  });

  it("never leaves a text that does not parse", () => {
    const text = "bad";
    const { findings } = lintBad(text);
    const lint = (): LintOutcome => ({ parsed: false, findings: [] });
    assert.equal(fixAll({ text, findings, scope: "suggestions", lint, isOver: never }), "bad");
  });

  it("ends even where a fix brings its own finding back", () => {
    const lint = (text: string): LintOutcome => ({
      parsed: true,
      findings: [
        { ...lintFinding, fix: { start: 0, end: 0, text: text.startsWith("a") ? "b" : "a" } },
      ],
    });
    const { findings } = lint("");
    const fixed = fixAll({ text: "", findings, scope: "fixes", lint, isOver: never });
    assert.equal(fixed.length, 200);
  });
});

describe("applying changes to a text", () => {
  it("makes the first of two that overlap", () => {
    assert.equal(
      applyChanges("abcdef", [
        { start: 2, end: 5, text: "-" },
        { start: 0, end: 3, text: "+" },
      ]),
      "+def",
    );
  });

  it("makes the first of two insertions at one place", () => {
    assert.equal(
      applyChanges("ab", [
        { start: 1, end: 1, text: "x" },
        { start: 1, end: 1, text: "y" },
      ]),
      "axb",
    );
  });
});
