/** Runs a scenario on a flavor of Tokio: what the flavors have in common around their loops. */
import { Random } from "../../engine/random.js";
import type { CurrentThreadOptions, MultiThreadOptions, Scenario } from "../../scenario/types.js";
import { Arrivals } from "../arrivals.js";
import { spawnNs } from "../costs.js";
import { defaultMachineCosts } from "../machine-costs.js";
import { endReason, runLimits, wasCutOff } from "../limits.js";
import { defaultMaxTasks } from "../outcome.js";
import type { BlockingPoolOutcome, RunOptions, RunOutcome, WorkerOutcome } from "../outcome.js";
import type { Program } from "../program.js";
import { noTask } from "../task-table.js";
import { Stream, createMachine } from "./machine.js";
import type { TokioMachine } from "./machine.js";
import type { Scheduler } from "./scheduler.js";
import { wake } from "./wake.js";

/** Processors of the simulated machine, where the scenario doesn't say. */
export const defaultCores = 8;
export const defaultMaxBlockingThreads = 512;
export const defaultKeepAliveMs = 10_000;

/** A flavor of Tokio, ready to run. */
export interface TokioModel extends Scheduler {
  /** Begins at the scenario's time zero. */
  start(arrivals: Arrivals): void;
  outcome(): {
    readonly workers: readonly WorkerOutcome[];
    readonly blockingPool: BlockingPoolOutcome;
    readonly remoteScheduleCount: number;
    readonly peakGlobalQueueDepth: number;
  };
}

/** Runs a scenario on the model that `build` makes. */
export function runTokio(
  scenario: Scenario,
  runtime: MultiThreadOptions | CurrentThreadOptions,
  program: Program,
  options: RunOptions,
  build: (machine: TokioMachine) => TokioModel,
): RunOutcome {
  const seed = scenario.seed ?? 1;
  const machine = createMachine(program, runtime, {
    seed,
    cores: runtime.cores ?? defaultCores,
    trace: options.trace ?? false,
    maxTasks: options.maxTasks ?? defaultMaxTasks,
    costs: { ...defaultMachineCosts, ...options.costs },
    expectedTasks: Arrivals.expected(scenario.tasks),
  });
  const { simulation, tasks } = machine;
  const model = build(machine);
  const random = new Random(seed, Stream.arrivals);
  const arrivals = new Arrivals(simulation, scenario.tasks, random, (classIndex) =>
    arrive(machine, model, classIndex),
  );
  machine.allArrived = () => arrivals.exhausted;
  model.start(arrivals);
  const end = simulation.run(runLimits(scenario, options, simulation, tasks));
  for (const thread of machine.threads.all) thread.finish();
  const reason = endReason(end, machine.tooManyTasks);
  machine.waits?.finish();
  return {
    endReason: reason,
    stopped: wasCutOff(reason, scenario),
    makespanNs: tasks.makespanNs(simulation.now),
    endNs: simulation.now,
    events: simulation.events,
    tasks: tasks.outcomes(),
    pollTimes: tasks.pollTimes,
    scheduleLatencies: tasks.scheduleLatencies,
    ...model.outcome(),
    budgetForcedYieldCount: machine.budgetForcedYieldCount,
    trace: machine.trace?.finish(tasks.traceColumns(), simulation.now) ?? null,
  };
}

/** A task arrives from outside the runtime. */
function arrive(machine: TokioMachine, model: TokioModel, classIndex: number): number {
  const { simulation, tasks, maxTasks, waits } = machine;
  if (tasks.length >= maxTasks) {
    machine.tooManyTasks = true;
    simulation.stop();
    return 0;
  }
  const task = tasks.add(classIndex, simulation.now, noTask);
  waits?.ready(task, simulation.now, false);
  return spawnNs + wake(machine, model, task, null);
}
