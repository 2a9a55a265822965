import assert from "node:assert/strict";
import fc from "fast-check";
import { UnsupportedStepError } from "../../../simulator/src/runtime/errors.js";
import { describeErrors, parseScenario } from "../../../simulator/src/scenario/validate.js";
import { simulate, type Simulation } from "../../../simulator/src/simulate.js";
import { hostileDocument } from "./hostile-document.js";

const limits = { maxEvents: 5_000, maxTasks: 2_000 };

/** What the command would do with it: an error in one line, or a result. */
function handled(document: unknown): string | Simulation {
  const parsed = parseScenario(document);
  if (!parsed.ok) return describeErrors(parsed.errors);
  try {
    return simulate(parsed.scenario, { ...limits, trace: true });
  } catch (error) {
    if (error instanceof UnsupportedStepError) return error.message;
    throw error;
  }
}

function* numbersIn(value: unknown, path = "result"): Generator<readonly [string, number]> {
  if (typeof value === "number") yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* numbersIn(child, `${path}.${key}`);
}

describe("a scenario with something wrong in it", function () {
  this.timeout(120_000);

  it("gives one line that names what is wrong, or a result of finite figures; never a crash", () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const outcome = handled(document);
        if (typeof outcome === "string") {
          assert.match(outcome, /^[^\n]+$/u);
          return;
        }
        for (const [path, figure] of numbersIn(outcome.result)) {
          assert.ok(Number.isFinite(figure), `${path} is ${figure}`);
        }
        assert.ok(outcome.result.makespanMs >= 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
