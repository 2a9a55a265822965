/** A number of random scenarios, the same for the same seed. */
import fc from "fast-check";
import { run } from "../../../simulator/src/runtime/run.js";
import type { Scenario } from "../../../simulator/src/scenario/types.js";
import { nodeScenario } from "./node-scenario.js";
import { tokioScenario } from "./tokio-scenario.js";

/** What they are for: each of these has random scenarios of its own. */
export const randomRuntimes = ["tokio", "node"] as const;
export type RandomRuntime = (typeof randomRuntimes)[number];

const arbitraries: Readonly<Record<RandomRuntime, fc.Arbitrary<Scenario>>> = {
  tokio: tokioScenario,
  node: nodeScenario,
};

/** Each is measured several times over. */
const longestMs = 500;
/** Less would say little. */
const shortestMs = 10;

export function randomScenarios(runtime: RandomRuntime, count: number, seed: number): Scenario[] {
  return fc.sample(arbitraries[runtime].filter(isMeasurable), { numRuns: count, seed });
}

function isMeasurable(scenario: Scenario): boolean {
  // Not the makespan: tasks that panic go on after the last that completes.
  const { endNs, stopped } = run(scenario, { maxEvents: 1_000_000 });
  const lengthMs = endNs / 1e6;
  return !stopped && lengthMs >= shortestMs && lengthMs <= longestMs;
}
