/**
 * Random scenarios, on the real runtimes and simulated (`npm run test:reality -- --random 20`). What disagrees here is a
 * bug of a model, or a cost that it does not know. `--seed` repeats a run of them.
 */
import assert from "node:assert/strict";
import type { MachineCosts } from "../../simulator/src/runtime/machine-costs.js";
import { describeCosts, measureCosts } from "./costs.js";
import { preparePrograms } from "./needs.js";
import type { Programs } from "./needs.js";
import { readOptions } from "./options.js";
import { checkRandomScenario } from "./random/check-random.js";
import { randomScenarios } from "./random/random-scenarios.js";

const { random } = readOptions(process.argv.slice(2));

for (const runtime of random.runtimes) {
  describe(`random scenarios of ${runtime} (--seed ${random.seed}), compared with reality`, () => {
    let programs: Programs;
    let costs: MachineCosts;

    before(() => {
      programs = preparePrograms();
      costs = measureCosts(programs);
      console.log(`    This machine: ${describeCosts(costs)}.`);
    });

    randomScenarios(runtime, random.count, random.seed).forEach((scenario, index) => {
      it(`number ${index + 1}, ${scenario.runtime.flavor}`, () => {
        const name = `${runtime}-${random.seed}-${index + 1}`;
        const { disturbance, file, misses } = checkRandomScenario(name, scenario, programs, costs);
        const others = `others used ${(100 * disturbance).toFixed(1)} % of the processors`;
        assert.deepEqual(misses, [], `${file} (${others})`);
      });
    });
  });
}
