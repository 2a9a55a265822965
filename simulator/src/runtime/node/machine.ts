/** What the parts of the Node model share: clock, tasks, threads, processors, and where the run's records go. */
import type { Random } from "../../engine/random.js";
import type { Simulation } from "../../engine/simulation.js";
import type { TraceBuffer } from "../../engine/trace-buffer.js";
import type { Threads } from "../threads.js";
import type { Program } from "../program.js";
import type { TaskTable } from "../task-table.js";
import type { Waits } from "../waits.js";
import type { ConnectionCosts } from "./connection-costs.js";

export interface NodeMachine {
  readonly simulation: Simulation;
  readonly program: Program;
  readonly tasks: TaskTable;
  readonly threads: Threads;
  /** Draws durations of steps. */
  readonly durations: Random;
  /** Draws what the operating system does a little sooner or later. */
  readonly latencies: Random;
  /** Draws how much longer computing takes. */
  readonly interrupts: Random;
  readonly trace: TraceBuffer | null;
  readonly waits: Waits | null;
  /** What connections cost on this machine. */
  readonly connectionCosts: ConnectionCosts;
  /** Asked before a task is added; false ends the run. */
  readonly mayAddTask: () => boolean;
}

/** What Node itself costs, in nanoseconds: medians measured with Node 20 on a 2-core virtual machine. */
export const nodeCosts = {
  /** A turn of the loop: epoll_wait and the phases without work. */
  turnNs: 3_000,
  /** Entering JavaScript for one event. */
  callbackNs: 10_000,
  /** What runs for the first time in a process is compiled: once for each loop. */
  firstCallbackNs: 250_000,
  /** A promise that is resolved already. */
  microtaskNs: 300,
  /** The call of an async function, with what it allocates. */
  callNs: 5_000,
  /** Handing an operation to the kernel or to libuv's threads. */
  submitNs: 5_000,
  /** A message between threads, from postMessage to the code that it runs, beside the wake-up. */
  messageNs: 60_000,
} as const;

export const nanosPerMilli = 1_000_000;
