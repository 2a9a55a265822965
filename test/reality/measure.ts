/** Runs a scenario, for real and simulated. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MachineCosts } from "../../simulator/src/runtime/machine-costs.js";
import type { RunOutcome } from "../../simulator/src/runtime/outcome.js";
import { run } from "../../simulator/src/runtime/run.js";
import type { Scenario } from "../../simulator/src/scenario/types.js";
import { describeErrors, parseScenario } from "../../simulator/src/scenario/validate.js";
import type { Programs } from "./needs.js";
import type { Run } from "./types.js";

const here = path.dirname(fileURLToPath(import.meta.url));
const nodeProgram = path.join(here, "node/run-scenario.mjs");

export function scenarioFile(name: string): string {
  return path.join(here, "scenarios", `${name}.json`);
}

/** Reads a scenario of the folder `scenarios`. */
export function readScenario(name: string): Scenario {
  return readScenarioFile(scenarioFile(name));
}

export function readScenarioFile(file: string): Scenario {
  const parsed = parseScenario(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(`${file}: ${describeErrors(parsed.errors)}`);
  return parsed.scenario;
}

/** Runs it for real, that many times after one run that is dropped, each in a fresh runtime. */
export function measure(name: string, scenario: Scenario, runs: number, programs: Programs): Run[] {
  return measureFile(scenarioFile(name), scenario, runs, programs);
}

export function measureFile(
  file: string,
  scenario: Scenario,
  runs: number,
  programs: Programs,
): Run[] {
  const [command, ...options] =
    scenario.runtime.flavor === "node"
      ? [process.execPath, nodeProgram, file, String(runs), programs.nodeAddon]
      : [programs.tokio, file, String(runs)];
  const { status, signal, stdout, stderr } = spawnSync(command, options, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout: 300_000,
  });
  if (status !== 0) {
    throw new Error(`${file}: the real run ended with ${signal ?? status}: ${stderr.trim()}`);
  }
  return (JSON.parse(stdout) as { readonly runs: Run[] }).runs;
}

/** Simulates it once for each of the seeds 1 to `seeds`, at the costs of a machine. */
export function simulate(scenario: Scenario, seeds: number, costs: MachineCosts): Run[] {
  return Array.from({ length: seeds }, (_, index) =>
    samplesOf(run({ ...scenario, seed: index + 1 }, { costs })),
  );
}

function samplesOf(outcome: RunOutcome): Run {
  const milliseconds = (samples: Float64Array) => Array.from(samples, (sample) => sample / 1e6);
  return {
    makespanMs: outcome.makespanNs / 1e6,
    tasks: Object.fromEntries(
      outcome.tasks.map((task) => [
        task.name,
        {
          arrived: task.arrived,
          completed: task.completed,
          latencyMs: milliseconds(task.latencyNs),
          startDelayMs: milliseconds(task.startDelayNs),
          latenessMs: milliseconds(task.latenessNs),
        },
      ]),
    ),
  };
}
