/** From a scenario to its result: the one entry point that command, panel and tests share. */
import type { Trace } from "./engine/trace.js";
import { toResult } from "./report/metrics.js";
import type { Result } from "./report/result.js";
import type { EndReason, RunOptions } from "./runtime/outcome.js";
import { run } from "./runtime/run.js";
import type { Scenario } from "./scenario/types.js";

export interface Simulation {
  readonly result: Result;
  /** Null unless the options ask for one. */
  readonly trace: Trace | null;
  readonly endReason: EndReason;
}

/**
 * Simulates a scenario that `parseScenario` has accepted. The same scenario gives the same result, whatever the
 * options that only observe.
 * @throws UnsupportedStepError naming the path of a step that the scenario's runtime refuses.
 */
export function simulate(scenario: Scenario, options: RunOptions = {}): Simulation {
  const outcome = run(scenario, options);
  return { result: toResult(outcome), trace: outcome.trace, endReason: outcome.endReason };
}
