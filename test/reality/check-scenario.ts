/** Measures a scenario and simulates it, and says where the two differ. */
import type { MachineCosts } from "../../simulator/src/runtime/machine-costs.js";
import { describeCosts, measureCostsAgain } from "./costs.js";
import { tolerableDisturbance, watched } from "./disturbance.js";
import { describeFigure, valueOf } from "./figures.js";
import { groupOf } from "./groups.js";
import { compare, withinRange } from "./judge.js";
import type { Comparison } from "./judge.js";
import type { Entry } from "./manifest-entry.js";
import { measure, readScenario, simulate } from "./measure.js";
import type { Programs } from "./needs.js";
import { recorded } from "./record.js";
import type { ScenarioRecord } from "./record.js";
import type { Run } from "./types.js";

/** Runs of the real thing, after one that is dropped. */
export const runs = 9;
/** Of the simulator: as many as its range, its shares and its median need where chance decides where threads run. */
const seeds = 45;

/**
 * How often a scenario is measured before its verdict is final. A neighbour on the machine shifts or widens what is
 * measured, and is gone the next time; a model that is wrong is wrong every time. What the machine costs is measured
 * again beside it, since a neighbour slows the processors too.
 */
const attempts = 3;

export interface Verdict {
  readonly entry: Entry;
  readonly comparisons: readonly Comparison[];
  /** One line for each figure that is not met; empty when all are. */
  readonly misses: readonly string[];
  /** What a reader of the output should know: that it was measured again, and why. */
  readonly notes: readonly string[];
  readonly record: ScenarioRecord;
}

/** At start: what the machine cost when the run began. */
export function checkScenario(entry: Entry, programs: Programs, atStart: MachineCosts): Verdict {
  const scenario = readScenario(entry.name);
  const group = groupOf(entry.group);
  const notes: string[] = [];
  let costs = atStart;
  let simulated = simulate(scenario, seeds, costs);
  for (let attempt = 1; ; attempt++) {
    const { disturbance, result: real } = watched(() =>
      measure(entry.name, scenario, runs, programs),
    );
    const disturbed = disturbance > tolerableDisturbance;
    const comparisons = entry.figures.map((figure) => compare(figure, group, real, simulated));
    const missed = comparisons.filter((each) => !each.ok);
    if (missed.length > 0 && attempt < attempts) {
      notes.push(`${others(disturbance)}; measured again, for ${missed.map(describe).join("; ")}`);
      const now = measureCostsAgain(scenario.runtime, costs, programs);
      if (now !== costs) {
        costs = now;
        notes.push(`now ${describeCosts(costs)}`);
        simulated = simulate(scenario, seeds, costs);
      }
      continue;
    }
    // Where reality itself could not be measured well, its range has the last word.
    const excused = missed.filter((each) => (each.noisy || disturbed) && withinRange(each));
    for (const each of excused) {
      notes.push(`${others(disturbance)}; judged by reality's range: ${describe(each)}`);
    }
    return {
      entry,
      comparisons,
      misses: missed.filter((each) => !excused.includes(each)).map(describe),
      notes,
      record: {
        ...recordOf(entry, comparisons, real, simulated),
        disturbance: round(disturbance),
        ...(costs !== atStart && { costs }),
      },
    };
  }
}

function others(disturbance: number): string {
  return `others used ${(100 * disturbance).toFixed(1)} % of the processors`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function recordOf(
  entry: Entry,
  comparisons: readonly Comparison[],
  real: readonly Run[],
  simulated: readonly Run[],
): Omit<ScenarioRecord, "disturbance"> {
  const race = groupOf(entry.group).race === true;
  const values = (comparison: Comparison, list: readonly Run[]) =>
    list.flatMap((run) => valueOf(comparison.figure, run) ?? []);
  return {
    scenario: entry.name,
    runs: real.length,
    seeds: simulated.length,
    figures: comparisons.map((comparison) =>
      recorded(
        comparison,
        race
          ? { reality: values(comparison, real), simulator: values(comparison, simulated) }
          : undefined,
      ),
    ),
  };
}

function describe({ figure, reality, simulator, allowed }: Comparison): string {
  const range = ({ low, high }: { readonly low: number; readonly high: number }) =>
    `${low.toFixed(2)} to ${high.toFixed(2)}`;
  return (
    `${describeFigure(figure)}: reality ${reality.median.toFixed(2)} (${range(reality)}), ` +
    `simulator ${simulator.median.toFixed(2)} (${range(simulator)}), allowed ±${allowed.toFixed(2)}`
  );
}
