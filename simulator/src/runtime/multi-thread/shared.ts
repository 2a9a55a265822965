/** What the workers share (tokio 1.24 worker.rs: Shared): the injection queue, who sleeps, and waking one another. */
import { IntegerQueue } from "../../engine/integer-queue.js";
import type { MultiThreadOptions } from "../../scenario/types.js";
import { notifyNs, wakeLatencyNs } from "../costs.js";
import type { TokioMachine } from "../tokio/machine.js";
import type { TokioThread } from "../tokio/tokio-thread.js";
import { Parker } from "./core.js";
import type { Core } from "./core.js";
import { Idle } from "./idle.js";
import { localQueueCapacity } from "./local-queue.js";

export class Shared {
  readonly cores: readonly Core[];
  readonly idle: Idle;
  readonly injection = new IntegerQueue();
  remoteScheduleCount = 0;
  peakInjection = 0;

  readonly #machine: TokioMachine;
  readonly #lifoSlot: boolean;
  readonly #isNew: boolean;
  readonly #injectionId: number;
  readonly #localIds: readonly number[];
  readonly #lifoIds: readonly number[];

  constructor(machine: TokioMachine, cores: readonly Core[], options: MultiThreadOptions) {
    this.#machine = machine;
    this.cores = cores;
    this.idle = new Idle(cores.length);
    this.#lifoSlot = options.lifoSlot ?? true;
    this.#isNew = machine.version !== "1.24";
    const { trace } = machine;
    this.#injectionId =
      trace?.addQueue({ name: "injection queue", kind: "injection", lane: -1 }) ?? -1;
    this.#localIds = cores.map(
      ({ index }) =>
        trace?.addQueue({ name: `local queue ${index}`, kind: "local", lane: index }) ?? -1,
    );
    this.#lifoIds = cores.map(
      ({ index }) =>
        trace?.addQueue({ name: `LIFO slot ${index}`, kind: "lifo", lane: index }) ?? -1,
    );
  }

  /** Queues a task: on the thread's own worker, else in the injection queue. Returns the cost. */
  schedule(task: number, thread: TokioThread | null, isYield: boolean): number {
    const core = thread?.core ?? null;
    if (core !== null) return this.#scheduleLocal(core, task, isYield);
    this.inject(task);
    this.remoteScheduleCount++;
    return this.notifyParked();
  }

  inject(task: number): void {
    this.injection.pushBack(task);
    if (this.injection.length > this.peakInjection) this.peakInjection = this.injection.length;
    this.#machine.waits?.queued(task, this.#injectionId, this.#machine.simulation.now);
    this.#sampleInjection();
  }

  popInjection(): number {
    const task = this.injection.popFront();
    if (task >= 0) this.#sampleInjection();
    return task;
  }

  /** Appends to a worker's queue; when that is full, half of it moves to the injection queue. */
  pushLocal(core: Core, task: number): void {
    const { queue } = core;
    if (queue.isFull) {
      this.#overflow(core, task);
      return;
    }
    queue.pushBack(task);
    this.#machine.waits?.queued(task, this.#localIds[core.index], this.#machine.simulation.now);
    this.sampleLocal(core);
  }

  sampleLocal(core: Core): void {
    const { trace, simulation } = this.#machine;
    trace?.queueSize(this.#localIds[core.index], simulation.now, core.queue.length);
  }

  /** A task stands in a worker's queue that did not come there by `pushLocal`. */
  movedToLocal(core: Core, task: number): void {
    this.#machine.waits?.queued(task, this.#localIds[core.index], this.#machine.simulation.now);
  }

  /** Wakes one sleeping worker, unless one searches already or none sleeps. Returns the cost. */
  notifyParked(): number {
    const worker = this.idle.workerToNotify();
    return worker < 0 ? 0 : this.#unpark(this.cores[worker]);
  }

  /** Wakes a worker if there is work anywhere that can be taken (worker.rs: notify_if_work_pending). */
  notifyIfWorkPending(): number {
    const pending = this.injection.length > 0 || this.cores.some(({ queue }) => queue.length > 0);
    return pending ? this.notifyParked() : 0;
  }

  #unpark(core: Core): number {
    const { driver, latencies, simulation, threads } = this.#machine;
    const { parker, thread } = core;
    core.parker = Parker.notified;
    if (parker === Parker.parkedInDriver) return driver.unpark();
    if (parker !== Parker.parkedOnCondvar || thread === null) return 0;
    threads.wakeAt(thread, simulation.now + wakeLatencyNs(latencies));
    return notifyNs(threads.costs.notifyNs, latencies);
  }

  /** worker.rs: schedule_local. The first task to wake goes into the LIFO slot and wakes nobody. */
  #scheduleLocal(core: Core, task: number, isYield: boolean): number {
    core.localScheduleCount++;
    let notify = true;
    if (isYield || !this.#lifoSlot || !core.lifoEnabled) this.pushLocal(core, task);
    else {
      const previous = core.lifo;
      core.lifo = task;
      this.#machine.waits?.queued(task, this.#lifoIds[core.index], this.#machine.simulation.now);
      if (previous < 0) notify = false;
      else this.pushLocal(core, previous);
    }
    return notify && !core.insidePark ? this.notifyParked() : 0;
  }

  /** queue.rs: push_overflow. 1.24 moves the older half, 1.53 the newer; then the task itself. */
  #overflow(core: Core, task: number): void {
    const { queue } = core;
    const half = localQueueCapacity / 2;
    core.overflowCount++;
    if (this.#isNew) {
      const newer: number[] = [];
      for (let place = half; place < localQueueCapacity; place++) newer.push(queue.at(place));
      for (let count = 0; count < half; count++) queue.popBack();
      for (const each of newer) this.inject(each);
    } else {
      for (let count = 0; count < half; count++) this.inject(queue.popFront());
    }
    this.inject(task);
    this.sampleLocal(core);
  }

  #sampleInjection(): void {
    const { trace, simulation } = this.#machine;
    trace?.queueSize(this.#injectionId, simulation.now, this.injection.length);
  }
}
