/** One job, from the call to the settled promise. */
import type { Transferable } from "node:worker_threads";
import type { JobMessage } from "./message.js";

/** What a job mostly does: one that computes takes a core, one that waits (synchronous I/O) takes none. */
export type JobKind = "compute" | "wait";

/** The promise of a job's result, by which the job can also be stopped while it waits for a thread. */
export interface JoinHandle<T> extends Promise<T> {
  /**
   * Stops the job if it has not started: the promise rejects with a `JoinError` whose `reason` is "aborted". A job that
   * runs goes on, since a thread can't be interrupted between two lines.
   *
   * @returns whether the job was stopped.
   */
  abort(): boolean;
}

/** A job on its way: how it is run, and how its promise settles. */
export interface Job {
  readonly message: JobMessage;
  readonly kind: JobKind;
  readonly transfer: readonly Transferable[] | undefined;
  readonly spawnedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Takes the listener off the caller's signal, once the job has started or is settled. */
  forgetSignal: (() => void) | undefined;
}
