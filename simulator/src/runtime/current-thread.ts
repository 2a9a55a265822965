/**
 * Tokio's current_thread runtime (1.24 scheduler/current_thread.rs): one thread that polls tasks and, between them,
 * the driver. No LIFO slot. What happens outside the thread reaches it through a second queue, the remote one.
 *
 * Tasks of a `LocalSet` that `block_on` runs go the same way (task/local.rs: 61 polls a round, the remote queue first
 * every 31), with those intervals whatever the Builder says: after a round the set wakes its own future, and the runtime,
 * which has no tasks of its own, looks at the driver before it polls that again. No other thread can spawn into the set:
 * what arrives goes to its future, through a channel, and is spawned when that is polled, at the beginning of a round.
 */
import { IntegerQueue } from "../engine/integer-queue.js";
import type { CurrentThreadOptions, Scenario } from "../scenario/types.js";
import type { Arrivals } from "./arrivals.js";
import { BlockingPool } from "./blocking-pool.js";
import { parkNs, pollNs, spawnNs } from "./costs.js";
import type { DataParallelPool } from "./data-parallel-pool.js";
import type { RunOptions, RunOutcome } from "./outcome.js";
import { nanos } from "./program.js";
import type { Program } from "./program.js";
import { noTask } from "./task-table.js";
import { recordDriver } from "./tokio/activity.js";
import { Executor, Ran } from "./tokio/executor.js";
import type { TokioMachine } from "./tokio/machine.js";
import { createParallelPool } from "./tokio/parallel.js";
import {
  defaultCores,
  defaultKeepAliveMs,
  defaultMaxBlockingThreads,
  runTokio,
} from "./tokio/run-tokio.js";
import type { TokioModel } from "./tokio/run-tokio.js";
import { TokioThread, fullBudget } from "./tokio/tokio-thread.js";
import type { ThreadLoop } from "./tokio/tokio-thread.js";

const defaultGlobalQueueInterval = 31;
const defaultEventInterval = 61;

/** Where the thread goes on. */
const Phase = {
  start: 0,
  pick: 1,
  begin: 2,
  poll: 3,
  settle: 4,
  park: 5,
  driverReturned: 6,
} as const;

/** Runs a scenario on the current-thread runtime. */
export function runCurrentThread(
  scenario: Scenario,
  runtime: CurrentThreadOptions,
  program: Program,
  options: RunOptions,
): RunOutcome {
  return runTokio(
    scenario,
    runtime,
    program,
    options,
    (machine) => new CurrentThread(machine, runtime),
  );
}

class CurrentThread implements TokioModel, ThreadLoop {
  readonly parallelPool: DataParallelPool | null;

  readonly #machine: TokioMachine;
  readonly #executor: Executor;
  readonly #blockingPool: BlockingPool;
  readonly #thread: TokioThread;
  readonly #globalQueueInterval: number;
  readonly #eventInterval: number;
  readonly #tasks = new IntegerQueue();
  readonly #remote = new IntegerQueue();
  /** In a LocalSet: what the channel to its future holds. */
  readonly #arriving = new IntegerQueue();
  readonly #localSet: boolean;
  readonly #tasksId: number;
  readonly #remoteId: number;
  #arrivals: Arrivals | null = null;
  #tick = 0;
  /** Polls until the thread looks at the driver. */
  #untilDriver = 0;
  #busyNs = 0;
  #blockedNs = 0;
  #pollCount = 0;
  #parkCount = 0;
  #noopCount = 0;
  #pollsAtPark = 0;
  #localScheduleCount = 0;
  #remoteScheduleCount = 0;
  #peakRemote = 0;

