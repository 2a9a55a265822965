/**
 * The costs that differ between machines by more than scenarios forgive: a run may be given those of the machine that
 * it is compared with (`npm run test:reality` measures its own).
 */
export interface MachineCosts {
  /** Starting a thread: paid by the caller, and one after the other in the whole process (a lock on its memory map). */
  readonly threadStartNs: number;
  /** From the end of a thread's creation to its first instruction. */
  readonly threadFirstInstructionNs: number;
  /**
   * What the one who wakes a sleeping thread pays: a futex or eventfd system call and an interrupt to the other
   * processor. The woken thread is usually running before this is over.
   */
  readonly notifyNs: number;
  /** What a connection costs the processes of Node.js's cluster, as a share of `nodeCosts`. */
  readonly connectionShare: number;
  /**
   * Whether Linux takes idle processors for busy ones when it looks where a thread is to wake: it does in virtual
   * machines whose host shows a halted processor as taken away. Left out: it does not.
   */
  readonly idleLooksTaken?: boolean;
  /** The start of a worker thread of Node.js. Left out: what the bench of spawn-blocking measured. */
  readonly workerStartNs?: number;
  /** Entering JavaScript of Node.js for one event. Left out: that of `nodeCosts`. */
  readonly callbackNs?: number;
}

/** Medians measured on 2-core virtual machines (Linux, x86-64). */
export const defaultMachineCosts: MachineCosts = {
  threadStartNs: 48_000,
  threadFirstInstructionNs: 20_000,
  notifyNs: 12_000,
  connectionShare: 1,
};
