/** An operating-system thread: what each model needs of it. `Threads` has them all. */

/** A new thread's load is the whole (init_entity_runnable_average), and runtimes start some 30 ms before time zero. */
const loadAtZero = 0.5;

/** Where a thread stands with the kernel. */
export const Run = {
  /** Sleeps, blocks or has not begun. */
  asleep: 0,
  /** Could run, but every processor is taken. */
  queued: 1,
  running: 2,
} as const;
export type Run = (typeof Run)[keyof typeof Run];

/** A thread. A model extends it with what it knows of its own threads. */
export abstract class OsThread {
  readonly id: number;
  /** Its lane in the trace; -1 without a trace. */
  readonly lane: number;
  /** Where it goes on in its model's loop when its time comes. */
  phase = 0;
  /** The number of the event that it goes on with; events of earlier numbers are void. */
  generation = 0;
  run: Run = Run.asleep;
  /** The processor that it runs on, or ran on last. */
  processor = 0;
  /** Woken: the processor that it wakes on. */
  wakesOn = 0;
  /** How much of late it ran or wanted to (the kernel's load average), 0 to 1, as of the time beside it. */
  load = loadAtZero;
  loadCountedNs = 0;
  /** It has been made, and has not begun yet. */
  isStarting = false;
  /** When it last had a processor. */
  ranNs = -Infinity;
  /** Running: until when what it does takes. Queued: how much of it is left, in nanoseconds. */
  untilNs = 0;
  leftNs = 0;
  /** What the scheduler of processors knows of it: its virtual time, its deadline in that, and by how much it lags. */
  virtualNs = 0;
  deadlineNs = 0;
  lagNs = 0;
  sleptSinceNs = 0;

  constructor(id: number, lane: number) {
    this.id = id;
    this.lane = lane;
  }

  /** Goes on: what it waited for, or computed, is over. */
  abstract resume(): void;

  /** The run has ended: a model that records what a thread has done adds here what it is in the middle of. */
  finish(): void {
    // Most record as they go.
  }
}
