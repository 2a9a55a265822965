/** Comments and white space at any place of a call: no suggestion loses one, or breaks the code. */
import assert from "node:assert/strict";
import fc from "fast-check";
import * as espree from "espree";
import { entries, type System } from "./sweep/calls.js";
import { casesOf, mended, parseError } from "./sweep/sweep.js";

/** What may stand between two tokens; `#` becomes the number of the gap. */
const fillings = ["/* # */", " /* # */ ", "// #\n", "\n", "\t", "/** # */\n", "\r\n", "  "];

function tokensOf(code: string, system: System): readonly (readonly [number, number])[] {
  return espree
    .tokenize(code, {
      ecmaVersion: "latest",
      sourceType: system === "commonjs" ? "commonjs" : "module",
      range: true,
    })
    .flatMap(({ range }) => (range === undefined ? [] : [range]));
}

/** The code with each gap between tokens filled, where a number says with what. */
function filled(code: string, system: System, choices: readonly (number | undefined)[]): string {
  const tokens = tokensOf(code, system);
  let result = "";
  let position = 0;
  for (const [index, [start, end]] of tokens.entries()) {
    const choice = choices[index % choices.length];
    const filling = choice === undefined ? "" : (fillings[choice] ?? "");
    result += code.slice(position, start) + filling.replace("#", `comment${String(index)}`);
    result += code.slice(start, end);
    position = end;
  }
  return result + code.slice(position);
}

const numbered = (code: string): readonly string[] => code.match(/\bcomment\d+\b/g) ?? [];

describe("a suggestion for code with comments at any place", function () {
  this.timeout(120_000);

  it("parses, and keeps each of them once", () => {
    let suggestions = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...entries.filter(({ module }) => /^(?:node:|fs-extra|tmp|global)/.test(module)),
        ),
        fc.nat(),
        fc.array(fc.option(fc.nat(fillings.length - 1), { nil: undefined, freq: 2 }), {
          minLength: 5,
          maxLength: 40,
        }),
        (entry, number, choices) => {
          const cases = casesOf(entry).filter(({ system }) => system !== "typescript");
          const one = cases[number % cases.length];
          assert.ok(one);
          const code = filled(one.code, one.system, choices);
          // A line break may end a statement, as behind `return`.
          if (parseError(code, one.system) !== undefined) return;
          for (const { suggestion, text } of mended(code, one.system)) {
            suggestions += 1;
            const what = `${suggestion}\n${code}\n---\n${text}`;
            assert.equal(parseError(text, one.system), undefined, what);
            assert.deepEqual(numbered(text).toSorted(), numbered(code).toSorted(), what);
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.notEqual(suggestions, 0);
  });
});
