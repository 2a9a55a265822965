/** What a flavor of Tokio does with tasks; the executor and the pools call it. */
import type { DataParallelPool } from "../data-parallel-pool.js";
import type { TokioThread } from "./tokio-thread.js";

export interface Scheduler {
  /**
   * Queues a task that has been spawned or woken. Thread: the one that does so, or null for one outside the runtime.
   * isYield: the task woke itself while it ran. Returns what that costs the thread, in nanoseconds.
   */
  schedule(task: number, thread: TokioThread | null, isYield: boolean): number;
  /** block_in_place begins: the thread gives up its core. Returns the cost. */
  enterBlockInPlace(thread: TokioThread): number;
  /** block_in_place ends: the thread takes its core back if nobody else has. */
  leaveBlockInPlace(thread: TokioThread): void;
  /**
   * How long a thread has to wait for the blocking pool's lock before it hands anything over; 0 where that is free. It
   * sleeps meanwhile, and may find the lock taken again.
   */
  lockedForNs(): number;
  /** Hands a task's closure to the blocking pool. Returns the cost. */
  spawnBlocking(task: number): number;
  /** The pool for `parallel` steps, if the scenario has any. */
  readonly parallelPool: DataParallelPool | null;
}
