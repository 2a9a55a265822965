/**
 * The loop of a worker (tokio 1.24 worker.rs: Context::run), as phases between which time passes. A worker takes tasks
 * from its LIFO slot, its queue, the injection queue and other workers' queues, in this order, and parks when there is
 * nothing.
 */
import type { MultiThreadOptions } from "../../scenario/types.js";
import { pollNs, searchNs } from "../costs.js";
import { noTask } from "../task-table.js";
import { recordDriver } from "../tokio/activity.js";
import { Ran } from "../tokio/executor.js";
import type { Executor } from "../tokio/executor.js";
import type { TokioMachine } from "../tokio/machine.js";
import { fullBudget } from "../tokio/tokio-thread.js";
import type { ThreadLoop, TokioThread } from "../tokio/tokio-thread.js";
import type { Core } from "./core.js";
import { Parking } from "./parking.js";
import { Phase } from "./phase.js";
import type { Shared } from "./shared.js";
import { endBatch, startBatch } from "./tuning.js";
import { WorkFinder } from "./work-finder.js";

const defaultEventInterval = 61;
/** 1.53: LIFO polls after which the slot rests until the next turn. */
const maxLifoPolls = 3;

export class Workers implements ThreadLoop {
  readonly #machine: TokioMachine;
  readonly #executor: Executor;
  readonly #shared: Shared;
  readonly #finder: WorkFinder;
  readonly #parking: Parking;
  readonly #eventInterval: number;
  readonly #isNew: boolean;
  readonly #tuned: boolean;
  readonly #eagerHandoff: boolean;
  readonly #leave: (thread: TokioThread) => void;

  /** Leave: takes a thread back whose core is gone when its task's poll has ended. */
  constructor(
    machine: TokioMachine,
    executor: Executor,
    shared: Shared,
    options: MultiThreadOptions,
    leave: (thread: TokioThread) => void,
  ) {
    this.#machine = machine;
    this.#executor = executor;
    this.#shared = shared;
    this.#eventInterval = options.eventInterval ?? defaultEventInterval;
    this.#isNew = machine.version !== "1.24";
    this.#tuned = this.#isNew && options.globalQueueInterval === undefined;
    this.#eagerHandoff = options.eagerDriverHandoff ?? false;
    this.#leave = leave;
    this.#finder = new WorkFinder(machine, shared, this.#tuned);
    this.#parking = new Parking(machine, executor, shared);
  }

  /** Gives a thread the core, which begins the loop at its top. */
  start(thread: TokioThread, core: Core): void {
    thread.loop = this;
    thread.core = core;
    core.thread = thread;
    thread.phase = Phase.turn;
  }

  /** Has a worker asleep at the scenario's time zero, parked in the order in which the runtime started them. */
  startParked(thread: TokioThread, core: Core): void {
    this.start(thread, core);
    this.#shared.idle.transitionToParked(core.index, false);
    core.insidePark = true;
    // It went through its loop once before it parked, which shows in small intervals.
    core.tick = 1;
    thread.phase = Phase.park;
    this.resume(thread);
  }

  resume(thread: TokioThread): void {
    const { threads } = this.#machine;
    for (;;) {
      const cost = this.#step(thread);
      if (cost < 0) return;
      if (cost > 0 && !threads.spend(thread, cost)) return;
    }
  }

  finish(thread: TokioThread): void {
    const { phase } = thread;
    this.#executor.finish(thread);
    if (phase === Phase.poll || phase === Phase.settle) this.account(thread);
    if (phase === Phase.driverReturned) recordDriver(this.#machine, thread);
  }

  /** Goes one phase on. Returns what that costs, to be spent before the next; below 0 when the thread waits. */
  #step(thread: TokioThread): number {
    const { core } = thread;
    if (core === null) return this.#withoutCore(thread);
    switch (thread.phase) {
      case Phase.turn:
        return this.#turn(thread, core);
      case Phase.find:
        return this.#find(thread, core);
      case Phase.search:
        return this.#search(thread, core);
      case Phase.begin:
        this.#executor.begin(thread);
        thread.phase = Phase.poll;
        return this.#poll(thread);
      case Phase.poll:
        return this.#poll(thread);
      case Phase.settle:
        return this.#settle(thread);
      case Phase.next:
        return this.#next(thread, core);
      default:
        return this.#parking.step(thread, core);
    }
  }

