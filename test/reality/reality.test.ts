/**
 * The simulator against the real Tokio, rayon and Node.js: both run the files of `scenarios`, and their figures must
 * agree as closely as the group's target says. See options.ts for what the command line can ask for.
 */
import assert from "node:assert/strict";
import type { MachineCosts } from "../../simulator/src/runtime/machine-costs.js";
import { writeAccuracyPage } from "./accuracy-page.js";
import { checkScenario } from "./check-scenario.js";
import { describeCosts, measureCosts } from "./costs.js";
import { groupOf } from "./groups.js";
import { MissingError, preparePrograms } from "./needs.js";
import type { Programs } from "./needs.js";
import { readOptions } from "./options.js";
import { manifest } from "./manifest.js";
import { closeRecord, describeMachine, readRecord, writeScenarioRecord } from "./record.js";

const options = readOptions(process.argv.slice(2));

describe("the simulator, compared with reality", () => {
  let programs: Programs;
  let costs: MachineCosts;
  const old = readRecord();
  let measured = 0;

  before(function () {
    try {
      programs = preparePrograms();
      costs = measureCosts(programs);
      console.log(`    This machine: ${describeCosts(costs)}.`);
    } catch (error) {
      if (!(error instanceof MissingError) || process.env["CI"] === "true") throw error;
      console.log(`    Not measured: ${error.message}`);
      this.skip();
    }
  });

  for (const entry of options.entries) {
    it(`${entry.name}: ${entry.about} (${groupOf(entry.group).target})`, () => {
      const { misses, notes, record } = checkScenario(entry, programs, costs);
      measured += 1;
      if (options.record && !writeScenarioRecord(record, old?.scenarios.get(entry.name))) {
        console.log(`      the machine was disturbed: the old record stays (--only ${entry.name})`);
      }
      for (const note of notes) console.log(`      ${note}`);
      assert.deepEqual(misses, []);
    });
  }

  after(async () => {
    if (!options.record || measured === 0) return;
    closeRecord(
      // A few scenarios measured again do not make the rest younger.
      options.entries.length < manifest.length && old !== null
        ? old.machine
        : describeMachine(programs.versions, costs),
      manifest.map(({ name }) => name),
    );
    await writeAccuracyPage();
  });
});
