/** All threads of the simulated machine: how their time passes, on a processor and off it. */
import type { Simulation } from "../engine/simulation.js";
import { idleExitNs } from "./costs.js";
import { Run } from "./os-thread.js";
import type { OsThread } from "./os-thread.js";
import type { MachineCosts } from "./machine-costs.js";
import { Processors } from "./processors.js";

/** What differs from one run to the next. */
export interface ThreadsOptions {
  /** When the kernel's clock ticks, and processors look around: 0 to less than `busyLooksNs`. */
  readonly tickPhaseNs?: number;
  /** The processor on which a thread of the runtime's start has gone to sleep, by the thread's id. */
  readonly firstProcessor?: (id: number) => number;
}

export class Threads {
  readonly all: OsThread[] = [];
  readonly costs: MachineCosts;
  readonly #simulation: Simulation;
  readonly #processors: Processors;
  readonly #options: ThreadsOptions;
  readonly #wakeKind: number;
  readonly #timerKind: number;

  /** Cores: 1 or more. */
  constructor(
    simulation: Simulation,
    cores: number,
    costs: MachineCosts,
    options: ThreadsOptions = {},
  ) {
    this.costs = costs;
    this.#options = options;
    this.#simulation = simulation;
    this.#processors = new Processors(simulation, cores, this.all, {
      idleLooksTaken: costs.idleLooksTaken ?? false,
      tickPhaseNs: options.tickPhaseNs ?? 0,
    });
    this.#timerKind = simulation.handle((id, generation) => {
      const thread = this.all[id];
      if (thread.generation !== generation) return;
      const exitNs = idleExitNs(this.#processors.idleNs(thread));
      if (exitNs === 0) this.#processors.wake(thread);
      else simulation.schedule(simulation.now + exitNs, this.#wakeKind, id, generation);
    });
    this.#wakeKind = simulation.handle((id, generation) => {
      const thread = this.all[id];
      if (thread.generation === generation) this.#processors.wake(thread);
    });
  }

  /** Adds the thread that `make` builds with the id that it is given; it sleeps. */
  add<Thread extends OsThread>(make: (id: number) => Thread): Thread {
    const thread = make(this.all.length);
    if (this.costs.idleLooksTaken === true) {
      thread.processor = this.#options.firstProcessor?.(thread.id) ?? 0;
    }
    this.all.push(thread);
    return thread;
  }

  /**
   * Lets a running thread use its processor for a time. True: the time has passed, go on at once. False: the thread
   * will be resumed, and the caller returns.
   */
  spend(thread: OsThread, costNs: number): boolean {
    if (this.#simulation.tryAdvance(costNs)) return true;
    this.#processors.occupy(thread, costNs);
    return false;
  }

  /** Has a running thread resumed by an event of its own, at once. */
  resumeSoon(thread: OsThread): void {
    this.#processors.occupy(thread, 0);
  }

  /**
   * Has a running thread sleep for a time, in which others may have its processor, and longer where the processor has to
   * leave its idle state. True and false as in `spend`.
   */
  sleep(thread: OsThread, lengthNs: number): boolean {
    const sinceNs = this.#simulation.now;
    if (
      this.#processors.queued === 0 &&
      this.#simulation.tryAdvance(lengthNs + idleExitNs(lengthNs))
    ) {
      this.#processors.hasSlept(thread, sinceNs);
      return true;
    }
    this.sleepUntil(thread, this.#simulation.now + lengthNs);
    return false;
  }

  /** Has a thread wait for a timer of the kernel's: as `wakeAt`, and longer where a processor has to leave its idle state. */
  sleepUntil(thread: OsThread, time: number): void {
    // One that has woken and only lacks a processor is on its way.
    if (thread.run === Run.queued) return;
    this.wait(thread);
    thread.wakesOn = thread.processor;
    this.#simulation.schedule(time, this.#timerKind, thread.id, thread.generation);
  }

  /** A running thread gives its processor up until it is woken. */
  wait(thread: OsThread): void {
    thread.generation = (thread.generation + 1) | 0;
    this.#processors.release(thread);
  }

  /** Has a thread that has just been made begin at a time. */
  startAt(thread: OsThread, time: number): void {
    thread.wakesOn = this.#processors.startsOn(thread);
    thread.load = 1;
    thread.loadCountedNs = this.#simulation.now;
    this.#simulation.schedule(time, this.#wakeKind, thread.id, thread.generation);
  }

  /** Has a thread wait, or wait on, until a time, and not until the one that was set before. */
  wakeAt(thread: OsThread, time: number): void {
    // One that has woken and only lacks a processor is on its way.
    if (thread.run === Run.queued) return;
    this.wait(thread);
    thread.wakesOn = this.#processors.wakesOn(thread);
    this.#simulation.schedule(time, this.#wakeKind, thread.id, thread.generation);
  }
}
