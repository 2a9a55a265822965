/** Runs a scenario on the runtime that it names. */
import type { Scenario } from "../scenario/types.js";
import { runCurrentThread } from "./current-thread.js";
import { runMultiThread } from "./multi-thread.js";
import { runNode } from "./node.js";
import type { RunOptions, RunOutcome } from "./outcome.js";
import { compile } from "./program.js";

/**
 * Simulates a scenario that has been validated. The same scenario gives the same outcome, whatever the options.
 * @throws UnsupportedStepError naming the path of a step that the scenario's runtime refuses.
 */
export function run(scenario: Scenario, options: RunOptions = {}): RunOutcome {
  const program = compile(scenario);
  const { runtime } = scenario;
  switch (runtime.flavor) {
    case "multi-thread":
      return runMultiThread(scenario, runtime, program, options);
    case "current-thread":
      return runCurrentThread(scenario, runtime, program, options);
    case "node":
      return runNode(scenario, runtime, program, options);
  }
}
