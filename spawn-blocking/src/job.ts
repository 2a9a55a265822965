/** One job, from the call to the settled promise. */
import type { Transferable } from "node:worker_threads";
import type { JobMessage } from "./message.js";
import type { JobKind } from "./types.js";

/** A job on its way: how it is run, and how its promise settles. */
export interface Job {
  readonly message: JobMessage;
  readonly kind: JobKind;
  readonly transfer: readonly Transferable[] | undefined;
  readonly spawnedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Where it stands in its lane's queue; -1 where it never did. */
  place: number;
  /** Takes the listener off the caller's signal, once the job has started or is settled. */
  forgetSignal: (() => void) | undefined;
}