  constructor(machine: TokioMachine, options: CurrentThreadOptions) {
    this.#machine = machine;
    this.#localSet = options.localSet ?? false;
    this.#globalQueueInterval = options.globalQueueInterval ?? defaultGlobalQueueInterval;
    this.#eventInterval = options.eventInterval ?? defaultEventInterval;
    this.#executor = new Executor(machine, this);
    const { trace } = machine;
    const lane = trace?.addLane({ name: "runtime thread", kind: "worker" }) ?? -1;
    this.#thread = machine.threads.add((id) => new TokioThread(id, lane, this));
    const parallelThreads = options.parallelThreads ?? options.cores ?? defaultCores;
    this.parallelPool = createParallelPool(machine, this.#executor, parallelThreads);
    this.#tasksId = trace?.addQueue({ name: "local queue", kind: "local", lane }) ?? -1;
    this.#remoteId = trace?.addQueue({ name: "remote queue", kind: "injection", lane: -1 }) ?? -1;
    this.#blockingPool = new BlockingPool(machine, this.#executor, {
      cap: options.maxBlockingThreads ?? defaultMaxBlockingThreads,
      keepAliveNs: nanos(options.threadKeepAliveMs ?? defaultKeepAliveMs),
      runWorker: () => false,
      closureDone: (task) => this.#executor.fulfil(task, null, machine.simulation.now, false),
    });
  }

  /** The body of `block_on` first spawns what arrives at time zero: on this very thread, so into its own queue. */
  start(arrivals: Arrivals): void {
    this.#arrivals = arrivals;
    // Nobody else runs the driver here, and it is never given up.
    this.#machine.driver.held = true;
    this.#machine.threads.wakeAt(this.#thread, 0);
  }

  schedule(task: number, thread: TokioThread | null): number {
    const { driver, simulation, trace, waits } = this.#machine;
    if (thread === this.#thread || this.#thread.phase === Phase.start) {
      this.#localScheduleCount++;
      this.#tasks.pushBack(task);
      waits?.queued(task, this.#tasksId, simulation.now);
      trace?.queueSize(this.#tasksId, simulation.now, this.#tasks.length);
      return 0;
    }
    this.#remoteScheduleCount++;
    waits?.queued(task, this.#remoteId, simulation.now);
    const arrives = Number.isNaN(this.#machine.tasks.firstPollNs[task]);
    if (arrives && this.#localSet) {
      this.#arriving.pushBack(task);
      return driver.unpark();
    }
    this.#remote.pushBack(task);
    this.#peakRemote = Math.max(this.#peakRemote, this.#remote.length);
    trace?.queueSize(this.#remoteId, simulation.now, this.#remote.length);
    return driver.unpark();
  }

  enterBlockInPlace(): number {
    throw new Error("block_in_place is refused when the scenario is compiled");
  }

  leaveBlockInPlace(): void {
    throw new Error("block_in_place is refused when the scenario is compiled");
  }

  lockedForNs(): number {
    return this.#blockingPool.lockedForNs();
  }

  spawnBlocking(task: number): number {
    return this.#blockingPool.spawnClosure(task);
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
    if (phase === Phase.poll || phase === Phase.settle) this.#account(thread);
    if (phase === Phase.driverReturned) recordDriver(this.#machine, thread);
  }

  outcome(): ReturnType<TokioModel["outcome"]> {
    const { now } = this.#machine.simulation;
    return {
      workers: [
        {
          name: "runtime thread",
          busyNs: this.#busyNs,
          blockedNs: this.#blockedNs,
          parkedNs: Math.max(0, now - this.#busyNs - this.#blockedNs),
          pollCount: this.#pollCount,
          stealOperations: 0,
          stealCount: 0,
          parkCount: this.#parkCount,
          noopCount: this.#noopCount,
          localScheduleCount: this.#localScheduleCount,
          overflowCount: 0,
        },
      ],
      blockingPool: this.#blockingPool.outcome(),
      remoteScheduleCount: this.#remoteScheduleCount,
      peakGlobalQueueDepth: this.#peakRemote,
    };
  }

  /** Goes one phase on. Returns what that costs, to be spent before the next; below 0 when the thread waits. */
  #step(thread: TokioThread): number {
    const { driver, simulation } = this.#machine;
    switch (thread.phase) {
      case Phase.start:
        return this.#begin(thread);
      case Phase.pick:
        return this.#pick(thread);
      case Phase.begin:
        this.#executor.begin(thread);
        thread.phase = Phase.poll;
        return 0;
      case Phase.poll: {
        const ran = this.#executor.run(thread);
        if (ran === Ran.suspended) return -1;
        if (ran === Ran.ready) thread.debtNs += this.#executor.complete(thread.task, thread);
        thread.phase = Phase.settle;
        const debt = thread.debtNs;
        thread.debtNs = 0;
        return debt;
      }
      case Phase.settle:
        return this.#settle(thread);
      case Phase.park:
        thread.phase = Phase.driverReturned;
        thread.activityStartNs = simulation.now;
        driver.wait(thread);
        return -1;
      default:
        recordDriver(this.#machine, thread);
        return this.#turnDriver(thread);
    }
  }

  #begin(thread: TokioThread): number {
    const { simulation } = this.#machine;
    const busy = (this.#arrivals?.busyUntilNs ?? 0) - simulation.now;
    if (busy > 0) return busy;
    thread.phase = Phase.pick;
    this.#untilDriver = this.#eventInterval;
    return 0;
  }

  #pick(thread: TokioThread): number {
    if (this.#untilDriver === 0) return this.#turnDriver(thread);
    this.#untilDriver--;
    const remoteFirst = this.#tick % this.#globalQueueInterval === 0;
    this.#tick = (this.#tick + 1) >>> 0;
    let task = remoteFirst ? this.#popRemote() : this.#popLocal();
    if (task === noTask) task = remoteFirst ? this.#popLocal() : this.#popRemote();
    if (task === noTask) {
      if (thread.deferred.length > 0) return this.#turnDriver(thread);
      this.#parkCount++;
      if (this.#pollsAtPark === this.#pollCount) this.#noopCount++;
      this.#pollsAtPark = this.#pollCount;
      thread.phase = Phase.park;
      return parkNs;
    }
    thread.task = task;
    thread.budget = fullBudget;
    thread.phase = Phase.begin;
    this.#pollCount++;
    return pollNs;
  }

  #settle(thread: TokioThread): number {
    const { task } = thread;
    this.#executor.end(thread);
    this.#account(thread);
    thread.task = noTask;
    thread.phase = Phase.pick;
    return this.#executor.isWoken(task) ? this.schedule(task, thread) : 0;
  }

  #account(thread: TokioThread): void {
    this.#busyNs += this.#machine.simulation.now - thread.pollStartNs - thread.blockedNs;
    this.#blockedNs += thread.blockedNs;
  }

  /** Looks at the driver, then wakes the deferred tasks; a new round of polls begins. */
  #turnDriver(thread: TokioThread): number {
    const cost = this.#executor.turnDriver(thread);
    this.#executor.wakeDeferred(thread);
    this.#untilDriver = this.#eventInterval;
    thread.phase = Phase.pick;
    return cost + this.#spawnArrived(thread);
  }

  /** task/local.rs: RunUntil polls its future before it runs a round of tasks. Returns the cost. */
  #spawnArrived(thread: TokioThread): number {
    let cost = 0;
    while (this.#arriving.length > 0) {
      cost += spawnNs + this.schedule(this.#arriving.popFront(), thread);
    }
    return cost;
  }

  #popLocal(): number {
    const { simulation, trace } = this.#machine;
    const task = this.#tasks.popFront();
    if (task !== noTask) trace?.queueSize(this.#tasksId, simulation.now, this.#tasks.length);
    return task;
  }

  #popRemote(): number {
    const { simulation, trace } = this.#machine;
    const task = this.#remote.popFront();
    if (task !== noTask) trace?.queueSize(this.#remoteId, simulation.now, this.#remote.length);
    return task;
  }
}
