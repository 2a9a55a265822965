/** The limits of a run, and how it ended in the terms of an outcome. */
import type { RunLimits, Simulation, SimulationEnd } from "../engine/simulation.js";
import type { Scenario } from "../scenario/types.js";
import { defaultMaxEvents } from "./outcome.js";
import type { EndReason, RunOptions } from "./outcome.js";
import { nanos } from "./program.js";
import type { TaskTable } from "./task-table.js";

/** The limits for the engine. */
export function runLimits(
  scenario: Scenario,
  options: RunOptions,
  simulation: Simulation,
  tasks: TaskTable,
): RunLimits {
  return {
    horizonNs: scenario.stopAfterMs === undefined ? Infinity : nanos(scenario.stopAfterMs),
    maxEvents: options.maxEvents ?? defaultMaxEvents,
    interrupted: () => {
      options.onProgress?.({
        nowNs: simulation.now,
        events: simulation.events,
        completedTasks: tasks.completed,
      });
      return options.shouldStop?.() ?? false;
    },
  };
}

/** Why the run ended. */
export function endReason(end: SimulationEnd, tooManyTasks: boolean): EndReason {
  if (tooManyTasks) return "tasks";
  if (end === "stopped") return "completed";
  return end === "horizon" ? "stopAfter" : end;
}

/** Whether the end cut off work that the scenario asks for; an open load is not expected to finish. */
export function wasCutOff(reason: EndReason, scenario: Scenario): boolean {
  if (reason === "completed" || reason === "exited") return false;
  if (reason !== "stopAfter") return true;
  return !scenario.tasks.some(
    ({ arrival, count }) => arrival !== undefined && !("atMs" in arrival) && count === undefined,
  );
}
