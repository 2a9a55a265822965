/**
 * How a worker goes to sleep and wakes (tokio 1.24 worker.rs: park, park.rs). Whoever gets the driver's lock sleeps in the
 * driver, for timers and I/O on behalf of all; the others can be woken only by another worker.
 */
import { parkNs } from "../costs.js";
import { noTask } from "../task-table.js";
import { recordDriver } from "../tokio/activity.js";
import type { Executor } from "../tokio/executor.js";
import type { TokioMachine } from "../tokio/machine.js";
import type { TokioThread } from "../tokio/tokio-thread.js";
import { Parker } from "./core.js";
import type { Core } from "./core.js";
import { Phase } from "./phase.js";
import type { Shared } from "./shared.js";
import { startBatch } from "./tuning.js";

export class Parking {
  readonly #machine: TokioMachine;
  readonly #executor: Executor;
  readonly #shared: Shared;
  readonly #isNew: boolean;

  constructor(machine: TokioMachine, executor: Executor, shared: Shared) {
    this.#machine = machine;
    this.#executor = executor;
    this.#shared = shared;
    this.#isNew = machine.version !== "1.24";
  }

  /** Goes on with a phase of sleeping or waking. Returns the cost; below 0 when the thread sleeps. */
  step(thread: TokioThread, core: Core): number {
    switch (thread.phase) {
      case Phase.park:
        return this.#block(thread, core);
      case Phase.driverReturned:
        return this.#driverReturned(thread, core);
      case Phase.condvarReturned:
        core.parker = Parker.empty;
        core.fromDriver = false;
        thread.phase = Phase.unparked;
        return 0;
      case Phase.unparked:
        return this.#unparked(thread, core);
      default:
        return this.#leavePark(thread, core);
    }
  }

  /** worker.rs: transition_to_parked. Returns the cost. */
  park(thread: TokioThread, core: Core): number {
    if (core.lifo !== noTask || core.queue.length > 0) {
      thread.phase = Phase.turn;
      return 0;
    }
    const last = this.#shared.idle.transitionToParked(core.index, core.isSearching);
    core.isSearching = false;
    core.insidePark = true;
    core.parkCount++;
    if (core.pollsAtPark === core.pollCount) core.noopCount++;
    core.pollsAtPark = core.pollCount;
    thread.phase = Phase.park;
    return parkNs + (last ? this.#shared.notifyIfWorkPending() : 0);
  }

  /** park.rs: park. Whoever gets the driver's lock waits in the driver, the others on condition variables. */
  #block(thread: TokioThread, core: Core): number {
    const { driver } = this.#machine;
    core.insidePark = true;
    if (core.parker === Parker.notified) {
      thread.phase = Phase.condvarReturned;
      return 0;
    }
    if (driver.held) {
      core.parker = Parker.parkedOnCondvar;
      thread.phase = Phase.condvarReturned;
      this.#machine.threads.wait(thread);
      return -1;
    }
    driver.held = true;
    core.parker = Parker.parkedInDriver;
    thread.phase = Phase.driverReturned;
    thread.activityStartNs = this.#machine.simulation.now;
    driver.wait(thread);
    return -1;
  }

  #driverReturned(thread: TokioThread, core: Core): number {
    const { driver } = this.#machine;
    recordDriver(this.#machine, thread);
    const cost = this.#executor.turnDriver(thread);
    driver.held = false;
    core.parker = Parker.empty;
    core.fromDriver = true;
    thread.phase = Phase.unparked;
    return cost;
  }

  /** After a park, with or without waiting: deferred tasks wake after timers and I/O (worker.rs: park_timeout). */
  #unparked(thread: TokioThread, core: Core): number {
    this.#executor.wakeDeferred(thread);
    core.insidePark = false;
    thread.phase = Phase.leavePark;
    return this.#notifyAfterPark(core);
  }

  #notifyAfterPark(core: Core): number {
    if (core.isSearching) return 0;
    const waiting = core.queue.length;
    const lifo = core.lifo === noTask ? 0 : 1;
    const notify = this.#isNew ? lifo + waiting > 1 : waiting > 0;
    return notify ? this.#shared.notifyParked() : 0;
  }

  /** worker.rs: transition_from_parked. */
  #leavePark(thread: TokioThread, core: Core): number {
    const { idle } = this.#shared;
    const hasWork = core.lifo !== noTask || (this.#isNew && core.queue.length > 0);
    if (hasWork) core.isSearching = !idle.unparkWorker(core.index);
    else if (idle.isParked(core.index)) {
      core.parkCount++;
      thread.phase = Phase.park;
      return parkNs;
    } else core.isSearching = true;
    thread.phase = Phase.turn;
    if (this.#isNew) startBatch(core, this.#machine.simulation.now);
    return 0;
  }

  /** worker.rs: park_timeout with zero; nothing but the deferred tasks if another thread holds the driver. */
  parkWithoutWaiting(thread: TokioThread, core: Core): number {
    core.insidePark = true;
    const cost = this.#machine.driver.held ? 0 : this.#executor.turnDriver(thread);
    this.#executor.wakeDeferred(thread);
    core.insidePark = false;
    return cost + this.#notifyAfterPark(core);
  }
}
