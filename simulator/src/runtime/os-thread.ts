/** Operating-system threads: what each model needs of them, and how their time passes. */
import type { Simulation } from "../engine/simulation.js";

/** A thread. A model extends it with what it knows of its own threads. */
export abstract class OsThread {
  readonly id: number;
  /** Its lane in the trace; -1 without a trace. */
  readonly lane: number;
  /** Where it goes on in its model's loop when its time comes. */
  phase = 0;
  /** The number of the event that it goes on with; events of earlier numbers are void. */
  generation = 0;

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

/** All threads of the simulated machine. */
export class Threads {
  readonly all: OsThread[] = [];
  readonly #simulation: Simulation;
  readonly #resumeKind: number;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#resumeKind = simulation.handle((id, generation) => {
      const thread = this.all[id];
      if (thread.generation === generation) thread.resume();
    });
  }

  /** Adds the thread that `make` builds with the id that it is given. */
  add<Thread extends OsThread>(make: (id: number) => Thread): Thread {
    const thread = make(this.all.length);
    this.all.push(thread);
    return thread;
  }

  /**
   * Lets a thread spend time. True: the time has passed, go on at once. False: the thread will be resumed, and the
   * caller returns.
   */
  spend(thread: OsThread, costNs: number): boolean {
    if (this.#simulation.tryAdvance(costNs)) return true;
    this.resumeAt(thread, this.#simulation.now + costNs);
    return false;
  }

  /** Has a thread resumed at a time, and not when it was to be resumed before. */
  resumeAt(thread: OsThread, time: number): void {
    thread.generation = (thread.generation + 1) | 0;
    this.#simulation.schedule(time, this.#resumeKind, thread.id, thread.generation);
  }
}
