/** Measures a random scenario and simulates it, and says in which figures the two have nothing in common. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MachineCosts } from "../../../simulator/src/runtime/machine-costs.js";
import type { Scenario } from "../../../simulator/src/scenario/types.js";
import { cacheFolder } from "../../cache.js";
import { watched } from "../disturbance.js";
import { describeFigure, quantiles, makespan, spreadOf, victims } from "../figures.js";
import type { Figure, Spread } from "../figures.js";
import type { Group } from "../groups.js";
import { compare } from "../judge.js";
import { measureFile, simulate } from "../measure.js";
import type { Programs } from "../needs.js";
import type { Run } from "../types.js";

/** Chance decides in most, so that ranges are compared: those of all runs, and of the seeds. */
const group: Group = {
  title: "Random scenarios",
  target: "the ranges overlap, widened by 2 % or 0.5 ms",
  tolerance: { relative: 0.02, absoluteMs: 0.5 },
  countTolerance: 0.05,
  race: true,
};

/** Where threads compete for processors: which of those that wake within microseconds has to wait for a slice. */
const computingGroup: Group = { ...group, tolerance: { relative: 0.03, absoluteMs: 1.5 } };

/** Timers of Node.js tick in whole milliseconds of a clock whose phase is the process's own. */
const nodeGroup: Group = { ...group, tolerance: { relative: 0.03, absoluteMs: 1 } };

const runs = 3;
const seeds = 15;
/** A neighbour on the machine shifts what is measured, and is gone the next time; a wrong model stays wrong. */
const attempts = 3;
/** Whoever waits longer is a victim. */
const victimMs = 4;

export interface RandomVerdict {
  /** One line for each figure in which they differ. */
  readonly misses: readonly string[];
  /** The share of the processors that other programs used, in the quietest attempt. */
  readonly disturbance: number;
  /** The scenario, as a file to look into. */
  readonly file: string;
}

export function checkRandomScenario(
  name: string,
  scenario: Scenario,
  programs: Programs,
  costs: MachineCosts,
): RandomVerdict {
  const folder = path.join(cacheFolder("reality"), "random");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(scenario, null, 2)}\n`);
  const simulated = simulate(scenario, seeds, costs);
  const judgedAs = groupOf(scenario);
  const real: Run[] = [];
  let misses: string[] = [];
  let least = Infinity;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { disturbance, result } = watched(() => measureFile(file, scenario, runs, programs));
    least = Math.min(least, disturbance);
    real.push(...result);
    misses = figuresOf(scenario).flatMap((figure) => missOf(figure, judgedAs, real, simulated));
    if (misses.length === 0) break;
  }
  return { misses, disturbance: least, file };
}

function groupOf(scenario: Scenario): Group {
  if (scenario.runtime.flavor === "node") return nodeGroup;
  return computes(scenario) ? computingGroup : group;
}

function computes({ tasks }: Scenario): boolean {
  return /"(cpu|parallel)":/.test(JSON.stringify(tasks));
}

function figuresOf({ tasks }: Scenario): Figure[] {
  return [
    makespan,
    ...tasks.flatMap(({ name }): Figure[] => [
      { of: "completed", task: name },
      ...quantiles("latency", name),
      ...quantiles("startDelay", name),
      ...quantiles("lateness", name),
      victims("startDelay", name, victimMs),
      victims("lateness", name, victimMs),
    ]),
  ];
}

function missOf(
  figure: Figure,
  judgedAs: Group,
  real: readonly Run[],
  simulated: readonly Run[],
): string[] {
  const spreads = [spreadOf(figure, real), spreadOf(figure, simulated)] as const;
  const [reality, simulator] = spreads;
  // Neither has a sample: nothing of the kind happens here.
  if (reality === null && simulator === null) return [];
  if (reality !== null && simulator !== null && compare(figure, judgedAs, real, simulated).ok) {
    return [];
  }
  return [
    `${describeFigure(figure)}: reality ${describe(reality)}, simulator ${describe(simulator)}`,
  ];
}

function describe(spread: Spread | null): string {
  if (spread === null) return "never";
  const { high, low, median } = spread;
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
