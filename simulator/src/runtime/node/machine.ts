/** What the parts of the Node model share: clock, tasks, threads, processors, and where the run's records go. */
import type { Random } from "../../engine/random.js";
import type { Simulation } from "../../engine/simulation.js";
import type { TraceBuffer } from "../../engine/trace-buffer.js";
import type { Threads } from "../threads.js";
import type { Program } from "../program.js";
import type { TaskTable } from "../task-table.js";
import type { Waits } from "../waits.js";

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
  /** Asked before a task is added; false ends the run. */
  readonly mayAddTask: () => boolean;
}

/** What Node itself costs, in nanoseconds: medians measured with Node 20 on a 2-core virtual machine. */
export const nodeCosts = {
  /** A turn of the loop: epoll_wait and the phases without work. */
  turnNs: 3_000,
  /** Entering JavaScript for one event. */
  callbackNs: 2_000,
  /** A promise that is resolved already, or the call of an async function. */
  microtaskNs: 100,
  /** Handing an operation to libuv's threads, or a message to a worker. */
  submitNs: 4_000,
  /** A message between threads, from postMessage to the event that it causes, beside the wake-up. */
  messageNs: 20_000,
  /** From a client's connect to the event in a cluster's process: accepted by the primary, sent with its handle. */
  handoffNs: 200_000,
  /** From that event to the one that says that the connection's data can be read. */
  acceptNs: 100_000,
  /** From that event to the primary's knowing that the process has acknowledged. */
  acknowledgeNs: 100_000,
} as const;

export const nanosPerMilli = 1_000_000;