  /** A thread whose core another took during block_in_place finishes its poll, then leaves. */
  #withoutCore(thread: TokioThread): number {
    if (thread.phase === Phase.poll) return this.#poll(thread);
    if (thread.phase === Phase.settle) return this.#settle(thread);
    const cost = this.#executor.wakeDeferred(thread);
    if (cost > 0) return cost;
    this.#leave(thread);
    return -1;
  }

  #turn(thread: TokioThread, core: Core): number {
    core.tick = (core.tick + 1) >>> 0;
    core.lifoPolls = 0;
    core.lifoEnabled = true;
    thread.phase = Phase.find;
    if (core.tick % this.#eventInterval !== 0) return this.#find(thread, core);
    if (this.#tuned) {
      endBatch(core, this.#machine.simulation.now);
      startBatch(core, this.#machine.simulation.now);
    }
    return this.#parking.parkWithoutWaiting(thread, core);
  }

  #find(thread: TokioThread, core: Core): number {
    const task = this.#finder.nextTask(core);
    if (task !== noTask) return this.#start(thread, core, task);
    thread.phase = Phase.search;
    if (this.#tuned) endBatch(core, this.#machine.simulation.now);
    return searchNs;
  }

  /** worker.rs: run_task. The last searcher to find work wakes the next. */
  #start(thread: TokioThread, core: Core, task: number): number {
    let cost = 0;
    if (this.#eagerHandoff && core.fromDriver) cost += this.#shared.notifyParked();
    core.fromDriver = false;
    if (core.isSearching) {
      core.isSearching = false;
      if (this.#shared.idle.transitionFromSearching()) cost += this.#shared.notifyParked();
    }
    thread.budget = fullBudget;
    return cost + this.#startPoll(thread, core, task);
  }

  #startPoll(thread: TokioThread, core: Core, task: number): number {
    thread.task = task;
    thread.phase = Phase.begin;
    core.pollCount++;
    core.batchPolls++;
    return pollNs;
  }

  #poll(thread: TokioThread): number {
    const ran = this.#executor.run(thread);
    if (ran === Ran.suspended) return -1;
    if (ran === Ran.ready) thread.debtNs += this.#executor.complete(thread.task, thread);
    thread.phase = Phase.settle;
    const debt = thread.debtNs;
    thread.debtNs = 0;
    return debt;
  }

  /** The poll has ended: a task that was woken meanwhile is queued again, as a yield. */
  #settle(thread: TokioThread): number {
    const { task } = thread;
    this.#executor.end(thread);
    this.account(thread);
    thread.task = noTask;
    thread.phase = Phase.next;
    return this.#executor.isWoken(task) ? this.#shared.schedule(task, thread, true) : 0;
  }

  /** Adds the time of the poll so far to its worker's counters. */
  account(thread: TokioThread): void {
    const { simulation } = this.#machine;
    const { core } = thread;
    if (core !== null) {
      core.busyNs += simulation.now - thread.pollStartNs - thread.blockedNs;
      core.blockedNs += thread.blockedNs;
    }
    thread.pollStartNs = simulation.now;
    thread.blockedNs = 0;
  }

  /** While there is budget left, the LIFO slot's task runs on the same budget and in the same turn. */
  #next(thread: TokioThread, core: Core): number {
    const task = core.lifo;
    thread.phase = Phase.turn;
    if (task === noTask) return 0;
    core.lifo = noTask;
    if (thread.budget <= 0) {
      this.#shared.pushLocal(core, task);
      return 0;
    }
    if (this.#isNew && ++core.lifoPolls >= maxLifoPolls) core.lifoEnabled = false;
    return this.#startPoll(thread, core, task);
  }

  /** worker.rs: steal_work, from a random worker on. */
  #search(thread: TokioThread, core: Core): number {
    const { idle } = this.#shared;
    if (core.isSearching || idle.transitionToSearching()) {
      core.isSearching = true;
      const task = this.#finder.steal(core);
      if (task !== noTask) {
        thread.stolen = true;
        if (this.#tuned) startBatch(core, this.#machine.simulation.now);
        return this.#start(thread, core, task);
      }
      const injected = this.#shared.popInjection();
      if (injected !== noTask) return this.#start(thread, core, injected);
    }
    if (thread.deferred.length > 0) {
      thread.phase = Phase.turn;
      return this.#parking.parkWithoutWaiting(thread, core);
    }
    return this.#parking.park(thread, core);
  }
}
