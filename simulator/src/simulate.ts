/** From a scenario to its result: the one entry point that command, panel and tests share. */
import type { Trace } from "./engine/trace.js";
import type { Cause } from "./explain/cause.js";
import { explain } from "./explain/explain.js";
import { tryRemedies } from "./explain/remedies.js";
import { toResult } from "./report/metrics.js";
import type { Result } from "./report/result.js";
import type { EndReason, RunOptions, RunOutcome } from "./runtime/outcome.js";
import { run } from "./runtime/run.js";
import type { Scenario } from "./scenario/types.js";

export interface Simulation {
  readonly result: Result;
  /** Null unless the options ask for one. */
  readonly trace: Trace | null;
  readonly endReason: EndReason;
}

export interface SimulateOptions extends RunOptions {
  /** Find the causes of long waits, and try remedies for the weightiest. Default: false. */
  readonly explain?: boolean;
}

/** Remedies are tried for this many causes: each takes some runs more. */
const mostRemedied = 2;

/**
 * Simulates a scenario that `parseScenario` has accepted. The same scenario gives the same result, whatever the
 * options that only observe; the causes are empty unless asked for.
 * @throws UnsupportedStepError naming the path of a step that the scenario's runtime refuses.
 */
export function simulate(scenario: Scenario, options: SimulateOptions = {}): Simulation {
  const { explain: explained = false, ...runOptions } = options;
  const { trace: traced = false } = runOptions;
  const outcome = run(scenario, { ...runOptions, trace: traced || explained });
  const causes = explained ? causesOf(scenario, outcome, runOptions) : [];
  return {
    result: toResult(outcome, causes),
    trace: traced ? outcome.trace : null,
    endReason: outcome.endReason,
  };
}

function causesOf(scenario: Scenario, outcome: RunOutcome, options: RunOptions): Cause[] {
  if (outcome.trace === null) return [];
  return explain(outcome.trace).map((cause, index) => {
    if (index >= mostRemedied) return cause;
    const remedies = tryRemedies(scenario, outcome, cause, options);
    return remedies.length === 0 ? cause : { ...cause, remedies };
  });
}
