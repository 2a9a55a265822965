/** What the models of Tokio share: clock, tasks, threads, processors, driver, and where the run's records go. */
import { Random } from "../../engine/random.js";
import { Simulation } from "../../engine/simulation.js";
import { TraceBuffer } from "../../engine/trace-buffer.js";
import type { CurrentThreadOptions, MultiThreadOptions } from "../../scenario/types.js";
import type { MachineCosts } from "../machine-costs.js";
import { busyLooksNs } from "../processors.js";
import { Threads } from "../threads.js";
import type { Program } from "../program.js";
import { TaskTable } from "../task-table.js";
import { Waits } from "../waits.js";
import { Driver } from "./driver.js";

/** Streams of random numbers: one for each concern. */
export const Stream = {
  durations: 0,
  arrivals: 1,
  latencies: 2,
  runtimeStart: 3,
  parallel: 4,
  interrupts: 5,
  processors: 6,
  /** And one for each worker from here on. */
  workers: 16,
} as const;

/** How long before the scenario's time zero the runtime has been started: its workers sleep by then. */
const settledNs = 30_000_000;

export interface TokioMachine {
  readonly simulation: Simulation;
  readonly program: Program;
  readonly tasks: TaskTable;
  readonly threads: Threads;
  readonly driver: Driver;
  readonly version: "1.24" | "1.53";
  /** Draws durations of steps. */
  readonly durations: Random;
  /** Draws what the operating system does a little sooner or later. */
  readonly latencies: Random;
  /** Draws how much longer computing takes. */
  readonly interrupts: Random;
  readonly seed: number;
  readonly trace: TraceBuffer | null;
  readonly waits: Waits | null;
  readonly maxTasks: number;
  /** Set when `maxTasks` was reached. */
  tooManyTasks: boolean;
  budgetForcedYieldCount: number;
  /** Whether no task will arrive any more: the run ends when all those that have are done. */
  allArrived: () => boolean;
}

export function createMachine(
  program: Program,
  runtime: MultiThreadOptions | CurrentThreadOptions,
  options: {
    readonly seed: number;
    readonly cores: number;
    readonly trace: boolean;
    readonly maxTasks: number;
    readonly costs: MachineCosts;
    readonly expectedTasks: number;
  },
): TokioMachine {
  const { seed } = options;
  const simulation = new Simulation();
  const chance = new Random(seed, Stream.processors);
  const threads = new Threads(simulation, options.cores, options.costs, {
    tickPhaseNs: chance.below(busyLooksNs),
    // They sleep at once, wherever that is.
    firstProcessor: () => chance.below(options.cores),
  });
  const latencies = new Random(seed, Stream.latencies);
  const fraction = Math.floor(new Random(seed, Stream.runtimeStart).next() * 1_000_000);
  const trace = options.trace ? new TraceBuffer(program.classNames, program.locations) : null;
  return {
    simulation,
    program,
    tasks: new TaskTable(program, options.expectedTasks),
    threads,
    driver: new Driver(simulation, threads, latencies, -(settledNs + fraction)),
    version: runtime.tokio ?? "1.24",
    durations: new Random(seed, Stream.durations),
    latencies,
    interrupts: new Random(seed, Stream.interrupts),
    seed,
    trace,
    waits: trace === null ? null : new Waits(trace, simulation),
    maxTasks: options.maxTasks,
    tooManyTasks: false,
    budgetForcedYieldCount: 0,
    allArrived: () => false,
  };
}
