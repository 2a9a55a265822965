/**
 * What makes a thread a worker (tokio 1.24 worker.rs: Core). It can move to another thread, in block_in_place, and its
 * parker with it.
 */
import type { Random } from "../../engine/random.js";
import { noTask } from "../task-table.js";
import type { TokioThread } from "../tokio/tokio-thread.js";
import { LocalQueue } from "./local-queue.js";

/** State of a core's parker (1.24 park.rs). */
export const Parker = { empty: 0, parkedOnCondvar: 1, parkedInDriver: 2, notified: 3 } as const;
export type Parker = (typeof Parker)[keyof typeof Parker];

export class Core {
  readonly index: number;
  readonly random: Random;
  readonly queue = new LocalQueue();
  /** The thread that holds it; null while it lies in the worker's slot for another thread to take. */
  thread: TokioThread | null = null;
  tick = 0;
  lifo = noTask;
  /** Whether a woken task may go into the LIFO slot. */
  lifoEnabled = true;
  lifoPolls = 0;
  isSearching = false;
  parker: Parker = Parker.empty;
  /** Inside its own park call, where waking tasks notifies nobody (worker.rs: core.park is None). */
  insidePark = false;
  /** Has just come back from waiting in the driver (1.53: the eager hand-off asks). */
  fromDriver = false;
  globalQueueInterval: number;
  /** The batch of polls since it last looked elsewhere (1.53 stats.rs). */
  batchStartNs = 0;
  batchPolls = 0;
  meanPollNs = 0;

  busyNs = 0;
  blockedNs = 0;
  pollCount = 0;
  stealOperations = 0;
  stealCount = 0;
  parkCount = 0;
  noopCount = 0;
  localScheduleCount = 0;
  overflowCount = 0;
  /** Polls at the last unpark: none more by the next park means it woke for nothing. */
  pollsAtPark = 0;

  constructor(index: number, random: Random, globalQueueInterval: number) {
    this.index = index;
    this.random = random;
    this.globalQueueInterval = globalQueueInterval;
  }
}
