/** One job, from the call to the settled promise. */
import type { Transferable } from "node:worker_threads";
import type { TaskQueue } from "piscina";
import type { JobMessage } from "./message.js";
import type { JobKind } from "./types.js";

export type Task = Parameters<TaskQueue["push"]>[0];

/** A job on its way: how it is run, and how its promise settles. */
export interface Job {
  readonly message: JobMessage;
  readonly kind: JobKind;
  /** What is handed over; copies of large bytes join an empty list as the job starts. */
  readonly transfer: (Transferable | ArrayBufferLike)[] | undefined;
  readonly spawnedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Whether a thread has it, or starts for it: it can't be aborted any more. */
  started: boolean;
  /** What piscina has made of it, once it has waited for a thread. */
  task: Task | undefined;
  /** Where it stands in the queue of jobs that no thread has yet; -1 where it does not. */
  place: number;
  /** Takes the listener off the caller's signal, once the job has started or is settled. */
  forgetSignal: (() => void) | undefined;
}
